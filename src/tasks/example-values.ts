import { groupBy } from '../domain/group-by.js';
import { quarterOfMonth } from '../domain/quarter.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { rewardInForce } from '../rules/reward-in-force.js';
import { standardsOf } from '../rules/subsidy-standards.js';
import type { DistrictPlan } from './plan-closing.js';

/**
 * Whether anything that a close would freeze for a district is computed from an example pack: months and rewards of
 * the quarter itself, and what it amends of earlier ones.
 */
export function restsOnExample(
  book: PolicyBook,
  { district, standards, lines }: Pick<DistrictPlan, 'district' | 'standards' | 'lines'>,
): boolean {
  const amends = lines.flatMap(({ corrections }) => corrections);
  const rewards = [
    ...lines.flatMap((line) => line.rewards),
    ...amends.flatMap(({ reward }) => (reward ? [reward] : [])),
  ];
  const past = groupBy(
    amends.filter(({ reward }) => reward === undefined),
    ({ month }) => quarterOfMonth(month),
  );
  return (
    standards.some(({ example }) => example) ||
    rewards.some(({ title, awardedOn }) => rewardInForce(book, district, title, awardedOn).example) ||
    [...past.keys()].some((quarter) => standardsOf(book, quarter, [district]).some(({ example }) => example))
  );
}
