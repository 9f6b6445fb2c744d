import type { FactChange } from '../domain/changes.js';
import type { Day } from '../domain/day.js';
import type { Assessment, Certificate, Origin, Pay, Person, PersonDetails } from '../domain/facts.js';
import type { FindingDetails } from '../domain/finding.js';
import { quarterOf } from '../domain/quarter.js';
import type { Level } from '../domain/terms.js';
import type { RosterRow } from './rows.js';

/** The cells of a roster row that are one per person; null says nothing. */
type DetailCells = Pick<RosterRow, 'sex' | 'phone' | 'bank' | 'account' | 'note'>;
export const DETAIL_COLUMNS: Readonly<Record<keyof DetailCells, string>> = {
  sex: '性别',
  phone: '手机号',
  bank: '开户行',
  account: '银行卡号',
  note: '备注',
};

/** What a roster row tells of one person, and how it stands to what is known. */
export interface PersonNews {
  person: number;
  known: Person | undefined;
  pay: readonly Pay[];
  row: RosterRow;
  /** The day of the roster. */
  asOf: Day;
  /** Name and day of the file that a known fact came from, by the number that the fact carries. */
  earlierFile: (file: number) => { name: string; asOf: Day } | undefined;
  /** Hears of every cell of the row that is not taken, because a file of a later day says otherwise. */
  onKept: (kept: KeptCell) => void;
}

/** A cell of an older roster beside what stands. */
export type KeptCell = FindingDetails['fact.newer-kept'] & { stated: string };

/**
 * What rows say of a person beside posts: details, certificate, registration, the quarter's answers, pay.
 * A roster that arrives late never overrides what a file of a later day has said; it fills blanks. A file of
 * another dataset is of the day on which it was imported, unless `--as-of` dates it: what the office has corrected
 * by it must not come back when the same roster is imported again with a late row.
 */
export function planPapers(news: PersonNews): FactChange[] {
  return [
    ...planDetails(news),
    ...planCertificate(news),
    ...planRegistration(news),
    ...planServices(news),
    ...planRole(news),
    ...planPay(news),
  ];
}

/** The register has this fact from a file of a later day. */
const isOlder = ({ asOf, earlierFile }: PersonNews, file: Origin['file'] | undefined): boolean =>
  file !== undefined && (earlierFile(file)?.asOf ?? asOf) > asOf;

/** Tells of a cell that says otherwise than what is kept. */
function keep(
  { asOf, earlierFile, onKept }: PersonNews,
  from: Partial<Origin>,
  { column, dataset, stated, kept }: Pick<KeptCell, 'column' | 'dataset'> & { stated: Said; kept: Said },
): void {
  const file = from.file === undefined ? undefined : earlierFile(from.file);
  if (!file || stated === null || kept === null || stated === kept) return;
  const source = { keptFile: file.name, keptLine: from.line ?? 0, keptAsOf: file.asOf };
  onKept({ column, dataset, asOf, ...source, stated: `${stated}`, kept: `${kept}` });
}

type Said = string | number | null;

function planDetails(news: PersonNews): FactChange[] {
  const { person: owner, known, row } = news;
  if (!known) {
    const { name, sex, phone, bank, account, note } = row;
    return [{ fact: 'details', owner, before: null, after: { name, sex, phone, bank, account, note } }];
  }
  const { name, sex, phone, bank, account, note } = known;
  const before: PersonDetails = { name, sex, phone, bank, account, note };
  const after = { ...before };
  const older = isOlder(news, known.detailsFile);
  for (const cell of Object.keys(DETAIL_COLUMNS) as (keyof DetailCells)[]) {
    if (row[cell] === null) continue;
    if (!older || before[cell] === null) Object.assign(after, { [cell]: row[cell] });
    // A remark is of its day: that an older one differs is no contradiction.
    else if (cell !== 'note') {
      const column = DETAIL_COLUMNS[cell];
      const from = { file: known.detailsFile, line: known.detailsLine };
      keep(news, from, { column, dataset: 'roster', stated: row[cell], kept: before[cell] });
    }
  }
  const changed = (Object.keys(DETAIL_COLUMNS) as (keyof DetailCells)[]).some(
    (cell) => after[cell] !== before[cell],
  );
  return changed ? [{ fact: 'details', owner, before, after }] : [];
}

function planCertificate(news: PersonNews): FactChange[] {
  const { person: owner, known, row, asOf } = news;
  if (row.level === null || row.level === 'none') return [];
  const level: Level = row.level;
  const { certificateNumber: number, issued } = row;
  const standing = known?.certificates.find((certificate) => certificate.level === level);
  if (!standing) {
    const after = { level, number, issued: issued ?? asOf, issuedAssumed: issued === null };
    return [{ fact: 'certificate', owner, before: null, after }];
  }
  const older = isOlder(news, standing.file);
  const before = certificateValues(standing);
  const after = { ...before };
  const dataset = 'certificates';
  if (number !== null && !(older && before.number !== null)) after.number = number;
  else if (older)
    keep(news, standing, { column: '证书管理号', dataset, stated: number, kept: before.number });
  if (older && !before.issuedAssumed) {
    keep(news, standing, { column: '发证日期', dataset, stated: issued, kept: before.issued });
  } else if (issued !== null) {
    after.issued = issued;
    after.issuedAssumed = false;
  } else if (before.issuedAssumed && asOf < before.issued) {
    // An earlier roster already told of it.
    after.issued = asOf;
  }
  const keys = Object.keys(after) as (keyof typeof after)[];
  return keys.some((key) => after[key] !== before[key])
    ? [{ fact: 'certificate', owner, before, after }]
    : [];
}

/** Its values, with what only a file of certificates tells. */
const certificateValues = ({ level, number, issued, issuedAssumed, approved }: Certificate) => ({
  level,
  number,
  issued,
  issuedAssumed,
  ...(approved ? { approved } : {}),
});

function planRegistration(news: PersonNews): FactChange[] {
  const { person: owner, known, row } = news;
  const { registeredFrom: from, registeredUntil: until } = row;
  if (from === null || until === null) return [];
  const standing = known?.registrations.find((registration) => registration.from === from);
  if (!standing) return [{ fact: 'registration', owner, before: null, after: { from, until } }];
  if (standing.until === until || row.registeredUntilAssumed) return [];
  if (isOlder(news, standing.file)) {
    const column = '登记有效期至';
    keep(news, standing, { column, dataset: 'registrations', stated: until, kept: standing.until });
    return [];
  }
  const before = { from: standing.from, until: standing.until };
  return [{ fact: 'registration', owner, before, after: { from, until } }];
}

/** 服务记录 speaks for the quarter of the roster's day, and for no other. */
function planServices(news: PersonNews): FactChange[] {
  const { person: owner, known, row, asOf } = news;
  if (row.services === null) return [];
  const quarter = quarterOf(asOf);
  const standing = known?.serviceClaims.find((claim) => claim.quarter === quarter);
  if (standing?.claim === row.services) return [];
  if (standing && isOlder(news, standing.file)) {
    const said = { stated: row.services, kept: standing.claim };
    keep(news, standing, { column: '服务记录', dataset: 'roster', ...said });
    return [];
  }
  const before = standing ? { quarter, claim: standing.claim } : null;
  return [{ fact: 'service-claim', owner, before, after: { quarter, claim: row.services } }];
}

/** 发挥专业作用 likewise. */
function planRole(news: PersonNews): FactChange[] {
  const { person: owner, known, row, asOf } = news;
  if (row.role === null) return [];
  const period = quarterOf(asOf);
  const kind = '专业作用' as const;
  const standing = known?.assessments.find((assessment) => assessment.period === period);
  if (standing?.result === row.role) return [];
  if (standing && isOlder(news, standing.file)) {
    const said = { stated: row.role, kept: standing.result };
    keep(news, standing, { column: '发挥专业作用', dataset: 'assessments', ...said });
    return [];
  }
  const before = standing ? { ...assessmentValues(standing), kind } : null;
  return [{ fact: 'assessment', owner, before, after: { ...before, period, kind, result: row.role } }];
}

const assessmentValues = ({ period, result, assessor, basis }: Assessment) => ({
  period,
  result,
  ...(assessor ? { assessor } : {}),
  ...(basis ? { basis } : {}),
});

function planPay({ person: owner, pay, row, asOf }: PersonNews): FactChange[] {
  if (row.monthlyPay === null) return [];
  const current = pay.findLast(({ from }) => from <= asOf);
  if (current?.monthly === row.monthlyPay) return [];
  const before = current?.from === asOf ? { from: current.from, monthly: current.monthly } : null;
  return [{ fact: 'pay', owner, before, after: { from: asOf, monthly: row.monthlyPay } }];
}
