import { day } from '../../src/domain/day.js';
import type {
  Assessment,
  Certificate,
  Establishment,
  Person,
  Post,
  Registration,
  Sanction,
  ServiceClaim,
  ServiceRecord,
  Unit,
} from '../../src/domain/facts.js';
import { quarter } from '../../src/domain/quarter.js';
import type { Category, Level, UnitKind } from '../../src/domain/terms.js';

const origin = { file: 1, line: 7 };

/** A unit of 锦江区 that has always existed, unless told otherwise. */
export function unit(
  id: number,
  {
    district = '锦江区',
    kind = '社区',
    founded = null,
    dissolved = null,
    confirmed = true,
    changes = [],
    ...rest
  }: {
    district?: string;
    township?: string;
    kind?: UnitKind | null;
    founded?: string | null;
    dissolved?: string | null;
    confirmed?: boolean;
    successor?: number;
    changes?: readonly { from: string; district?: string; kind?: UnitKind | null }[];
  } = {},
): Unit {
  const term = {
    ...origin,
    from: null,
    code: `5101040010${String(id).padStart(2, '0')}`,
    name: `第${id}社区`,
    county: '锦江区',
    township: rest.township ?? '春熙路街道',
    kind,
    kindConfirmed: confirmed,
    district,
    districtConfirmed: confirmed,
  };
  return {
    id,
    founded: founded === null ? null : day(founded),
    dissolved: dissolved === null ? null : day(dissolved),
    successor: rest.successor,
    terms: [term, ...changes.map(({ from, ...change }) => ({ ...term, ...change, from: day(from) }))],
  };
}

let posts = 0;

/** A post at a unit (by number) or at a workplace of a district; each gets a number of its own. */
export function post({
  at = 1,
  from = '2020-01-01',
  until = null,
  category = '城乡社区专职工作者',
  title = null,
  changes = [],
}: {
  at?: number | { district: string; workplace: string };
  from?: string;
  until?: string | null;
  category?: Category;
  title?: string | null;
  changes?: readonly { from: string; category?: Category; title?: string | null }[];
} = {}): Post {
  const first = { ...origin, from: day(from), category, title };
  return {
    ...origin,
    id: ++posts,
    place:
      typeof at === 'number'
        ? { unit: at, workplace: null, district: null, township: null }
        : { unit: null, workplace: at.workplace, district: at.district, township: null },
    stated: day(from),
    from: day(from),
    until: until === null ? null : day(until),
    asOf: day('2026-06-30'),
    terms: [
      first,
      ...changes.map(({ from: since, ...change }) => ({ ...first, ...change, from: day(since) })),
    ],
  };
}

export const certificate = (level: Level, issued = '2019-01-01'): Certificate => ({
  ...origin,
  level,
  number: null,
  issued: day(issued),
  issuedAssumed: false,
});

export const registration = (from: string, until: string): Registration => ({
  ...origin,
  from: day(from),
  until: day(until),
});

export const serviceClaim = (of: string, claim: ServiceClaim['claim']): ServiceClaim => ({
  ...origin,
  quarter: quarter(of),
  claim,
});

export const service = (on: string): ServiceRecord => ({ ...origin, on: day(on) });
export const assessment = (period: string, result: '是' | '否'): Assessment => ({
  ...origin,
  period,
  result,
});

export const sanction = (from: string, until: string | null): Sanction => ({
  ...origin,
  from: day(from),
  until: until === null ? null : day(until),
});

/** Somebody on post since 2020, 初级, registered, assessed: whoever meets every condition of every quarter 2020-2029. */
export function person(known: Partial<Person> = {}): Person {
  const quarters = YEARS.flatMap((year) => [1, 2, 3, 4].map((number) => `${year}Q${number}`));
  return {
    id: 1,
    idNumber: '000000199001010000',
    name: '甲',
    sex: null,
    phone: null,
    bank: null,
    account: null,
    note: null,
    posts: [post()],
    certificates: [certificate('初级')],
    registrations: [registration('2019-06-01', '2029-12-31')],
    serviceClaims: quarters.map((each) => serviceClaim(each, '是')),
    services: [],
    assessments: YEARS.map((year) => assessment(String(year), '是')),
    sanctions: [],
    ...known,
  };
}

const YEARS = Array.from({ length: 10 }, (_, index) => 2020 + index);

export const establishment = (
  at: number | { district: string; workplace: string },
  title: string,
  count: number,
  from = '2022-03-01',
  until: string | null = null,
): Establishment => ({
  ...origin,
  place:
    typeof at === 'number'
      ? { unit: at, workplace: null, district: null, township: null }
      : { unit: null, ...at, township: null },
  title,
  count,
  from: day(from),
  until: until === null ? null : day(until),
  document: null,
});
