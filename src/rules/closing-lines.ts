import type { AreaOrder } from '../domain/area-order.js';
import type {
  Balance,
  ClosingLine,
  Correction,
  LineAmounts,
  OpenMonth,
  PaperPerson,
  Placement,
  SettledMonth,
} from '../domain/closing.js';
import type { Fen } from '../domain/money.js';
import {
  byReward,
  type LineReward,
  type OpenReward,
  rewardKey,
  type SettledReward,
} from '../domain/reward.js';
import type { PaperMonth } from '../domain/subsidy-month.js';
import { sumOf } from './corrections.js';
import { placementOrder } from './subsidy-placement.js';

/** A line of a quarter as computed, whatever its months come from. */
export interface DraftLine extends Placement {
  person: PaperPerson;
  months: readonly PaperMonth[];
  totalFen: Fen;
}

/** What a district has to see to beside the months of the quarter itself, by person. */
export interface Amends {
  corrections: ReadonlyMap<number, readonly Correction[]>;
  open: ReadonlyMap<number, readonly OpenMonth[]>;
  openRewards: ReadonlyMap<number, readonly OpenReward[]>;
  /** Rewards of the quarter itself. */
  rewards: ReadonlyMap<number, readonly LineReward[]>;
  /** What people still owe the district, oldest first. */
  balances: ReadonlyMap<number, readonly Balance[]>;
  /** What was settled before for months of the quarter itself. */
  settled: ReadonlyMap<number, readonly SettledMonth[]>;
  /** What was settled before for rewards of the quarter itself. */
  settledRewards: ReadonlyMap<number, readonly SettledReward[]>;
  order: AreaOrder;
  /** Person and place of somebody who has no line in the quarter. */
  lineOf: (person: number) => DraftLine;
}

/**
 * The lines of one paying district as a close would freeze them: its months, what earlier months lacked or
 * had too much, and what the recovery list still holds. In order of place and identity number.
 */
export function closingLines(lines: readonly DraftLine[], amends: Amends): ClosingLine[] {
  const compare = placementOrder(amends.order);
  const here = new Set(lines.map(({ person }) => person.id));
  const { corrections, open, rewards, openRewards } = amends;
  const asked = [corrections, open, rewards, openRewards].flatMap((of) => [...of.keys()]);
  const others = [...new Set(asked)].filter((id) => !here.has(id));
  if (others.length === 0) return lines.map((line) => closingLine(line, amends));
  return [...lines, ...others.map(amends.lineOf)]
    .map((line) => closingLine(line, amends))
    .sort((a, b) => compare(a, b) || (a.person.idNumber < b.person.idNumber ? -1 : 1));
}

function closingLine(line: DraftLine, amends: Amends): ClosingLine {
  const { corrections, open, balances, settled } = amends;
  const { id } = line.person;
  const paidBefore = settled.get(id) ?? [];
  const months =
    paidBefore.length === 0 ? line.months : line.months.map((month) => heldBack(month, paidBefore));
  const own = corrections.get(id) ?? [];
  const totalFen =
    months === line.months ? line.totalFen : months.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const rewards = rewardsOf(line, amends);
  const amounts = amountsOf(totalFen, rewards.paid, own, balances.get(id) ?? []);
  // written out: of a whole city, spreading would take longer than the sums
  return {
    district: line.district,
    township: line.township,
    unit: line.unit,
    unitCode: line.unitCode,
    person: line.person,
    months,
    totalFen,
    dueFen: amounts.dueFen,
    rewardFen: amounts.rewardFen,
    arrearsFen: amounts.arrearsFen,
    recoveredFen: amounts.recoveredFen,
    carriedFen: amounts.carriedFen,
    netFen: amounts.netFen,
    taken: amounts.taken,
    corrections: own,
    rewards: rewards.paid,
    open: openMonths(months, open.get(id) ?? []),
    openRewards: rewards.open,
  };
}

/** Rewards that the line pays, and those that another district has paid and not taken back: they wait. */
function rewardsOf(
  { person, district }: DraftLine,
  { rewards, settledRewards, openRewards }: Amends,
): { paid: readonly LineReward[]; open: readonly OpenReward[] } {
  const own = rewards.get(person.id) ?? [];
  const earlier = openRewards.get(person.id) ?? [];
  if (own.length + earlier.length === 0) return NO_REWARDS;
  const settled = settledRewards.get(person.id) ?? [];
  const paid: LineReward[] = [];
  const open: OpenReward[] = [];
  for (const reward of own) {
    const { title, awardedOn } = reward;
    const same = settled.filter((each) => rewardKey(each) === rewardKey(reward) && each.amountFen > 0);
    const other = same.find((each) => each.district !== district);
    if (other) open.push({ title, awardedOn, code: 'settled-elsewhere', district: other.district });
    else paid.push(reward);
  }
  return { paid: paid.sort(byReward), open: [...open, ...earlier].sort(byReward) };
}
const NO_REWARDS = { paid: [], open: [] };

/** A month that another district has paid and not taken back is not paid here. */
function heldBack(month: PaperMonth, settled: readonly SettledMonth[]): PaperMonth {
  const other = settled.find((each) => each.month === month.month && each.amountFen > 0);
  if (!other || !month.paid || other.district === month.district) return month;
  const { conditions } = month;
  return {
    ...monthOf(month),
    conditions,
    paid: false,
    decided: false,
    amountFen: 0,
    settledBy: other.district,
  };
}

/** A copy of its own fields: a judged month works its conditions out when asked. */
const monthOf = ({ month, district, post, decidedOn, level, reasons }: PaperMonth) => ({
  ...{ month, district, post, decidedOn, level, reasons },
});

/** Months of the quarter itself that wait, before those of earlier ones. */
function openMonths(months: readonly PaperMonth[], earlier: readonly OpenMonth[]): readonly OpenMonth[] {
  const open: OpenMonth[] = [];
  for (const { month, decided, settledBy } of months) {
    if (settledBy !== undefined) open.push({ month, code: 'settled-elsewhere', district: settledBy });
    else if (!decided) open.push({ month, code: 'undecided', district: null });
  }
  return earlier.length === 0 ? open : [...open, ...earlier];
}

/**
 * 应发, 奖励, 补发, 扣回 and 实发. Corrections count in full; what they leave below zero goes to the recovery list. Of
 * what the list still holds no more is taken than the line has, oldest first.
 */
function amountsOf(
  dueFen: Fen,
  rewards: readonly Pick<LineReward, 'amountFen'>[],
  corrections: readonly Pick<Correction, 'amountFen'>[],
  balances: readonly Pick<Balance, 'opening' | 'balanceFen'>[],
): LineAmounts & Pick<ClosingLine, 'taken'> {
  const arrearsFen = sumOf(corrections, 1);
  const deducted = sumOf(corrections, -1);
  const rewardFen = rewards.reduce((total, { amountFen }) => total + amountFen, 0);
  const sum = dueFen + rewardFen + arrearsFen - deducted;
  const taken: { opening: number; amountFen: Fen }[] = [];
  let left = Math.max(0, sum);
  for (const { opening, balanceFen } of balances) {
    const amountFen = Math.min(left, balanceFen);
    if (amountFen <= 0) continue;
    taken.push({ opening, amountFen });
    left -= amountFen;
  }
  const takenFen = taken.reduce((total, { amountFen }) => total + amountFen, 0);
  const carriedFen = Math.max(0, -sum);
  const recoveredFen = deducted + takenFen;
  return { dueFen, rewardFen, arrearsFen, recoveredFen, carriedFen, netFen: left, taken };
}
