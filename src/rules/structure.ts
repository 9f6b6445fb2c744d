import type { Day } from '../domain/day.js';
import { TIERS, type Tier } from '../domain/terms.js';
import { inForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';

/** Actual posts of a tier (`grade` null) or of a grade, beside the national target. */
export interface StructureRow {
  tier: Tier;
  grade: number | null;
  actual: number;
  /** null: no national structure is in force. */
  target: number | null;
}

/**
 * Shares out a whole number by parts, by largest remainder; the shares add up to the whole. Equal
 * remainders go to the last part first: the higher posts are the ones that the targets limit.
 */
export function apportion(whole: number, parts: readonly number[]): number[] {
  const all = sum(parts);
  if (all === 0) return parts.map(() => 0);
  const shares = parts.map((part) => Math.floor((whole * part) / all));
  const left = whole - sum(shares);
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: (whole * part) % all }))
    .sort((a, b) => b.remainder - a.remainder || b.index - a.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] as number) + 1;
  return shares;
}

/**
 * The national target structure (高:中:初 of all graded posts, then the grades of each tier's own posts) beside the posts
 * there are. Information only: nothing is checked against it. `byGrade`: posts by grade number. A grade that the
 * structure does not name is outside it: nobody is to hold it. 三(四)2
 */
export function structureTargets(
  byGrade: ReadonlyMap<number, number>,
  book: Pick<PolicyBook, 'versions'>,
  on: Day,
): StructureRow[] {
  const map = inForce(book, 'grade.map', null, on)?.value;
  const shares = inForce(book, 'grade.structure', null, on)?.value;
  const tiers = TIERS.map((tier) => {
    const grades = [...new Set(Object.values(map?.[tier] ?? {}))].sort((a, b) => a - b);
    const held = grades.map((grade) => byGrade.get(grade) ?? 0);
    return { tier, grades, held, posts: sum(held) };
  });
  const targets =
    shares &&
    apportion(
      sum(tiers.map(({ posts }) => posts)),
      TIERS.map((tier) => shares.tiers[tier]),
    );
  return tiers.flatMap(({ tier, grades, held, posts }, index) => {
    const own =
      shares &&
      apportion(
        posts,
        grades.map((grade) => shares.grades[tier][grade] ?? 0),
      );
    return [
      { tier, grade: null, actual: posts, target: targets?.[index] ?? null },
      ...grades.map((grade, at) => ({ tier, grade, actual: held[at] ?? 0, target: own?.[at] ?? null })),
    ];
  });
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
