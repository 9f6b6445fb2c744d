import type { Day } from '../domain/day.js';
import type { Origin } from '../domain/facts.js';
import type { Citation } from '../domain/finding.js';
import type { Fen } from '../domain/money.js';
import { firstDayOfQuarter, lastDayOfQuarter, type Quarter } from '../domain/quarter.js';
import { byReward, type RewardName, rewardKey, type SettledReward } from '../domain/reward.js';
import { loadLinks } from './links.js';
import type { Database } from './open.js';
import type { KnownAt } from './standing.js';

interface Row {
  person: number;
  title: string;
  awardedOn: Day;
  district: string;
  amountFen: Fen;
  entitledFen: Fen;
  citation: string | null;
  file: number | null;
  sourceLine: number | null;
}

/**
 * What has been settled for rewards of awards given in a quarter, by person (the number that is kept), in order of
 * day and title; those that come to nothing are left in, as what another close took back.
 */
export function loadSettledRewards(
  db: Database,
  quarter: Quarter,
  knownAt?: KnownAt,
): Map<number, SettledReward[]> {
  const rows = db
    .prepare(
      `SELECT person, title, awarded_on AS awardedOn, district, amount_fen AS amountFen,
         entitled_fen AS entitledFen, citation, file, source_line AS sourceLine
       FROM reward_settlement WHERE released IS NULL AND awarded_on BETWEEN ? AND ? ORDER BY id`,
    )
    .all(firstDayOfQuarter(quarter), lastDayOfQuarter(quarter)) as Row[];
  const settled = new Map<number, SettledReward[]>();
  if (rows.length === 0) return settled;
  const { kept } = loadLinks(db, knownAt);
  for (const row of rows) {
    const person = kept(row.person);
    const own = settled.get(person) ?? [];
    const same = own.findIndex(
      (each) => rewardKey(each) === rewardKey(row) && each.district === row.district,
    );
    const part = { person: row.person, amountFen: row.amountFen };
    const before = own[same];
    const { title, awardedOn, district, entitledFen } = row;
    const grounds = { citation: citationOf(row), source: sourceOf(row) };
    if (before) {
      own[same] = {
        ...before,
        ...{ entitledFen, amountFen: before.amountFen + row.amountFen, parts: [...before.parts, part] },
        // what is due no more keeps the grounds on which it was paid
        ...(entitledFen > 0 && grounds),
      };
    } else {
      own.push({
        ...{ person, title, awardedOn, district, entitledFen, amountFen: row.amountFen },
        ...{ ...grounds, parts: [part] },
      });
    }
    settled.set(person, own);
  }
  for (const own of settled.values()) own.sort(byReward);
  return settled;
}

/** As it was frozen. */
export const citationOf = ({ citation }: { citation: string | null }): Citation | null =>
  citation === null ? null : (JSON.parse(citation) as Citation);

/** The file and line of the award. */
export const sourceOf = ({
  file,
  sourceLine,
}: {
  file: number | null;
  sourceLine: number | null;
}): Origin | null => (file === null || sourceLine === null ? null : { file, line: sourceLine });

/** Other closings that stand and pay a reward which these have taken back, since these did. */
export function closingsRewardingAfter(db: Database, closings: readonly number[]): number[] {
  const { kept } = loadLinks(db);
  const rows = (which: string) =>
    db
      .prepare(
        `SELECT reward_settlement.id, reward_settlement.person, title, awarded_on AS awardedOn, closing
         FROM reward_settlement JOIN closed_line ON closed_line.id = line
         WHERE released IS NULL AND ${which}`,
      )
      .all({ closings: JSON.stringify(closings) }) as (RewardName & {
      id: number;
      person: number;
      closing: number;
    })[];
  const here = 'closing IN (SELECT value FROM json_each(:closings))';
  const key = (row: RewardName & { person: number }) => `${kept(row.person)} ${rewardKey(row)}`;
  const taken = new Map(rows(`amount_fen < 0 AND ${here}`).map((row) => [key(row), row.id]));
  if (taken.size === 0) return [];
  // as an amend, or as its own under the number that is kept since
  return rows(`amount_fen > 0 AND NOT ${here}`).flatMap((row) =>
    row.id > (taken.get(key(row)) ?? Number.POSITIVE_INFINITY) ? [row.closing] : [],
  );
}
