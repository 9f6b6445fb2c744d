import type { FactChange, FactKind, Outcome, OutcomeCounts, RowPlan } from '../domain/changes.js';
import type { Finding } from '../domain/finding.js';
import type { ReadRow } from './rows.js';

/**
 * What an import would do, decided before anything is written. People, units and posts that are new have
 * negative numbers, in order (-1 is the first); whoever applies the plan gives them real ones.
 */
export interface ImportPlan {
  /** One for each row read, in the order read. */
  rows: readonly RowPlan[];
  /** Identity numbers of the new people, codes of the new units. */
  newPeople: readonly string[];
  newUnits: readonly string[];
  newPosts: number;
  findings: readonly Finding[];
}

/** A row on its way through the plan. */
export interface RowDraft<Row> {
  read: ReadRow<Row>;
  outcome: Outcome;
  changes: FactChange[];
}

export const draftRows = <Row>(rows: readonly ReadRow<Row>[]): RowDraft<Row>[] =>
  rows.map((read) => ({ read, outcome: read.row === null ? 'rejected' : 'same', changes: [] }));

export const finishRows = (drafts: readonly RowDraft<unknown>[]): RowPlan[] =>
  drafts.map(({ read, outcome, changes }) => ({ file: read.file, line: read.line, outcome, changes }));

/** Counts the outcomes; they always add up to the rows read. */
export function countOutcomes(rows: readonly RowPlan[], skipped: number): OutcomeCounts {
  const counts = { read: rows.length, new: 0, changed: 0, same: 0, conflict: 0, rejected: 0, skipped };
  for (const { outcome } of rows) counts[outcome]++;
  return counts;
}

/** The change with this fact's type, so that `before` and `after` fit it. */
export type ChangeOf<Kind extends FactKind> = Extract<FactChange, { fact: Kind }>;
