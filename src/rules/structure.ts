import { TIERS, type Tier } from '../domain/terms.js';
import { NATIONAL_STRUCTURE } from '../policy/national-structure.js';

/** Actual posts of a tier (`grade` null) or of a grade, beside the national target. */
export interface StructureRow {
  tier: Tier;
  grade: number | null;
  actual: number;
  target: number;
}

/**
 * Shares out a whole number by parts, by largest remainder; the shares add up to the whole. Equal
 * remainders go to the last part first: the higher posts are the ones that the targets limit.
 */
export function apportion(whole: number, parts: readonly number[]): number[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum === 0) return parts.map(() => 0);
  const shares = parts.map((part) => Math.floor((whole * part) / sum));
  const left = whole - shares.reduce((total, share) => total + share, 0);
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: (whole * part) % sum }))
    .sort((a, b) => b.remainder - a.remainder || b.index - a.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] as number) + 1;
  return shares;
}

/**
 * The national target structure (高:中:初 of all graded posts, then the grades of each tier's own
 * posts) beside the posts there are. Information only: the targets are the country's, not a rule of
 * the document. `byGrade`: posts by grade number.
 */
export function structureTargets(byGrade: ReadonlyMap<number, number>): StructureRow[] {
  const actual = TIERS.map((tier) => {
    const parts = Object.entries(NATIONAL_STRUCTURE.grades[tier]);
    const grades = parts.map(([grade, part]) => {
      return { grade: Number(grade), part, posts: byGrade.get(Number(grade)) ?? 0 };
    });
    return { tier, grades, posts: grades.reduce((sum, { posts }) => sum + posts, 0) };
  });
  const tierTargets = apportion(
    actual.reduce((sum, { posts }) => sum + posts, 0),
    TIERS.map((tier) => NATIONAL_STRUCTURE.tiers[tier]),
  );
  return actual.flatMap(({ tier, grades, posts }, index) => {
    const targets = apportion(
      posts,
      grades.map(({ part }) => part),
    );
    return [
      { tier, grade: null, actual: posts, target: tierTargets[index] ?? 0 },
      ...grades.map(({ grade, posts: held }, at) => {
        return { tier, grade, actual: held, target: targets[at] ?? 0 };
      }),
    ];
  });
}
