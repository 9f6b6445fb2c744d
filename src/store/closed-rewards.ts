import type { Cause, Correction } from '../domain/closing.js';
import { type Day, monthOf } from '../domain/day.js';
import { groupBy } from '../domain/group-by.js';
import type { Fen } from '../domain/money.js';
import { type Quarter, quarterOf } from '../domain/quarter.js';
import { byReward, type LineReward, type OpenReward, rewardKey } from '../domain/reward.js';
import type { Database } from './open.js';
import { citationOf, sourceOf } from './settled-rewards.js';

interface Row {
  line: number;
  person: number;
  title: string;
  awardedOn: Day;
  amountFen: Fen;
  entitledFen: Fen;
  originLine: number | null;
  cause: string | null;
  citation: string | null;
  file: number | null;
  sourceLine: number | null;
}

/** The rewards of a closing by line: of the quarter itself, and amends of earlier ones. */
interface ClosedRewards {
  rewards: ReadonlyMap<number, LineReward[]>;
  corrections: ReadonlyMap<number, Correction[]>;
  /** By person. */
  open: ReadonlyMap<number, OpenReward[]>;
}

/** Everything that a closing froze of rewards, in order of day and title. */
export function loadClosedRewards(
  db: Database,
  { id: closing, quarter }: { id: number; quarter: Quarter },
): ClosedRewards {
  const rows = db
    .prepare(
      `SELECT line, reward_settlement.person, title, awarded_on AS awardedOn, amount_fen AS amountFen,
         entitled_fen AS entitledFen, origin_line AS originLine, cause, citation, file, source_line AS sourceLine
       FROM reward_settlement JOIN closed_line ON closed_line.id = line
       WHERE closing = ? ORDER BY reward_settlement.id`,
    )
    .all(closing) as Row[];
  const isOwn = ({ awardedOn }: Row): boolean => quarterOf(awardedOn) === quarter;
  const own = groupBy(rows.filter(isOwn), ({ line }) => line);
  const earlier = groupBy(
    rows.filter((row) => !isOwn(row)),
    ({ line }) => line,
  );
  return {
    rewards: new Map([...own].map(([line, each]) => [line, each.map(rewardOf).sort(byReward)])),
    corrections: new Map([...earlier].map(([line, each]) => [line, correctionsOf(each)])),
    open: loadOpen(db, closing),
  };
}

/** By person. */
function loadOpen(db: Database, closing: number): Map<number, OpenReward[]> {
  const rows = db
    .prepare(
      'SELECT person, title, awarded_on AS awardedOn, code, district FROM open_reward WHERE closing = ?',
    )
    .all(closing) as (OpenReward & { person: number })[];
  const byPerson = groupBy(rows.sort(byReward), ({ person }) => person);
  return new Map([...byPerson].map(([person, own]) => [person, own.map(({ person: _, ...open }) => open)]));
}

const rewardOf = (row: Row): LineReward => ({
  ...{ title: row.title, awardedOn: row.awardedOn, amountFen: row.amountFen },
  ...{ citation: citationOf(row), source: sourceOf(row) },
});

/** Amends of one line; parts of one reward together. */
function correctionsOf(rows: readonly Row[]): Correction[] {
  return [...groupBy(rows, rewardKey).values()]
    .flatMap(([first, ...others]): Correction[] => {
      if (!first) return [];
      const { title, awardedOn, entitledFen, originLine } = first;
      const all = [first, ...others];
      return [
        {
          month: monthOf(awardedOn),
          reward: { title, awardedOn, citation: citationOf(first), source: sourceOf(first) },
          amountFen: all.reduce((sum, { amountFen }) => sum + amountFen, 0),
          parts: all.map(({ person, amountFen }) => ({ person, amountFen })),
          ...{ entitledFen, originLine, before: null, after: null },
          cause: JSON.parse(first.cause ?? '{}') as Cause,
        },
      ];
    })
    .sort((a, b) => (a.reward && b.reward ? byReward(a.reward, b.reward) : 0));
}
