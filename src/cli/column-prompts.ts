import type { ColumnQuestions, UnknownColumn } from '../domain/column-questions.js';
import type { Messages } from '../messages/messages.js';
import { printable } from '../reports/printable.js';

/** What a person at a terminal answered; `saveAs` null: not to be saved. */
interface ColumnAnswers {
  map: [heading: string, column: string][];
  saveAs: string | null;
}

type Choice = { name: string; value: string };
const PAGE = 14;
/** The library's own hint on keys is English; the questions say what they want in the user's language. */
const WITHOUT_TIP = { style: { keysHelpTip: () => undefined } };

/**
 * Asks what unknown headings mean and which of several columns counts, then whether to keep the answers.
 * `profile`: the name under which they are kept anyway, or null where it may be asked; `proposed`: a name.
 * Only for terminals; questions go to stderr, because stdout is for rows.
 */
export async function askColumns(
  { unknown, choices }: ColumnQuestions,
  { profiles, shell }: Messages,
  { maySave, proposed, isName }: { maySave: boolean; proposed: string; isName: (name: string) => boolean },
): Promise<ColumnAnswers> {
  // a costly import that most commands never need
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  const words = profiles.ask;
  const select = async (message: string, among: readonly Choice[], first?: string): Promise<string> => {
    const question = { type: 'select', name: 'answer', pageSize: PAGE, theme: WITHOUT_TIP } as const;
    const listed = among.map(({ name, value }) => ({ name: printable(name), value, short: printable(name) }));
    const { answer } = await prompt<{ answer: string }>([
      { ...question, message: printable(message), choices: listed, default: first },
    ]);
    return answer;
  };

  const map: ColumnAnswers['map'] = [];
  for (const { file, column, among } of choices) {
    const listed = among.map(({ heading, samples }) => ({
      name: words.sample(heading, samples),
      value: heading,
    }));
    map.push([await select(words.which(file, column), listed), column]);
  }
  const taken = new Set<string>();
  for (const { file, heading, samples, likely, others, missing } of inOrder(unknown)) {
    const free = (column: string) => !taken.has(`${file}\n${column}`);
    if (!likely.some(free) && !missing.some(free)) continue;
    const listed = choicesOf({ likely: likely.filter(free), others: others.filter(free) }, words.ignore);
    const answer = await select(words.column(file, heading, samples), listed, listed[0]?.value);
    if (answer !== '') taken.add(`${file}\n${answer}`);
    map.push([heading, answer]);
  }
  if (!maySave) return { map, saveAs: null };
  const yesOrNo = [shell.yes, shell.no].map((name) => ({ name, value: name }));
  if ((await select(words.save, yesOrNo)) === shell.no) return { map, saveAs: null };
  const { name } = await prompt<{ name: string }>([
    {
      ...{ type: 'input', name: 'name', message: words.name, default: proposed },
      validate: (text: string) => isName(text.trim()) || words.badName,
    },
  ]);
  return { map, saveAs: name.trim().normalize('NFC') };
}

/** Those first for which there is a guess: they may leave nothing open for the others. */
const inOrder = (unknown: readonly UnknownColumn[]): UnknownColumn[] => [
  ...unknown.filter(({ likely }) => likely.length > 0),
  ...unknown.filter(({ likely }) => likely.length === 0),
];

/** The likely columns, then the way out, then all others: whoever does not know presses Enter on a guess, or ignores. */
function choicesOf({ likely, others }: Pick<UnknownColumn, 'likely' | 'others'>, ignore: string): Choice[] {
  const named = (column: string) => ({ name: column, value: column });
  return [...likely.map(named), { name: ignore, value: '' }, ...others.map(named)];
}
