import type { Day } from '../domain/day.js';
import type { FundLevel } from '../domain/terms.js';
import { type FundShow, showFund } from '../rules/fund.js';
import { loadKnownFacts } from '../store/known-facts.js';
import type { Workspace } from './workspace.js';

/** The 关爱基金 of the register to a day. 三(六)3 */
export function showRegisterFund(
  { db, policies, knownAt }: Workspace,
  { on, level }: { on: Day; level?: FundLevel | undefined },
): FundShow {
  const entries = loadKnownFacts(db, 'fund-entry', knownAt).map(({ values }) => values);
  return showFund({ entries, book: policies, on, level });
}
