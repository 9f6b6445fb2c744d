import type { AreaOrder } from '../domain/area-order.js';
import { type Day, day } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import type { FoundWorker } from '../domain/history.js';
import { birthDay, sexOf } from '../domain/id-number.js';
import { CATEGORIES, LEVELS, type Level } from '../domain/terms.js';
import { inForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { highestCertificate } from './certificates.js';

/** What holders are told apart by. */
const HOLDERS_BY = ['level', 'sector', 'district', 'sex', 'age', 'year'] as const;
export type HoldersBy = (typeof HOLDERS_BY)[number];

/** The age bands of the statistical forms of civil affairs, by their last year of age. */
const AGE_BANDS = [
  { band: '≤35', last: 35 },
  { band: '36-45', last: 45 },
  { band: '46-55', last: 55 },
  { band: '≥56', last: Number.POSITIVE_INFINITY },
] as const;

/** Holders, each once at their highest level. */
interface HolderSums {
  holders: number;
  /** Without 员级, which is no national certificate. */
  national: number;
  byLevel: Readonly<Record<Level, number>>;
  /** Of the holders, those with a post on the day. */
  onPost: number;
}

export interface HolderRow extends HolderSums {
  by: HoldersBy;
  /** null: not known (no post yet). */
  group: string | null;
  /** Holders a year before; null for years of issue. */
  yearBefore: number | null;
  /** How many more there are than a year before; of a year, who got their first certificate in it. */
  growth: number;
}

/** How far the target of 二 has come. */
interface TargetProgress {
  target: number;
  by: number;
  /** Its last day. */
  deadline: Day;
  missing: number;
  missingNational: number;
  /** The holders on its last day; null: not over yet. */
  atDeadline: HolderSums | null;
}

export interface CertificateSummary {
  rows: readonly HolderRow[];
  totals: HolderSums & {
    /** Holders with a registration in force. */
    registered: number;
    yearBefore: number;
    growth: number;
    /** null: of a part of the city, or no policy sets a target. */
    target: TargetProgress | null;
  };
  findings: readonly Finding[];
}

interface Question {
  /** Everybody in the area as they are on the day, a year before, and on any other. */
  peopleOn: (on: Day) => readonly FoundWorker[];
  on: Day;
  yearBefore: Day;
  book: PolicyBook;
  order: AreaOrder;
  /** The whole register: only then the target of the city can be compared. */
  wholeCity: boolean;
}

/** Holders of certificates on a day by level, sector, district, sex, age and year of issue. 二, 三(二)1 */
export function summarizeCertificates(question: Question): CertificateSummary {
  const { peopleOn, on, yearBefore, order } = question;
  const holders = peopleOn(on).filter(isHolder);
  const before = peopleOn(yearBefore).filter(isHolder);
  const rows = HOLDERS_BY.flatMap((by) => {
    const groupOf = (today: Day) => (worker: FoundWorker) => GROUPS[by](worker, today);
    const now = groupBy(holders, groupOf(on));
    const then = groupBy(before, groupOf(yearBefore));
    const arrived = by === 'year' ? groupBy(holders, firstYear(on)) : null;
    const names = new Set([...now.keys(), ...(arrived ?? then).keys()]);
    return [...names].sort(inOrder(by, order)).map((group): HolderRow => {
      const sums = sumsOf(now.get(group) ?? []);
      const yearBefore = arrived ? null : (then.get(group)?.length ?? 0);
      const growth = arrived ? (arrived.get(group)?.length ?? 0) : sums.holders - (yearBefore ?? 0);
      return { by, group, ...sums, yearBefore, growth };
    });
  });
  const sums = sumsOf(holders);
  const target = progressOf(question, sums);
  const registered = holders.filter(({ registration: state }) => state === 'valid' || state === 'due').length;
  const growth = holders.length - before.length;
  return {
    rows,
    totals: { ...sums, registered, yearBefore: before.length, growth, target: target?.progress ?? null },
    findings: [...(target?.findings ?? []), ...assumedFindings(holders, on)],
  };
}

const isHolder = ({ level }: FoundWorker): boolean => level !== null;

const GROUPS: { readonly [By in HoldersBy]: (worker: FoundWorker, on: Day) => string | null } = {
  level: ({ level }) => level,
  sector: ({ category }) => category,
  district: ({ place }) => place?.district ?? null,
  sex: ({ person }) => sexOf(person.idNumber),
  age: ({ person }, on) => ageBand(birthDay(person.idNumber), on),
  year: ({ person }, on) => highestCertificate(person.certificates, on)?.issued.slice(0, 4) ?? null,
};

/** The year in which somebody came to hold any certificate. */
const firstYear =
  (on: Day) =>
  ({ person }: FoundWorker): string | null => {
    const days = person.certificates.map(({ issued }) => issued).filter((issued) => issued <= on);
    return days.sort()[0]?.slice(0, 4) ?? null;
  };

function ageBand(birth: Day | undefined, on: Day): string | null {
  if (birth === undefined) return null;
  const birthdayToCome = on.slice(5) < birth.slice(5);
  const age = Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (birthdayToCome ? 1 : 0);
  return AGE_BANDS.find(({ last }) => age <= last)?.band ?? null;
}

/** As the office lists them; what is not known comes last. */
function inOrder(by: HoldersBy, { compareDistricts }: AreaOrder) {
  const lists: Partial<Record<HoldersBy, readonly string[]>> = {
    level: LEVELS,
    sector: CATEGORIES,
    sex: ['男', '女'],
    age: AGE_BANDS.map(({ band }) => band),
  };
  const list = lists[by];
  return (a: string | null, b: string | null): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (list) return list.indexOf(a) - list.indexOf(b);
    return by === 'district' ? compareDistricts(a, b) : Number(a) - Number(b);
  };
}

function sumsOf(holders: readonly FoundWorker[]): HolderSums {
  const count = (level: Level) => holders.filter((worker) => worker.level === level).length;
  const byLevel = Object.fromEntries(LEVELS.map((level) => [level, count(level)])) as Record<Level, number>;
  return {
    holders: holders.length,
    national: holders.length - byLevel.员级,
    byLevel,
    onPost: holders.filter(({ onPost }) => onPost).length,
  };
}

function progressOf(
  { book, on, wholeCity, peopleOn }: Question,
  { holders, national }: HolderSums,
): { progress: TargetProgress; findings: Finding[] } | null {
  const version = wholeCity ? inForce(book, 'target.certificate-holders', null, on) : undefined;
  if (!version) return null;
  const { holders: target, by } = version.value;
  const deadline = day(`${by}-12-31`);
  const over = deadline < on;
  const progress: TargetProgress = {
    target,
    by,
    deadline,
    missing: Math.max(0, target - holders),
    missingNational: Math.max(0, target - national),
    atDeadline: over ? sumsOf(peopleOn(deadline).filter(isHolder)) : null,
  };
  const details = { target, by, holders, national };
  const { citation } = version;
  const findings =
    !over || national >= target
      ? []
      : holders < target
        ? [finding('certificate.target-missed', 'error', '', details, { citation })]
        : [finding('certificate.target-with-entry-level', 'warning', '', details, { citation })];
  return { progress, findings };
}

function assumedFindings(holders: readonly FoundWorker[], on: Day): Finding[] {
  const people = holders.filter(
    ({ person }) => highestCertificate(person.certificates, on)?.issuedAssumed === true,
  ).length;
  return people === 0 ? [] : [finding('certificate.issue-assumed', 'info', '', { people })];
}
