import { maskNumber } from '../domain/mask.js';
import type { RowDraft } from './plan-result.js';
import type { RosterRow } from './rows.js';
import { quarrel, sameCells } from './rows-of-one.js';

/** A row of a roster on its way through the plan, its cells sound. */
export type Draft = RowDraft<RosterRow> & { read: { row: RosterRow } };

export const hasRow = (draft: RowDraft<RosterRow>): draft is Draft => draft.read.row !== null;

/** Name and masked number of whom a row is about. */
export const subject = ({ read: { row } }: Draft): string => `${row.name} ${maskNumber(row.idNumber)}`;

/** A row that cannot stand beside another of the same person. */
interface Quarrel {
  draft: Draft;
  other: Draft;
  why: 'name' | 'overlap';
}

/**
 * Several rows of one person, compared: those that can stand beside each other, earliest post first; the first
 * quarrel of each other one; the copies of these. Equal rows count once.
 */
export function comparedRows(drafts: readonly Draft[]): {
  sound: Draft[];
  quarrels: Quarrel[];
  copies: Draft[];
} {
  const distinct: Draft[] = [];
  const twins: [Draft, Draft][] = [];
  for (const draft of drafts) {
    const twin = distinct.find((other) => sameCells(other.read.row, draft.read.row));
    if (twin) twins.push([draft, twin]);
    else distinct.push(draft);
  }
  const quarrels = new Map<Draft, Quarrel>();
  for (const [index, a] of distinct.entries()) {
    for (const b of distinct.slice(index + 1)) {
      const why = quarrel(a.read.row, b.read.row);
      if (!why) continue;
      if (!quarrels.has(a)) quarrels.set(a, { draft: a, other: b, why });
      if (!quarrels.has(b)) quarrels.set(b, { draft: b, other: a, why });
    }
  }
  const sound = distinct.filter((draft) => !quarrels.has(draft));
  return {
    sound: sound.sort((a, b) => (a.read.row.stated < b.read.row.stated ? -1 : 1)),
    quarrels: [...quarrels.values()],
    copies: twins.filter(([, twin]) => quarrels.has(twin)).map(([copy]) => copy),
  };
}

/** A post that several rows of one person touched is written once, as the last of them left it. */
export function dropRepeatedPosts(drafts: readonly Draft[]): void {
  const seen = new Set<number>();
  for (const draft of [...drafts].reverse()) {
    draft.changes = draft.changes.filter((change) => {
      if (change.fact !== 'post' || change.post === undefined) return true;
      if (seen.has(change.post)) return false;
      seen.add(change.post);
      return true;
    });
  }
}
