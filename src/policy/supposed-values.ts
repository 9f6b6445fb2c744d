import { type Raise, raised } from '../domain/assumptions.js';
import { type Day, overlaps } from '../domain/day.js';
import type { Citation } from '../domain/finding.js';
import { formatYuan, parseYuan } from '../domain/money.js';
import { LEVELS, type Level } from '../domain/terms.js';
import { UserError } from '../domain/user-error.js';
import type { DecidingDay, ParameterValues } from './parameters.js';
import type { PolicyBook, Version } from './policy-book.js';

/** 模拟: what a value rests on that nobody has decreed, and the paper of the value it was made from. */
function supposed(book: PolicyBook, { document, article }: Citation): Citation {
  const title = book.documents.get(document)?.title ?? document;
  return { document: '模拟', article: `据${title} ${article}`.trim() };
}

/**
 * The book with every monthly rate of the city and of the districts that holds in `within` raised, in fen,
 * half a fen up; the rest stays as it is. Throws UserError `simulation.rate-not-positive` for a rate of
 * which nothing would be left.
 */
export function raiseRates(
  book: PolicyBook,
  raises: readonly Raise[],
  within: { from: Day; until: Day },
): PolicyBook {
  const raise = (version: Version<ParameterValues['subsidy.rate']>) =>
    overlaps(version, within)
      ? { ...version, value: raisedValue(version, raises), citation: supposed(book, version.citation) }
      : version;
  return withVersions(book, 'subsidy.rate', book.versions['subsidy.rate'].map(raise));
}

function raisedValue(
  { value, district }: Version<ParameterValues['subsidy.rate']>,
  raises: readonly Raise[],
): ParameterValues['subsidy.rate'] {
  const byOf = (level: Level) =>
    (raises.find((each) => each.level === level) ?? raises.find((each) => each.level === null))?.by;
  const raisedValues: ParameterValues['subsidy.rate'] = {};
  for (const level of LEVELS) {
    const yuan = value[level];
    if (yuan === undefined) continue;
    const fen = parseYuan(String(yuan));
    if (fen === undefined) throw new RangeError(`not an amount in yuan: ${yuan}`);
    const by = byOf(level);
    const supposed = by ? raised(fen, by) : fen;
    if (by && supposed <= 0 && supposed < fen) {
      const amounts = { now: formatYuan(fen), supposed: formatYuan(supposed) };
      throw new UserError('simulation.rate-not-positive', { level, district, ...amounts });
    }
    raisedValues[level] = Number(formatYuan(supposed));
  }
  return raisedValues;
}

/**
 * The book with another deciding day, for every condition, wherever the office has set one. `district`: only
 * there, the others keep theirs; null: everywhere.
 */
export function withDecidedOn(book: PolicyBook, day: DecidingDay, district: string | null): PolicyBook {
  const all = book.versions['subsidy.decided-on'];
  const replaced = (version: (typeof all)[number]) => ({
    ...version,
    value: day,
    citation: supposed(book, version.citation),
  });
  if (district === null) return withVersions(book, 'subsidy.decided-on', all.map(replaced));
  const supposedThere = all
    .filter((version) => version.district === null || version.district === district)
    .map((version) => ({ ...replaced(version), layer: 'district' as const, district }));
  const kept = all.filter((version) => version.district !== district);
  return withVersions(book, 'subsidy.decided-on', [...supposedThere, ...kept]);
}

const withVersions = <P extends 'subsidy.rate' | 'subsidy.decided-on'>(
  book: PolicyBook,
  parameter: P,
  versions: PolicyBook['versions'][P],
): PolicyBook => ({ ...book, versions: { ...book.versions, [parameter]: versions } });
