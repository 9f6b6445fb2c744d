import type { Area } from '../domain/area.js';
import type { Unit } from '../domain/facts.js';
import { nearestOf } from '../domain/nearest.js';
import { UserError } from '../domain/user-error.js';

/** What `--district` and `--township` say; undefined: everywhere. */
export interface AskedArea {
  district?: string | undefined;
  township?: string | undefined;
}

/**
 * Finds the managing district and the township that are meant, in full or without their endings
 * (锦江, 高新区, 簇桥). Throws UserError `area.unknown` with the nearest names.
 */
export function resolveArea(units: readonly Unit[], asked: AskedArea): Area {
  const terms = units.flatMap((unit) => unit.terms);
  const district =
    asked.district === undefined
      ? null
      : resolve('district', asked.district, [...new Set(terms.map((term) => term.district))]);
  if (asked.township === undefined) return { district, township: null };
  const inside = terms.filter((term) => district === null || term.district === district);
  return {
    district,
    township: resolve('township', asked.township, [...new Set(inside.map((term) => term.township))]),
  };
}

/** 高新区 is 高新 with 区, 天府新区 is 天府 with 新区. */
const ENDINGS = {
  district: [/新区$/, /[区市县]$/],
  township: [/(街道办事处|街道|镇|乡)$/],
} as const;

const withoutEnding = (what: keyof typeof ENDINGS, name: string): string[] =>
  ENDINGS[what].map((ending) => name.replace(ending, '')).filter((bare) => bare !== '');

function resolve(what: 'district' | 'township', value: string, known: readonly string[]): string {
  const asked = value.normalize('NFKC').replace(/\s/g, '');
  if (known.includes(asked)) return asked;
  const bare = withoutEnding(what, asked);
  const fitting = known.filter(
    (name) =>
      bare.length > 0 &&
      (name.endsWith(asked) ||
        withoutEnding(what, name).some((stem) => bare.some((short) => stem.endsWith(short)))),
  );
  if (fitting.length === 1) return fitting[0] as string;
  throw new UserError('area.unknown', {
    what,
    value,
    nearest: fitting.length > 1 ? fitting.slice(0, 3) : nearestOf(asked, known),
  });
}
