/** What the shell and cron learn from a run. */
export const EXIT = {
  done: 0,
  /** Done, and at least one finding is an error. */
  foundErrors: 1,
  couldNotRun: 2,
  bug: 70,
  busy: 75,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
