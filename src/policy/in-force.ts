import { type Day, holdsOn } from '../domain/day.js';
import type { Level } from '../domain/terms.js';
import type { Parameter, ParameterValues } from './parameters.js';
import { LAYERS, type PolicyBook, type Version } from './policy-book.js';

/**
 * For the versions of a parameter, those that may answer a district, first answer first. Filled as
 * questions come: a book never changes, so the same question always has the same answer, and the
 * preview of a city asks a million.
 */
const answers = new WeakMap<readonly Version[], Map<string | null, readonly Version[]>>();

function mayAnswer(versions: readonly Version[], district: string | null): readonly Version[] {
  const known = answers.get(versions)?.get(district);
  if (known) return known;
  const found = LAYERS.flatMap((layer) =>
    versions.filter(
      (version) => version.layer === layer && (version.district === null || version.district === district),
    ),
  );
  const byDistrict = answers.get(versions) ?? new Map<string | null, readonly Version[]>();
  answers.set(versions, byDistrict.set(district, found));
  return found;
}

/**
 * The value that holds in a district (null: the city as such) on a day: the district's file before
 * the operator's city.yaml before the shipped pack. Undefined: nothing is in force, which is an
 * answer of its own, never 0.
 */
export function inForce<P extends Parameter>(
  book: Pick<PolicyBook, 'versions'>,
  parameter: P,
  district: string | null,
  on: Day,
): Version<ParameterValues[P]> | undefined {
  const found = mayAnswer(book.versions[parameter], district).find((version) => holdsOn(version, on));
  return found as Version<ParameterValues[P]> | undefined;
}

/** The monthly rate of one level and where it comes from. A level that a district leaves out is the city's. 三(六)1 */
export function rateInForce(
  book: Pick<PolicyBook, 'versions'>,
  district: string,
  level: Level,
  on: Day,
): { yuan: number; version: Version<ParameterValues['subsidy.rate']> } | undefined {
  for (const scope of [district, null]) {
    const version = inForce(book, 'subsidy.rate', scope, on);
    const yuan = version?.value[level];
    if (version && yuan !== undefined) return { yuan, version };
  }
  return undefined;
}
