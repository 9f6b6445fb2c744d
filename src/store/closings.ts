import type { Closing, ClosingLine, MoveRecord } from '../domain/closing.js';
import type { Day } from '../domain/day.js';
import type { Quarter } from '../domain/quarter.js';
import { type RecordedMove, stateAfter } from '../domain/quarter-life.js';
import { BulkInsert } from './bulk-insert.js';
import { RewardWriter, TRANSFERRED } from './closing-rewards.js';
import { TraceWriter } from './closing-trace.js';
import type { Database } from './open.js';

/** A move to be recorded; what it does not need is null. */
export type NewMove = Omit<MoveRecord, 'at'> & { at: Date };

/** One quarter of one paying district, to be frozen. */
export interface NewClosing {
  quarter: Quarter;
  district: string;
  knownBatch: number;
  fingerprint: string;
  /** Rates, deciding day, conditions and minimum of every month. */
  standards: unknown;
  lines: readonly ClosingLine[];
}

type ClosingRow = [id: number, quarter: Quarter, district: string, knownBatch: number, fingerprint: string];
type MoveRow = [
  closing: number,
  move: RecordedMove,
  at: string,
  by: string,
  user: string,
  document: string | null,
  from: Day | null,
  until: Day | null,
  reason: string | null,
];

/** Every closing that stands, by quarter and district, with its moves. Of one quarter where that is asked. */
export function loadClosings(db: Database, quarter?: Quarter): Closing[] {
  const rows = db
    .prepare(
      `SELECT id, quarter, district, known_batch, fingerprint FROM closing
       WHERE reopened IS NULL AND quarter = coalesce(?, quarter) ORDER BY quarter, district`,
    )
    .raw()
    .all(quarter ?? null) as ClosingRow[];
  const moves = loadMoves(db);
  return rows.map(([id, of, district, knownBatch, fingerprint]) => {
    const own = moves.get(id) ?? [];
    const state = stateAfter(own.at(-1)?.move ?? null);
    if (state === 'draft') throw new Error(`closing ${id} stands without a close`);
    return { id, quarter: of, district, knownBatch, fingerprint, state, moves: own };
  });
}

/** Quarters that districts closed and reopened, and have not closed again. */
export const loadLetGo = (db: Database): { quarter: Quarter; district: string }[] =>
  db
    .prepare(
      `SELECT DISTINCT quarter, district FROM closing AS old
       WHERE reopened IS NOT NULL AND NOT EXISTS (SELECT 1 FROM closing
         WHERE reopened IS NULL AND quarter = old.quarter AND district = old.district)
       ORDER BY quarter, district`,
    )
    .all() as { quarter: Quarter; district: string }[];

/** Rates, deciding day, conditions and minimum as a closing froze them. */
export const loadStandards = (db: Database, closing: number): unknown =>
  JSON.parse(db.prepare('SELECT standards FROM closing WHERE id = ?').pluck().get(closing) as string);

function loadMoves(db: Database): Map<number, MoveRecord[]> {
  const rows = db
    .prepare(
      `SELECT closing, move, at, by, user, document, notice_from, notice_until, reason FROM closing_move ORDER BY id`,
    )
    .raw()
    .all() as MoveRow[];
  const moves = new Map<number, MoveRecord[]>();
  for (const [closing, move, at, by, user, document, from, until, reason] of rows) {
    const notice = from !== null && until !== null ? { from, until } : null;
    const record = { move, at, by, user, document, notice, reason };
    const own = moves.get(closing);
    if (own) own.push(record);
    else moves.set(closing, [record]);
  }
  return moves;
}

/** Records a move. The database refuses one that does not follow from the last. */
export function recordMove(db: Database, closing: number, move: NewMove): void {
  const { at, by, user, document, notice, reason } = move;
  db.prepare(
    `INSERT INTO closing_move (closing, move, at, by, user, document, notice_from, notice_until, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[closing, move.move, at.toISOString(), by, user, document],
    ...[notice?.from ?? null, notice?.until ?? null, reason],
  );
}

/**
 * Freezes quarters, all of one command together: lines, what each month is settled at, what goes to the
 * recovery list, open items, and last the move that seals them. What is taken back is booked before what is
 * paid, so that a transfer between two of the districts never has a month paid twice. Returns their numbers.
 */
export function insertClosings(db: Database, closings: readonly NewClosing[], move: NewMove): number[] {
  const writer = new ClosingWriter(db, move.at.toISOString());
  const ids = closings.map((closing) => writer.add(closing));
  writer.finish();
  for (const id of ids) recordMove(db, id, move);
  return ids;
}

const LINE_COLUMNS = [
  ...['id', 'closing', 'person', 'id_number', 'name', 'township', 'unit', 'unit_code', 'registered_until'],
  ...['bank', 'account', 'due_fen', 'arrears_fen', 'recovered_fen', 'carried_fen', 'net_fen', 'trace'],
] as const;

const SETTLEMENT_COLUMNS = [
  ...['line', 'person', 'month', 'district', 'kind', 'amount_fen', 'entitled_fen', 'origin_line'],
  ...['cause', 'trace'],
] as const;

/** The row of a correction waits until every row that takes back is written. */
type SettlementRow = (string | number | null)[];

class ClosingWriter {
  private readonly lines: BulkInsert;
  private readonly settlements: BulkInsert;
  private readonly corrections: { amountFen: number; row: SettlementRow }[] = [];
  private readonly hasOriginal: (person: number, month: string) => boolean;
  private readonly rewards: RewardWriter;
  private nextLine: number;

  constructor(
    private readonly db: Database,
    private readonly at: string,
  ) {
    this.lines = new BulkInsert(db, 'closed_line', LINE_COLUMNS);
    this.settlements = new BulkInsert(db, 'settlement', SETTLEMENT_COLUMNS);
    this.rewards = new RewardWriter(db);
    this.nextLine = 1 + (db.prepare('SELECT coalesce(max(id), 0) FROM closed_line').pluck().get() as number);
    const original = db
      .prepare(
        `SELECT 1 FROM settlement WHERE person = ? AND month = ? AND kind = 'original' AND released IS NULL`,
      )
      .pluck();
    const anySettled = db.prepare('SELECT 1 FROM settlement LIMIT 1').pluck().get() !== undefined;
    this.hasOriginal = (person, month) => anySettled && original.get(person, month) !== undefined;
  }

  add({ quarter, district, knownBatch, fingerprint, standards, lines }: NewClosing): number {
    const { db } = this;
    const id = 1 + (db.prepare('SELECT coalesce(max(id), 0) FROM closing').pluck().get() as number);
    const traces = new TraceWriter();
    const written = lines.map((line) => traces.write(line.months));
    db.prepare(
      `INSERT INTO closing (id, quarter, district, known_batch, fingerprint, standards, needs)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(id, quarter, district, knownBatch, fingerprint, JSON.stringify(standards), traces.allNeeds());
    const numbered = lines.map((line, index) => {
      const number = this.nextLine++;
      this.addLine(id, number, line, written[index] as string);
      return { number, line };
    });
    this.lines.flush();
    for (const { number, line } of numbered) this.addMoney(id, number, line);
    return id;
  }

  /** Writes what waited: first whatever is taken back, then whatever is paid. */
  finish(): void {
    this.settlements.flush();
    for (const { row } of this.corrections.sort((a, b) => a.amountFen - b.amountFen))
      this.settlements.add(row);
    this.settlements.flush();
    this.rewards.finish();
  }

  private addLine(closing: number, number: number, line: ClosingLine, trace: string): void {
    const { person, township, unit, unitCode } = line;
    this.lines.add([
      ...[number, closing, person.id, person.idNumber, person.name, township, unit, unitCode],
      ...[registeredUntil(line), person.bank, person.account],
      ...[
        line.dueFen + line.rewardFen,
        line.arrearsFen,
        line.recoveredFen,
        line.carriedFen,
        line.netFen,
        trace,
      ],
    ]);
  }

  private addMoney(closing: number, number: number, line: ClosingLine): void {
    const { person, district } = line;
    for (const { month, paid, amountFen } of line.months) {
      if (!paid || amountFen === 0) continue;
      const row = [number, person.id, month, district];
      // the month was paid by another district, which has taken it back: then this is an amend, too
      if (this.hasOriginal(person.id, month)) {
        this.corrections.push({
          amountFen,
          row: [...row, 'correction', amountFen, amountFen, null, TRANSFERRED, null],
        });
      } else this.settlements.add([...row, 'original', amountFen, amountFen, null, null, null]);
    }
    this.rewards.add(closing, number, line);
    for (const { month, reward, entitledFen, originLine, cause, after, parts } of line.corrections) {
      if (reward) continue;
      const trace = after && new TraceWriter();
      const stored = trace && after ? `{"trace":${trace.write([after])},"needs":${trace.allNeeds()}}` : null;
      for (const { person: paidUnder, amountFen } of parts) {
        this.corrections.push({
          amountFen,
          row: [
            ...[number, paidUnder, month, district, 'correction', amountFen, entitledFen, originLine],
            ...[JSON.stringify(cause), stored],
          ],
        });
      }
    }
    this.addRecoveries(number, line);
    this.addOpen(closing, line);
  }

  private addRecoveries(number: number, { person, district, carriedFen, taken }: ClosingLine): void {
    if (carriedFen === 0 && taken.length === 0) return;
    const insert = this.db.prepare(
      'INSERT INTO recovery (person, district, line, opening, amount_fen, at) VALUES (?, ?, ?, ?, ?, ?)',
    );
    if (carriedFen > 0) insert.run(person.id, district, number, null, carriedFen, this.at);
    for (const { opening, amountFen } of taken) {
      insert.run(person.id, district, number, opening, amountFen, this.at);
    }
  }

  private addOpen(closing: number, { person, open }: ClosingLine): void {
    if (open.length === 0) return;
    const insert = this.db.prepare(
      'INSERT INTO open_item (closing, person, month, code, district) VALUES (?, ?, ?, ?, ?)',
    );
    for (const { month, code, district } of open) insert.run(closing, person.id, month, code, district);
  }
}

/** The registration that the latest paid month rests on. */
function registeredUntil({ person: { registrations }, months }: ClosingLine): Day | null {
  // with one registration there is nothing to choose; the conditions are costly to ask for a whole city
  if (registrations.length < 2) return registrations[0]?.until ?? null;
  for (const { paid, conditions } of [...months].reverse()) {
    if (!paid) continue;
    for (const { code, found } of conditions) if (code === 'registration') return found?.until ?? null;
  }
  return null;
}
