import type { FactKind } from '../../domain/changes.js';
import type { ReadableDataset } from '../column.js';
import type { KeyedRules } from '../keyed-rules.js';
import type { KeyedRow, ReadingContext, ReadRow } from '../rows.js';
import type { Sheet } from '../sheet.js';

/** A dataset whose facts are told apart by a key: its columns, how a row is read, and what the key is. */
export interface KeyedDataset<Kind extends FactKind> {
  shape: ReadableDataset;
  rules: KeyedRules<Kind>;
  /** Reads every row of a sheet; `file`: which file of the command. */
  readRows: (sheet: Sheet, file: number, context: ReadingContext) => ReadRow<KeyedRow<Kind>>[];
}
