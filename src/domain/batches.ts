import type { FactKind, OutcomeCounts } from './changes.js';
import type { Day } from './day.js';

/** A file of a batch. */
export interface BatchFile {
  name: string;
  sha256: string;
  encoding: string;
  asOf: Day;
  rows: number;
}

/** One command that wrote facts: an import, or an undo. */
export interface BatchRecord {
  batch: number;
  /** `undo` for a batch that takes another one back. */
  dataset: string;
  /** ISO moment. */
  recordedAt: string;
  user: string;
  counts: OutcomeCounts;
  files: readonly BatchFile[];
  /** The batch that this one takes back. */
  undoes: number | null;
  /** The batch by which this one was taken back, and still is. */
  undoneBy: number | null;
}

/** How many facts of one kind a batch recorded, and how many it superseded. */
export interface FactCount {
  /** `link`: two identity numbers that are one person's. */
  fact: FactKind | 'link';
  recorded: number;
  superseded: number;
}

/** Whom or what a fact is about, in words. */
export interface Subject {
  name: string | null;
  /** Identity number of a person. */
  idNumber: string | null;
  /** Code of a unit. */
  code: string | null;
}

/** What a batch did to one person, unit or workplace. */
export interface TouchedSubject extends Subject {
  facts: readonly FactCount[];
}

export interface BatchContents {
  facts: readonly FactCount[];
  /** In order of identity numbers and codes. */
  touched: readonly TouchedSubject[];
}
