import { en } from '../../src/messages/en/index.js';
import { zh } from '../../src/messages/zh/index.js';
import type { CellKind, Column, Report } from '../../src/reports/column.js';
import type { Paint, Reader } from '../../src/reports/format.js';

export const PLAIN: Paint = { error: String, warning: String, info: String, heading: String, faint: String };
export const READER: Reader = { text: zh, reveal: false, forFile: false, width: undefined, paint: PLAIN };
export const ENGLISH: Reader = { ...READER, text: en };

/** A report of rows that are lists of cells, one kind for each column. */
export const reportOf = (kinds: readonly CellKind[], rows: readonly unknown[][]): Report<unknown[]> => ({
  command: 'quota check',
  columns: kinds.map(
    (kind, index): Column<unknown[]> => ({
      key: `c${index}`,
      heading: `列${index}`,
      kind,
      value: (row) => row[index],
    }),
  ),
  rows,
  totals: {},
  findings: [],
  summary: [],
});

/** Every format that is text. */
type RenderText = <Row>(report: Report<Row>, reader: Reader) => Iterable<string>;

export const written = <Row>(render: RenderText, report: Report<Row>, reader: Reader = READER): string =>
  [...render(report, reader)].join('');
