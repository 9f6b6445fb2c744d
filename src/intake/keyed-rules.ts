import type { FactKind, FactValues } from '../domain/changes.js';
import type { Finding } from '../domain/finding.js';
import type { MendedRow } from './occurrences.js';
import type { RowDraft } from './plan-result.js';
import type { KeyedRow, ReadRow } from './rows.js';

/** What tells the facts of a dataset apart, and what else there is to know about it. */
export interface KeyedRules<Kind extends FactKind> {
  fact: Kind;
  /** Beside the person, where the facts have one. */
  key: readonly (keyof FactValues[Kind] & string)[];
  /** The value that names the person, where that can be corrected and is no part of the key. */
  personField?: keyof FactValues[Kind] & string;
  /** A row with a name may bring somebody new; otherwise unknown numbers are refused. */
  createsPeople?: boolean;
  /** Truly equal rows of one file are so many facts: `occurrence`, the last part of the key, numbers them. */
  countsEqual?: boolean;
  /** Puts values right that follow from others, once blanks are filled from what is known. */
  settle?: (values: FactValues[Kind]) => FactValues[Kind];
  /** Why values that blanks were filled into cannot be so; null: they can. */
  flaw?: (values: FactValues[Kind], row: KeyedRow<Kind>) => Finding | null;
}

/** A fact that stands, and whose it is (the register's number of the person). */
export interface Standing<Kind extends FactKind> {
  owner: number | null;
  values: FactValues[Kind];
  /** The register's number of the file that it was read from, and the line. */
  file: number;
  line: number;
}

export interface KeyedKnowledge<Kind extends FactKind> {
  /** Number of the register and name, by identity number. */
  people: ReadonlyMap<string, { id: number; name: string }>;
  known: readonly Standing<Kind>[];
  fileName: (file: number) => string;
  /** Name of a file that was imported earlier, by the number that its facts carry. */
  earlierName: (file: number) => string;
  /** The refused row of an earlier file that a row mends; null: it mends none. */
  mends: (row: ReadRow<unknown>) => MendedRow | null;
  /** This very row of this very file was taken before: it says nothing new. */
  heard: (file: number, line: number) => boolean;
  /** What the register adds to a row that is sound in itself, or why it is refused. */
  complete?: (row: KeyedRow<Kind>) => { values: Partial<FactValues[Kind]> } | { refusal: Finding };
  /** A doubt about a row that says something new; `owner`: the register's number of the person. */
  doubt?: (row: KeyedRow<Kind>, owner: number | null) => Finding | null;
}

/** A row under way, whose cells could be read. */
export type KeyedDraft<Kind extends FactKind> = RowDraft<KeyedRow<Kind>> & { read: { row: KeyedRow<Kind> } };
