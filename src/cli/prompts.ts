import { printable } from '../reports/printable.js';
import type { Candidate } from '../tasks/find-person.js';

/** The library's own hint on keys is English; the question says it in the user's language. */
const WITHOUT_TIP = { style: { keysHelpTip: () => undefined } };

/** Asks which of several people is meant; answers the whole identity number. Only for terminals. */
export const chooseCandidate = (question: string, candidates: readonly Candidate[]): Promise<string> =>
  chooseOne(
    question,
    candidates.map(({ idNumber, label }) => ({ name: label, value: idNumber })),
  );

/**
 * Asks for one of several choices and answers its value. Only for terminals. The question goes to stderr,
 * because stdout is for rows.
 */
export async function chooseOne(
  question: string,
  among: readonly { name: string; value: string }[],
): Promise<string> {
  // a costly import that most commands never need
  const { default: inquirer } = await import('inquirer');
  const ask = inquirer.createPromptModule({ output: process.stderr });
  const choices = among.map(({ name, value }) => ({ name: printable(name), value }));
  const { chosen } = await ask<{ chosen: string }>([
    {
      type: 'select',
      name: 'chosen',
      message: printable(question),
      choices,
      pageSize: 12,
      theme: WITHOUT_TIP,
    },
  ]);
  return chosen;
}
