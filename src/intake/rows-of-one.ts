import { overlaps } from '../domain/day.js';
import { nameKey } from '../domain/name.js';
import { DETAIL_COLUMNS } from './plan-papers.js';
import { samePlace } from './planned-post.js';
import type { RosterRow } from './rows.js';

/** Why two rows of one person cannot both stand: another name, or posts at the same time. */
export function quarrel(a: RosterRow, b: RosterRow): 'name' | 'overlap' | null {
  if (nameKey(a.name) !== nameKey(b.name)) return 'name';
  const span = ({ stated, until }: RosterRow) => ({ from: stated, until });
  return overlaps(span(a), span(b)) ? 'overlap' : null;
}

/** Two rows that say the same in every cell. */
export function sameCells(a: RosterRow, b: RosterRow): boolean {
  const { place: placeA, ...restA } = a;
  const { place: placeB, ...restB } = b;
  const keys = Object.keys(restA) as (keyof typeof restA)[];
  return samePlace(placeA, placeB) && keys.every((key) => restA[key] === restB[key]);
}

/** A cell that is one per person, on which an earlier row differs from the latest. */
interface Disagreement {
  /** Position of the earlier row. */
  row: number;
  /** The column's heading, and the value of the later post, which is taken. */
  column: string;
  taken: string;
}

/**
 * Rows of one person, the latest post last, as one: the latest row speaks first, the others fill its
 * blanks. 备注 may differ from post to post.
 */
export function mergeRows(rows: readonly [RosterRow, ...RosterRow[]]): {
  merged: RosterRow;
  disagreements: Disagreement[];
} {
  const merged = { ...(rows.at(-1) as RosterRow) };
  const disagreements: Disagreement[] = [];
  for (const [position, row] of [...rows.slice(0, -1).entries()].reverse()) {
    for (const cell of Object.keys(DETAIL_COLUMNS) as (keyof typeof DETAIL_COLUMNS)[]) {
      const taken = merged[cell];
      if (taken === null) Object.assign(merged, { [cell]: row[cell] });
      else if (row[cell] !== null && row[cell] !== taken && cell !== 'note') {
        disagreements.push({ row: position, column: DETAIL_COLUMNS[cell], taken });
      }
    }
    merged.services ??= row.services;
    merged.role ??= row.role;
    merged.monthlyPay ??= row.monthlyPay;
    fillPapers(merged, row);
  }
  return { merged, disagreements };
}

/** What is one per person is told by the merged row alone. */
const SILENT = {
  sex: null,
  phone: null,
  bank: null,
  account: null,
  note: null,
  services: null,
  role: null,
  monthlyPay: null,
};

/**
 * What the earlier rows add beside the merged one, in their order: another level or another registration
 * is a fact of its own, told once, by the latest row that has it; the others fill its blanks.
 */
export function earlierPapers(earlier: readonly RosterRow[], merged: RosterRow): RosterRow[] {
  const levels = new Set([merged.level]);
  const registrations = new Set([merged.registeredFrom]);
  const papers: RosterRow[] = [];
  for (const [index, row] of [...earlier.entries()].reverse()) {
    const own = { ...row, ...SILENT };
    for (const before of earlier.slice(0, index).reverse()) fillPapers(own, before);
    if (levels.has(row.level)) own.level = null;
    if (registrations.has(row.registeredFrom)) own.registeredFrom = null;
    levels.add(row.level);
    registrations.add(row.registeredFrom);
    papers[index] = own;
  }
  return papers;
}

/** Fills what a row leaves open of its certificate and registration from another row that has the same. */
function fillPapers(row: RosterRow, other: RosterRow): void {
  if (row.level === other.level) {
    row.issued ??= other.issued;
    row.certificateNumber ??= other.certificateNumber;
  }
  const sameRegistration = row.registeredFrom === other.registeredFrom;
  if (sameRegistration && row.registeredUntilAssumed && !other.registeredUntilAssumed) {
    row.registeredUntil = other.registeredUntil;
    row.registeredUntilAssumed = false;
  }
}
