import { maskNumber, maskPersonal } from '../domain/mask.js';
import { formatYuan } from '../domain/money.js';
import type { Column } from './column.js';
import type { Reader } from './format.js';

/** A number that spreadsheets and readers must take as text, whole only for whom it was asked. */
const digits = (value: unknown, reveal: boolean): string =>
  reveal ? String(value) : maskNumber(String(value));

/** What people typed: a number of somebody's may stand in the wrong cell. */
const free = (value: unknown, reveal: boolean): string =>
  reveal ? String(value) : maskPersonal(String(value));

/** What people read in a cell, whatever the format. An empty cell is an empty text. */
export function cellText<Row>(column: Column<Row>, row: Row, { reveal, text }: Reader): string {
  if (column.text) {
    const shown = column.text(row);
    if (column.kind === 'free') return free(shown, reveal);
    return column.kind === 'digits' && shown !== '' ? digits(shown, reveal) : shown;
  }
  const value = column.value(row);
  if (value === null || value === undefined) return '';
  switch (column.kind) {
    case 'fen':
      return formatYuan(value as number);
    case 'flag':
      return value ? text.shell.yes : text.shell.no;
    case 'digits':
      return digits(value, reveal);
    case 'free':
      return free(value, reveal);
    default:
      return String(value);
  }
}

/** The value of a cell in json: as it is, but for numbers that are nobody else's business. */
export function cellValue<Row>(column: Column<Row>, row: Row, reveal: boolean): unknown {
  const value = column.value(row) ?? null;
  if (column.kind === 'free' && typeof value === 'string') return free(value, reveal);
  return column.kind === 'digits' && value !== null ? digits(value, reveal) : value;
}

/** The columns that people see; `json` ones are for programs. */
export const paperColumns = <Row>(columns: readonly Column<Row>[]): Column<Row>[] =>
  columns.filter(({ kind }) => kind !== 'json');
