import type { Content } from '../domain/dataset-columns.js';
import type { FindingCode, FindingDetails } from '../domain/finding.js';
import type { ColumnShape, DatasetShape } from './dataset.js';
import type { ReadingContext } from './rows.js';

/** The cell being read, for the reader to report on. */
export interface Cell {
  readonly context: ReadingContext;
  /** The heading as it stands in the file. */
  readonly heading: string;
  /** Serial numbers of days count from 1904; left out: from 1900. */
  readonly date1904?: boolean;
  /** Reports an error; the row is rejected. Returns null, so that a reader can return it. */
  reject<Code extends FindingCode>(code: Code, details: FindingDetails[Code]): null;
  warn<Code extends FindingCode>(code: Code, details: FindingDetails[Code]): void;
}

/** Turns the text of a filled cell into a value; null when it says nothing, or was reported. */
export interface CellReader<Value> {
  (text: string, cell: Cell): Value | null;
  /** What the cells hold, for help and templates; text when not said. */
  readonly content?: Content;
}

/** A reader that says what its cells hold. */
export const reading = <Value>(
  content: Content,
  read: (text: string, cell: Cell) => Value | null,
): CellReader<Value> => Object.assign(read, { content });

/** A column as its dataset declares it: everything about it in one entry. */
export interface Column<Value> extends ColumnShape {
  /** Do `/`, `-`, `—` and 无 mean that the cell is empty? */
  placeholders: boolean;
  read: CellReader<Value>;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** A dataset with everything that reading its cells takes. */
export type ReadableDataset = DatasetShape & { columns: Columns };

/** What the cells of a row say; null: empty, absent, or reported. */
export type CellValues<C extends Columns> = {
  readonly [Field in keyof C]: C[Field] extends Column<infer Value> ? Value | null : never;
};

/** Declares a column. Needed: its heading and how it is read; the rest has defaults. */
export function column<Value>(
  heading: string,
  read: CellReader<Value>,
  rest: Partial<Omit<Column<Value>, 'heading' | 'read'>> = {},
): Column<Value> {
  return {
    synonyms: [],
    required: false,
    personal: false,
    area: null,
    content: read.content ?? { kind: 'text' },
    placeholders: true,
    ...rest,
    heading,
    read,
  };
}
