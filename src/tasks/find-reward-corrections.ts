import type { Closing, Correction } from '../domain/closing.js';
import { type Month, monthOf } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import type { Quarter } from '../domain/quarter.js';
import { rewardKey, type SettledReward } from '../domain/reward.js';
import type { Delta } from '../rules/corrections.js';
import { answerReward, rewardCauseOf } from '../rules/reward-corrections.js';
import type { JudgedReward } from '../rules/rewards.js';
import { batchesThatEnded, loadClosedLines } from '../store/closed-lines.js';
import { loadFiles } from '../store/files.js';
import type { Links } from '../store/links.js';
import { loadSettledRewards } from '../store/settled-rewards.js';
import type { AmendsByDistrict, PersonAmends } from './find-corrections.js';
import { quarterRewards } from './quarter-rewards.js';
import type { Workspace } from './workspace.js';

interface Difference {
  person: number;
  district: string;
  now: JudgedReward | null;
  /** What the district had settled. */
  before: SettledReward | null;
  /** Another district has had it. */
  elsewhere: boolean;
  answer: NonNullable<Delta>;
}

/**
 * Adds what has to be amended of the rewards of one closed quarter. Awards are few: all of them are looked at, whatever
 * has become known since. `reach`: the first month that a district's corrections reach. 三(六)2
 */
export function findRewardCorrections(
  workspace: Workspace,
  asked: {
    past: Quarter;
    closings: ReadonlyMap<string, Closing>;
    reach: (district: string) => Month;
    links: Links;
    units: readonly Unit[];
  },
  found: AmendsByDistrict,
): void {
  const { past, closings, reach, links, units } = asked;
  const { db, policies: book } = workspace;
  const settled = loadSettledRewards(db, past);
  const judged = quarterRewards({ db, book, units, knownAt: undefined }, past);
  const byKey = new Map(judged.map((reward) => [`${reward.person.id} ${rewardKey(reward)}`, reward]));
  const paid = new Map<string, SettledReward[]>();
  for (const own of settled.values()) {
    for (const each of own) {
      const key = `${each.person} ${rewardKey(each)}`;
      paid.set(key, [...(paid.get(key) ?? []), each]);
    }
  }
  const differences = [...new Set([...byKey.keys(), ...paid.keys()])].sort().flatMap((key) => {
    const now = byKey.get(key) ?? null;
    const before = paid.get(key) ?? [];
    const awardedOn = now?.awardedOn ?? before[0]?.awardedOn;
    const asks = (district: string) =>
      closings.has(district) && awardedOn !== undefined && monthOf(awardedOn) >= reach(district);
    return compare(now, before, asks);
  });
  explain(workspace, differences, { closings, links }, found);
}

function compare(
  now: JudgedReward | null,
  settled: readonly SettledReward[],
  asks: (district: string) => boolean,
): Difference[] {
  const payer = now?.place?.district;
  const districts = new Set([
    ...settled.map(({ district }) => district),
    ...(payer === undefined ? [] : [payer]),
  ]);
  // who takes back comes first, so that who pays need not wait for a close of the same command
  const asking = [...districts].filter(asks).sort((a, b) => Number(a === payer) - Number(b === payer));
  const differences: Difference[] = [];
  let standing = settled;
  for (const district of asking) {
    const answer = answerReward(district, now, standing);
    const before = standing.find((each) => each.district === district) ?? null;
    const person = now?.person.id ?? before?.person;
    if (answer === null || person === undefined) continue;
    const elsewhere = settled.some((each) => each.district !== district);
    differences.push({ person, district, now, before, elsewhere, answer });
    if ('amountFen' in answer && answer.amountFen < 0)
      standing = standing.filter((each) => each.district !== district || answer.entitledFen > 0);
  }
  return differences;
}

/** Puts to every difference the line it amends, and what changed since. */
function explain(
  { db }: Workspace,
  differences: readonly Difference[],
  { closings, links }: { closings: ReadonlyMap<string, Closing>; links: Links },
  found: AmendsByDistrict,
): void {
  if (differences.length === 0) return;
  const batchOf = loadFiles(db);
  for (const { person, district, now, before, elsewhere, answer } of differences) {
    const closing = closings.get(district) as Closing;
    const [line = null] = loadClosedLines(db, closing, links.group(person));
    const byPerson = found.get(district) ?? new Map<number, PersonAmends>();
    found.set(district, byPerson);
    const amends: PersonAmends = byPerson.get(person) ?? {
      ...{ corrections: [], open: [], openRewards: [], line: null, months: null, place: null },
    };
    byPerson.set(person, amends);
    amends.line = line ?? amends.line;
    amends.place = now?.place ?? amends.place;
    const { title, awardedOn } = now ?? (before as SettledReward);
    if ('open' in answer) {
      amends.openRewards.push({ title, awardedOn, ...answer.open });
      continue;
    }
    const cause = rewardCauseOf(district, now, before, elsewhere);
    const told = cause.source && (batchOf.get(cause.source.file)?.batch ?? 0);
    const ended = cause.source && batchesThatEnded(db, closing.knownBatch)(cause.source);
    const grounds = answer.entitledFen > 0 ? now : before;
    // of an award that is no more, whatever took it back, even if it was told since the close as well
    const isNew = told !== null && told > closing.knownBatch;
    const batch = isNew && now !== null ? told : (ended ?? told);
    amends.corrections.push({
      month: monthOf(awardedOn),
      reward: { title, awardedOn, citation: grounds?.citation ?? null, source: grounds?.source ?? null },
      ...answer,
      parts: partsOf(person, answer.amountFen, before),
      originLine: line?.id ?? null,
      cause: { ...cause, batch },
      ...{ before: null, after: null },
    });
  }
}

/** What is taken back is taken from the numbers it was paid under, the last one first. */
function partsOf(person: number, amountFen: number, before: SettledReward | null): Correction['parts'] {
  if (amountFen > 0 || before === null) return [{ person, amountFen }];
  const byNumber = new Map<number, number>();
  for (const part of before.parts)
    byNumber.set(part.person, (byNumber.get(part.person) ?? 0) + part.amountFen);
  const parts: { person: number; amountFen: number }[] = [];
  let left = -amountFen;
  for (const [number, paid] of [...byNumber].reverse()) {
    const taken = Math.min(left, Math.max(0, paid));
    if (taken > 0) parts.push({ person: number, amountFen: -taken });
    left -= taken;
  }
  return parts;
}
