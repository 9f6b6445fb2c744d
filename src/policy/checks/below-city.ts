import type { Day } from '../../domain/day.js';
import { type Finding, finding } from '../../domain/finding.js';
import type { Condition } from '../../domain/terms.js';
import { inForce } from '../in-force.js';
import { DISTRICT_MAY, PARAMETERS, type Parameter } from '../parameters.js';
import type { PolicyBook, Version } from '../policy-book.js';
import { placeOf, turningDays } from './spans.js';

type Values = Pick<PolicyBook, 'versions'>;

/** Conditions that a district may add of its own accord. */
const DISTRICTS_MAY_ADD: readonly Condition[] = ['no-sanction'];

/**
 * Districts may raise and widen, never go below the city: on no day, for no level, kind, category or
 * condition. The city's value is what answers in the layers below, be it the shipped one. 三(六)1
 */
export function checkDistricts(book: Values): Finding[] {
  return PARAMETERS.flatMap((parameter) => {
    const may = DISTRICT_MAY[parameter];
    if (may === null || may === 'choose') return [];
    return book.versions[parameter]
      .filter(({ layer }) => layer === 'district')
      .flatMap((version) => compareWithCity(book, parameter, may, version));
  });
}

function compareWithCity(
  book: Values,
  parameter: Parameter,
  may: 'raise' | 'widen' | 'add',
  version: Version,
): Finding[] {
  const told = new Map<string, Finding>();
  for (const on of turningDays(version, book.versions[parameter])) {
    const city = inForce(book, parameter, null, on);
    if (!city) continue;
    const shortcomings = {
      raise: () => lowered(parameter, version as Version<Amounts>, city as Version<Amounts>, on),
      widen: () => narrowed(version as Version<Words>, city as Version<Words>, on),
      add: () => changedConditions(version as Version<Words>, city as Version<Words>),
    }[may]();
    for (const [key, found] of shortcomings) if (!told.has(key)) told.set(key, found);
  }
  return [...told.values()];
}

type Amounts = Readonly<Record<string, number>>;
type Words = readonly string[];

function lowered(
  parameter: Parameter,
  own: Version<Amounts>,
  city: Version<Amounts>,
  on: Day,
): [string, Finding][] {
  return Object.entries(own.value).flatMap(([key, value]): [string, Finding][] => {
    const least = city.value[key];
    if (least === undefined || value >= least) return [];
    const details = { parameter, key, value: String(value), city: String(least), on };
    const where = { ...placeOf(own), column: `value.${key}`, value: String(value), citation: city.citation };
    return [[key, finding('policy.below-city', 'error', subjectOf(own), details, where)]];
  });
}

function narrowed(own: Version<Words>, city: Version<Words>, on: Day): [string, Finding][] {
  return city.value
    .filter((category) => !own.value.includes(category))
    .map((category) => {
      const where = { ...placeOf(own), column: 'value', citation: city.citation };
      return [category, finding('policy.drops-category', 'error', subjectOf(own), { category, on }, where)];
    });
}

function changedConditions(own: Version<Words>, city: Version<Words>): [string, Finding][] {
  const where = { ...placeOf(own), column: 'value', citation: city.citation };
  const dropped = city.value.filter((condition) => !own.value.includes(condition));
  const added = own.value.filter(
    (condition) => !city.value.includes(condition) && !(DISTRICTS_MAY_ADD as Words).includes(condition),
  );
  return [
    ...dropped.map((condition): [string, Finding] => [
      condition,
      finding('policy.drops-condition', 'error', subjectOf(own), { condition, by: 'district' }, where),
    ]),
    ...added.map((condition): [string, Finding] => [
      condition,
      finding('policy.adds-condition', 'error', subjectOf(own), { condition }, where),
    ]),
  ];
}

const subjectOf = ({ district }: Version): string => district ?? '';
