import type { RejectsTable } from '../domain/import-result.js';
import type { Messages } from '../messages/messages.js';
import type { Column, Report } from './column.js';
import { messageFor } from './finding-report.js';

type Row = RejectsTable['rows'][number];

/**
 * The rows that could not come in, as they stood, each with its file, line and reasons: a file to mend
 * and import again. The three columns of our own are known to every import, which ignores them. A row
 * whose cells may have shifted keeps something beyond the last heading, so that it is refused until
 * somebody has looked at it.
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
  const ownHeadings = new Set(own.map(({ heading }) => heading));
  const cells = table.columns.flatMap(({ heading, personal }, index): Column<Row>[] =>
    // a rejects file that was imported again has them already
    ownHeadings.has(heading)
      ? []
      : [
          {
            key: heading,
            heading,
            kind: personal ? 'digits' : 'free',
            value: (row) => row.cells[index] ?? '',
          },
        ],
  );
  const beyond = beyondColumns(table, text);
  return {
    command: 'import',
    columns: [...cells, ...own, ...beyond],
    rows: table.rows,
    totals: {},
    findings: [],
    summary: [],
  };
}

/** Cells beyond the last heading, where such rows are; a row that has too few gets a remark there. */
function beyondColumns({ rows }: RejectsTable, { imports }: Messages): Column<Row>[] {
  const cellsOf = ({ beyond }: Row): readonly string[] => {
    if (beyond === null) return [];
    return beyond.some((cell) => cell.trim() !== '') ? beyond : [imports.rejectShifted];
  };
  const width = rows.reduce((most, row) => Math.max(most, cellsOf(row).length), 0);
  return Array.from({ length: width }, (_, index) => ({
    key: `beyond${index}`,
    heading: '',
    kind: 'free',
    value: (row) => cellsOf(row)[index] ?? '',
  }));
}
