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

/** A cell that can say only one thing, on which an earlier row differs from a later one. */
interface Disagreement {
  /** Position of the earlier row. */
  row: number;
  /** The column's heading, and the value of the row of the later post, which is taken. */
  column: string;
  taken: string;
  /** Position of that row. */
  by: number;
}

/**
 * What a row says of things that can be only so: by heading, with what the cell is about beside the person.
 * 备注 and 月工资 may differ from post to post.
 */
function onlySo(row: RosterRow): readonly (readonly [heading: string, about: string, said: unknown])[] {
  const { level, registeredFrom, registeredUntilAssumed } = row;
  return [
    ...DETAILS.filter((cell) => cell !== 'note').map(
      (cell) => [DETAIL_COLUMNS[cell], '', row[cell]] as const,
    ),
    ['服务记录', '', row.services],
    ['发挥专业作用', '', row.role],
    ['证书管理号', `${level}`, level === null ? null : row.certificateNumber],
    ['发证日期', `${level}`, level === null ? null : row.issued],
    [
      '登记有效期至',
      `${registeredFrom}`,
      registeredFrom === null || registeredUntilAssumed ? null : row.registeredUntil,
    ],
  ];
}

const DETAILS = Object.keys(DETAIL_COLUMNS) as (keyof typeof DETAIL_COLUMNS)[];

/** Rows of one person, the latest post last. */
function disagreementsOf(rows: readonly RosterRow[]): Disagreement[] {
  const taken = new Map<string, { said: unknown; by: number }>();
  const found: Disagreement[] = [];
  for (const [row, cells] of [...rows.map(onlySo).entries()].reverse()) {
    for (const [column, about, said] of cells) {
      if (said === null) continue;
      const key = `${column} ${about}`;
      const later = taken.get(key);
      if (!later) taken.set(key, { said, by: row });
      else if (later.said !== said) found.push({ row, column, taken: `${later.said}`, by: later.by });
    }
  }
  return found;
}

/**
 * Rows of one person, the latest post last, as one: the latest row speaks first, the others fill its
 * blanks.
 */
export function mergeRows(rows: readonly [RosterRow, ...RosterRow[]]): {
  merged: RosterRow;
  disagreements: Disagreement[];
} {
  const merged = { ...(rows.at(-1) as RosterRow) };
  for (const row of rows.slice(0, -1).reverse()) {
    for (const cell of DETAILS) {
      if (merged[cell] === null) Object.assign(merged, { [cell]: row[cell] });
    }
    merged.services ??= row.services;
    merged.role ??= row.role;
    merged.monthlyPay ??= row.monthlyPay;
    fillPapers(merged, row);
  }
  return { merged, disagreements: disagreementsOf(rows) };
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
