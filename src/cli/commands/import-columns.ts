import { type Command, Option } from 'commander';
import { UserError } from '../../domain/user-error.js';
import { questionsAboutColumns } from '../../tasks/ask-columns.js';
import type { Cli } from '../cli.js';

/** What an import is told of the columns of its files. */
export interface ColumnOptions {
  map: readonly (readonly [heading: string, column: string])[];
  profile?: string;
  saveProfile?: string;
}

/** `--map`, `--profile` and `--save-profile`. */
export function addColumnOptions(command: Command, { text }: Cli): Command {
  const { options } = text.profiles;
  const name = options.profilePlaceholder;
  return command
    .addOption(
      new Option(`--map <${options.mapPlaceholder}>`, options.map).argParser(addMapping).default([], ''),
    )
    .addOption(new Option(`--profile <${name}>`, options.profile).argParser(nameOf('--profile')))
    .addOption(
      new Option(`--save-profile <${name}>`, options.saveProfile).argParser(nameOf('--save-profile')),
    );
}

/** Reads `heading=column`, also with the full-width sign of a Chinese keyboard. Throws UserError `usage.bad-map`. */
function addMapping(value: string, before: ColumnOptions['map']): ColumnOptions['map'] {
  const [heading, column, ...more] = value.split(/[=＝]/).map((side) => side.trim());
  if (heading === undefined || column === undefined || more.length > 0 || heading + column === '') {
    throw new UserError('usage.bad-map', { value });
  }
  return [...before, [heading, column]];
}

/** Reads the name of a profile. Throws UserError `profile.bad-name`. */
export const nameOf =
  (option: string) =>
  (value: string): string => {
    const name = value.trim().normalize('NFC');
    if (!isName(name)) throw new UserError('profile.bad-name', { option, value });
    return name;
  };

/** Whether a profile may go by this name: one line, of a length that a person can type. */
const isName = (name: string): boolean =>
  name !== '' && [...name].length <= 40 && !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(name);

/** Tells whether the profile was saved. */
export function tellProfile(cli: Cli, dataset: string, name: string, saved: boolean): void {
  const words = cli.text.profiles;
  cli.shell.tell(saved ? words.saved(name, dataset) : words.notSaved(name));
}

/** What an import needs to know of the columns of its files. */
interface ColumnRequest {
  map: ColumnOptions['map'];
  profile: string | null;
  saveProfile: string | null;
}

/**
 * Joins the options with what a person at a terminal answers about headings that nobody knows; off a
 * terminal nothing is asked.
 */
export async function completeColumns(
  cli: Cli,
  command: Command,
  options: ColumnOptions,
  request: Omit<Parameters<typeof questionsAboutColumns>[1], 'map' | 'profile'> & { dryRun: boolean },
): Promise<ColumnRequest> {
  const { map, profile = null, saveProfile = null } = options;
  if (!cli.options(command).mayAsk) return { map, profile, saveProfile };
  const questions = cli.withWorkspace(command, (workspace) =>
    questionsAboutColumns(workspace, { ...request, map, profile }),
  );
  if (questions.unknown.length + questions.choices.length === 0) return { map, profile, saveProfile };
  const { askColumns } = await import('../column-prompts.js');
  cli.shell.tell(cli.text.profiles.ask.why);
  const answers = await askColumns(questions, cli.text, {
    maySave: saveProfile === null && !request.dryRun,
    proposed: profile ?? '',
    isName,
  });
  return { map: [...map, ...answers.map], profile, saveProfile: saveProfile ?? answers.saveAs };
}
