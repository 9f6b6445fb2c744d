import { readText } from '../cells/identifiers.js';
import { compact, isBlank, isPlaceholder, plainText } from '../cells/text.js';
import { column } from '../column.js';
import type { Sheet } from '../sheet.js';
import { idNumberColumn, nameColumn } from './person-columns.js';

/** A list of people that somebody asks about: numbers, names, or both. It is read and never imported. */
export const nameList = {
  name: 'list',
  title: '人员名单',
  columns: {
    idNumber: { ...idNumberColumn(), required: { unless: ['name'] } },
    name: { ...nameColumn(), required: { unless: ['idNumber'] } },
    note: column('备注', readText, { synonyms: ['说明'] }),
  },
  identifiedBy: ['name', 'idNumber'],
  areaGivenBy: {},
  fewestHeadings: 1,
} as const;

/** Whom a row of the list names, as it stands in the file; null: the cell is empty or absent. */
export interface ListedPerson {
  /** Physical line from 1. */
  line: number;
  name: string | null;
  idNumber: string | null;
  /** The cells cannot be trusted to stand under their headings. */
  broken: boolean;
}

/** Every row of a list, in order; none is left out, so that each can be answered. */
export function readNameList({ rows, columns, supplied }: Sheet): ListedPerson[] {
  const cell = (cells: readonly string[], field: 'name' | 'idNumber'): string => {
    const position = columns.get(field);
    const raw = position === undefined ? '' : (cells[position] ?? '');
    const text = isBlank(raw) ? (supplied.get(field) ?? '') : raw;
    return isPlaceholder(text) ? '' : text;
  };
  return rows.map(({ line, cells, broken }) => ({
    line,
    name: plainText(cell(cells, 'name')) || null,
    idNumber: compact(cell(cells, 'idNumber')).toUpperCase() || null,
    broken: broken !== null,
  }));
}
