/** The command line asks for something that cannot be. */
export interface UsageProblems {
  'usage.unknown-command': { command: string; nearest: readonly string[] };
  'usage.unknown-option': { option: string; nearest: readonly string[] };
  'usage.missing-argument': { argument: string };
  'usage.missing-value': { option: string };
  'usage.missing-option': { option: string };
  'usage.too-many-arguments': { command: string; expected: number; given: number };
  'usage.bad-day': { option: string; value: string };
  'usage.bad-moment': { option: string; value: string };
  'usage.bad-quarter': { value: string };
  'usage.bad-year': { option: string; value: string };
  'usage.bad-choice': { option: string; value: string; choices: readonly string[] };
  /** `audit verify --expect`. */
  'usage.bad-hash': { value: string };
  /** The format is no text, and cannot go to a terminal or a pipe. */
  'usage.needs-file': { format: string };
  'usage.bad-set': { value: string };
  'usage.bad-map': { value: string };
  /** One heading, mapped to two columns; an empty one means ignored. */
  'usage.map-twice': { heading: string; columns: readonly string[] };
  /** A file to be written is one that the command reads, or writes already. */
  'usage.would-overwrite': { option: string; file: string };
  'usage.unknown-column': {
    dataset: string;
    column: string;
    columns: readonly string[];
    nearest: readonly string[];
  };
}
