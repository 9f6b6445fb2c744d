import type { FactChange } from '../domain/changes.js';
import type { Day } from '../domain/day.js';
import type { Assessment, Certificate, Origin, Pay, Person, PersonDetails } from '../domain/facts.js';
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
  /** The day of the roster that a known fact came from. */
  asOfFile: (file: number) => Day | undefined;
}

/**
 * What rows say of a person beside posts: details, certificate, registration, the quarter's answers, pay.
 * A roster that arrives late never overrides what a roster of a later day has said; it fills blanks.
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

/** The register has this fact from a roster of a later day. */
const isOlder = ({ asOf, asOfFile }: PersonNews, file: Origin['file'] | undefined): boolean =>
  file !== undefined && (asOfFile(file) ?? asOf) > asOf;

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
    if (row[cell] === null || (older && before[cell] !== null)) continue;
    Object.assign(after, { [cell]: row[cell] });
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
  if (number !== null && !(older && before.number !== null)) after.number = number;
  if (issued !== null && !(older && !before.issuedAssumed)) {
    after.issued = issued;
    after.issuedAssumed = false;
  } else if (issued === null && before.issuedAssumed && asOf < before.issued) {
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
  if (standing.until === until || row.registeredUntilAssumed || isOlder(news, standing.file)) return [];
  const before = { from: standing.from, until: standing.until };
  return [{ fact: 'registration', owner, before, after: { from, until } }];
}

/** 服务记录 speaks for the quarter of the roster's day, and for no other. */
function planServices(news: PersonNews): FactChange[] {
  const { person: owner, known, row, asOf } = news;
  if (row.services === null) return [];
  const quarter = quarterOf(asOf);
  const standing = known?.serviceClaims.find((claim) => claim.quarter === quarter);
  if (standing && (standing.claim === row.services || isOlder(news, standing.file))) return [];
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
  if (standing && (standing.result === row.role || isOlder(news, standing.file))) return [];
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
