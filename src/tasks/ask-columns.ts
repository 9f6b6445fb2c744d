import type { ColumnQuestions } from '../domain/column-questions.js';
import { columnQuestions } from '../intake/column-questions.js';
import { headingKey } from '../intake/headings.js';
import { readSheet } from '../intake/sheet.js';
import { type ColumnWords, understandColumns } from './column-words.js';
import { IMPORTS, type ImportableDataset } from './imports.js';
import type { OpenedFiles } from './open-files.js';
import type { Workspace } from './workspace.js';

/**
 * What can be asked about the columns of files before they are imported, each question once however many
 * files raise it. Reads the files and nothing else. Throws UserError `file.*`, `workbook.*`, `usage.*`,
 * `profile.*`.
 */
export function questionsAboutColumns(
  workspace: Workspace,
  request: ColumnWords & { dataset: ImportableDataset; files: readonly string[]; opened: OpenedFiles },
): ColumnQuestions {
  const { shape } = IMPORTS[request.dataset];
  const columns = understandColumns(workspace, shape, request);
  const { map, given, sheet } = columns;
  const found = request.files.map((file) => {
    const opened = request.opened.get(file);
    const read = readSheet(file, shape, { set: given, map, sheet, opened, lenient: true });
    return columnQuestions(read, shape, { map, today: workspace.today });
  });
  return {
    unknown: once(
      found.flatMap(({ unknown }) => unknown),
      ({ heading }) => headingKey(heading),
    ),
    choices: once(
      found.flatMap(({ choices }) => choices),
      ({ among }) => among.map(({ heading }) => headingKey(heading)).join('\n'),
    ),
  };
}

/** The first of those that have the same key. */
function once<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const keys = items.map(keyOf);
  return items.filter((_, at) => keys.indexOf(keys[at] as string) === at);
}
