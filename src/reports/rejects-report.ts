import type { RejectsTable } from '../domain/import-result.js';
import type { Messages } from '../messages/messages.js';
import type { Column, Report } from './column.js';
import { messageFor } from './finding-report.js';

type Row = RejectsTable['rows'][number];

/**
 * The rows that could not come in, as they stood, each with its file, line and reasons: a file to mend
 * and import again. The three columns of our own are known to every import, which ignores them.
 */
export function rejectsReport(table: RejectsTable, text: Messages): Report<Row> {
  const { rejectHeadings } = text.imports;
  const own: Column<Row>[] = [
    { key: 'file', heading: rejectHeadings.file, kind: 'free', value: (row) => row.file },
    { key: 'line', heading: rejectHeadings.line, kind: 'number', value: (row) => row.line },
    {
      key: 'problems',
      heading: rejectHeadings.problems,
      kind: 'free',
      value: (row) =>
        row.findings
          .filter(({ severity }) => severity === 'error')
          .map((each) =>
            text.shell.sentence(each.column ? [text.shell.column(each.column)] : [], messageFor(text, each)),
          )
          .join(' '),
    },
  ];
  const cells = table.columns.map(
    ({ heading, personal }, index): Column<Row> => ({
      key: heading,
      heading,
      kind: personal ? 'digits' : 'free',
      value: (row) => row.cells[index] ?? '',
    }),
  );
  return {
    command: 'import',
    columns: [...cells, ...own],
    rows: table.rows,
    totals: {},
    findings: [],
    summary: [],
  };
}
