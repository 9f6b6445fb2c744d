import type { ClosingLine } from '../domain/closing.js';
import { awardKey, type LineReward, type RewardName } from '../domain/reward.js';
import type { Database } from './open.js';

/** The cause of what is paid here since another district has taken it back. */
export const TRANSFERRED = JSON.stringify({ codes: ['district'], source: null, batch: null, citation: null });

/** The row of a reward waits until every row that takes back is written. */
interface WaitingRow {
  amountFen: number;
  row: readonly (string | number | null)[];
}

/** Freezes the rewards of lines: what each is settled at, and those that wait. */
export class RewardWriter {
  private readonly waiting: WaitingRow[] = [];

  constructor(private readonly db: Database) {}

  add(
    closing: number,
    line: number,
    { person, district, rewards, corrections, openRewards }: ClosingLine,
  ): void {
    for (const reward of rewards) {
      const { amountFen } = reward;
      if (amountFen === 0) continue;
      // another district has paid it and taken it back: then this is an amend, too
      const kind = this.hasOriginal(person.id, reward) ? 'correction' : 'original';
      const cause = kind === 'original' ? null : TRANSFERRED;
      const settled = [kind, amountFen, amountFen, null, cause];
      this.waiting.push({ amountFen, row: rowOf(line, person.id, district, reward, settled) });
    }
    for (const { reward, parts, entitledFen, originLine, cause } of corrections) {
      if (!reward) continue;
      for (const { person: paidUnder, amountFen } of parts) {
        const settled = ['correction', amountFen, entitledFen, originLine, JSON.stringify(cause)];
        this.waiting.push({ amountFen, row: rowOf(line, paidUnder, district, reward, settled) });
      }
    }
    for (const { title, awardedOn, code, district: other } of openRewards) {
      this.db
        .prepare(
          `INSERT INTO open_reward (closing, person, title, title_key, awarded_on, code, district)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(closing, person.id, title, awardKey(title), awardedOn, code, other);
    }
  }

  /** Writes what waited: first whatever is taken back, then whatever is paid. */
  finish(): void {
    if (this.waiting.length === 0) return;
    const insert = this.db.prepare(
      `INSERT INTO reward_settlement (line, person, title, title_key, awarded_on, district, citation, file,
         source_line, kind, amount_fen, entitled_fen, origin_line, cause)
       VALUES (${Array(14).fill('?').join(', ')})`,
    );
    for (const { row } of this.waiting.sort((a, b) => a.amountFen - b.amountFen)) insert.run(row);
  }

  private hasOriginal(person: number, { title, awardedOn }: RewardName): boolean {
    return (
      this.db
        .prepare(
          `SELECT 1 FROM reward_settlement WHERE person = ? AND title_key = ? AND awarded_on = ?
             AND kind = 'original' AND released IS NULL`,
        )
        .get(person, awardKey(title), awardedOn) !== undefined
    );
  }
}

function rowOf(
  line: number,
  person: number,
  district: string,
  { title, awardedOn, citation, source }: RewardName & Pick<LineReward, 'citation' | 'source'>,
  settled: readonly (string | number | null)[],
): (string | number | null)[] {
  return [
    ...[line, person, title, awardKey(title), awardedOn, district],
    ...[citation && JSON.stringify(citation), source?.file ?? null, source?.line ?? null],
    ...settled,
  ];
}
