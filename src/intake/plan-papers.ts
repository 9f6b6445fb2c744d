import type { FactChange } from '../domain/changes.js';
import type { Day } from '../domain/day.js';
import type { Certificate, Pay, Person, PersonDetails } from '../domain/facts.js';
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

/** What rows say of a person beside posts: details, certificate, registration, the quarter's answers, pay. */
export function planPapers(
  person: number,
  known: Person | undefined,
  pay: readonly Pay[],
  row: RosterRow,
  asOf: Day,
): FactChange[] {
  const changes: FactChange[] = [];
  planDetails(changes, person, known, row);
  planCertificate(changes, person, known, row, asOf);
  planRegistration(changes, person, known, row);
  planQuarter(changes, person, known, row, asOf);
  if (row.monthlyPay !== null) {
    const current = pay.findLast(({ from }) => from <= asOf);
    if (current?.monthly !== row.monthlyPay) {
      const before = current?.from === asOf ? { from: current.from, monthly: current.monthly } : null;
      changes.push({ fact: 'pay', owner: person, before, after: { from: asOf, monthly: row.monthlyPay } });
    }
  }
  return changes;
}

function planDetails(changes: FactChange[], person: number, known: Person | undefined, row: RosterRow): void {
  if (!known) {
    const { name, sex, phone, bank, account, note } = row;
    changes.push({
      fact: 'details',
      owner: person,
      before: null,
      after: { name, sex, phone, bank, account, note },
    });
    return;
  }
  const before: PersonDetails = {
    name: known.name,
    sex: known.sex,
    phone: known.phone,
    bank: known.bank,
    account: known.account,
    note: known.note,
  };
  const after = { ...before };
  let changed = false;
  for (const cell of Object.keys(DETAIL_COLUMNS) as (keyof DetailCells)[]) {
    const value = row[cell];
    if (value === null || value === before[cell]) continue;
    Object.assign(after, { [cell]: value });
    changed = true;
  }
  if (changed) changes.push({ fact: 'details', owner: person, before, after });
}

function planCertificate(
  changes: FactChange[],
  person: number,
  known: Person | undefined,
  row: RosterRow,
  asOf: Day,
): void {
  if (row.level === null || row.level === 'none') return;
  const level: Level = row.level;
  const standing = known?.certificates.find((certificate) => certificate.level === level);
  if (!standing) {
    const after = {
      level,
      number: row.certificateNumber,
      issued: row.issued ?? asOf,
      issuedAssumed: row.issued === null,
    };
    changes.push({ fact: 'certificate', owner: person, before: null, after });
    return;
  }
  const before = certificateValues(standing);
  const after = { ...before, number: row.certificateNumber ?? before.number };
  if (row.issued !== null) {
    after.issued = row.issued;
    after.issuedAssumed = false;
  } else if (before.issuedAssumed && asOf < before.issued) {
    // An earlier roster already told of it.
    after.issued = asOf;
  }
  if (
    after.number !== before.number ||
    after.issued !== before.issued ||
    after.issuedAssumed !== before.issuedAssumed
  ) {
    changes.push({ fact: 'certificate', owner: person, before, after });
  }
}

const certificateValues = ({ level, number, issued, issuedAssumed }: Certificate) => ({
  level,
  number,
  issued,
  issuedAssumed,
});

function planRegistration(
  changes: FactChange[],
  person: number,
  known: Person | undefined,
  row: RosterRow,
): void {
  const { registeredFrom: from, registeredUntil: until } = row;
  if (from === null || until === null) return;
  const standing = known?.registrations.find((registration) => registration.from === from);
  if (!standing) {
    changes.push({ fact: 'registration', owner: person, before: null, after: { from, until } });
  } else if (standing.until !== until && !row.registeredUntilAssumed) {
    const before = { from: standing.from, until: standing.until };
    changes.push({ fact: 'registration', owner: person, before, after: { from, until } });
  }
}

/** 服务记录 and 发挥专业作用 speak for the quarter of the roster's day, and for no other. */
function planQuarter(
  changes: FactChange[],
  person: number,
  known: Person | undefined,
  row: RosterRow,
  asOf: Day,
): void {
  const quarter = quarterOf(asOf);
  if (row.services !== null) {
    const standing = known?.serviceClaims.find((claim) => claim.quarter === quarter);
    if (standing?.claim !== row.services) {
      const before = standing ? { quarter, claim: standing.claim } : null;
      changes.push({ fact: 'service-claim', owner: person, before, after: { quarter, claim: row.services } });
    }
  }
  if (row.role !== null) {
    const standing = known?.assessments.find(({ period }) => period === quarter);
    if (standing?.result !== row.role) {
      const kind = '专业作用' as const;
      const before = standing ? { period: quarter, kind, result: standing.result } : null;
      changes.push({
        fact: 'assessment',
        owner: person,
        before,
        after: { period: quarter, kind, result: row.role },
      });
    }
  }
}
