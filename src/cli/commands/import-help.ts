import type { Command } from 'commander';
import type { DatasetColumn, DatasetDescription } from '../../domain/dataset-columns.js';
import type { Messages } from '../../messages/messages.js';

/** Shows the columns of a dataset below the help of its import: heading, what it holds, other names. */
export function addColumnHelp(command: Command, text: Messages, { columns }: DatasetDescription): void {
  const { title, synonyms } = text.imports.columnHelp;
  const lines = columns.flatMap((column) => [
    `  ${column.heading}${column.required === 'never' ? '' : ' *'}`,
    `      ${about(column, text)}`,
    ...(column.synonyms.length > 0 ? [`      ${synonyms(column.synonyms)}`] : []),
  ]);
  command.addHelpText('after', `\n${title}\n${lines.join('\n')}`);
}

/** What the cells hold, and when the column may be missing or empty. */
function about({ content, required }: DatasetColumn, { imports }: Messages): string {
  const { contents, mayBeEmpty, unless, separator } = imports.columnHelp;
  const holds = contents[content.kind](content.words ?? []);
  if (required === 'column') return [holds, mayBeEmpty].join(separator);
  return typeof required === 'string' ? holds : [holds, unless(required)].join(separator);
}

/** `import --help DATASET` is `import DATASET --help`: the parser alone would only see `--help`. */
export function answerHelpOfDataset(group: Command): void {
  const ownHelp = group.outputHelp.bind(group);
  group.outputHelp = (context) => {
    const asked = group.commands.find((command) => group.args.includes(command.name()));
    if (asked) asked.outputHelp();
    else ownHelp(context as { error: boolean });
  };
}
