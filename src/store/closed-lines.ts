import type { Cause, Closing, ClosingLine, Correction, OpenMonth } from '../domain/closing.js';
import type { Day, Month } from '../domain/day.js';
import { groupBy } from '../domain/group-by.js';
import type { Fen } from '../domain/money.js';
import { monthsOf } from '../domain/quarter.js';
import type { PaperMonth } from '../domain/subsidy-month.js';
import { loadClosedRewards } from './closed-rewards.js';
import { traceReader } from './closing-trace.js';
import { loadLinks } from './links.js';
import type { Database } from './open.js';

/** A frozen line with its number in the register. */
export interface ClosedLine extends ClosingLine {
  id: number;
  closing: number;
}

interface LineRow {
  id: number;
  person: number;
  id_number: string;
  name: string;
  township: string;
  unit: string;
  unit_code: string;
  registered_until: Day | null;
  bank: string | null;
  account: string | null;
  due_fen: Fen;
  arrears_fen: Fen;
  recovered_fen: Fen;
  carried_fen: Fen;
  net_fen: Fen;
  trace: string;
}

/** The lines of a closing as they were frozen, in their order; of some people alone, by any of their numbers. */
export function loadClosedLines(
  db: Database,
  { id: closing, district, quarter }: Pick<Closing, 'id' | 'district' | 'quarter'>,
  people?: readonly number[],
): ClosedLine[] {
  const rows = db
    .prepare(
      `SELECT id, person, id_number, name, township, unit, unit_code, registered_until, bank, account, due_fen,
         arrears_fen, recovered_fen, carried_fen, net_fen, trace
       FROM closed_line WHERE closing = :closing
       ${people ? 'AND person IN (SELECT value FROM json_each(:people))' : ''} ORDER BY id`,
    )
    .iterate({ closing, ...(people && { people: JSON.stringify(people) }) }) as IterableIterator<LineRow>;
  const read = traceReader(
    db.prepare('SELECT needs FROM closing WHERE id = ?').pluck().get(closing) as string,
  );
  const corrections = loadCorrections(db, closing, district, new Set(monthsOf(quarter)));
  const taken = loadTaken(db, closing);
  const open = loadOpen(db, closing);
  const rewarded = loadClosedRewards(db, { id: closing, quarter });
  return Array.from(rows, (row) => {
    const rewards = rewarded.rewards.get(row.id) ?? [];
    const rewardFen = rewards.reduce((sum, { amountFen }) => sum + amountFen, 0);
    const dueFen = row.due_fen - rewardFen;
    return {
      id: row.id,
      closing,
      district,
      township: row.township,
      unit: row.unit,
      unitCode: row.unit_code,
      person: {
        id: row.person,
        idNumber: row.id_number,
        name: row.name,
        bank: row.bank,
        account: row.account,
        registrations: row.registered_until === null ? [] : [{ until: row.registered_until }],
      },
      months: read(row.trace, district),
      totalFen: dueFen,
      dueFen,
      rewardFen,
      arrearsFen: row.arrears_fen,
      recoveredFen: row.recovered_fen,
      carriedFen: row.carried_fen,
      netFen: row.net_fen,
      corrections: [...(corrections.get(row.id) ?? []), ...(rewarded.corrections.get(row.id) ?? [])],
      rewards,
      taken: taken.get(row.id) ?? [],
      open: open.get(row.person) ?? [],
      openRewards: rewarded.open.get(row.person) ?? [],
    };
  });
}

interface CorrectionRow {
  line: number;
  person: number;
  month: Month;
  amountFen: Fen;
  entitledFen: Fen;
  originLine: number | null;
  cause: string;
  trace: string | null;
}

/** 补发 and 扣回 by line, by month; parts of one month together. */
function loadCorrections(
  db: Database,
  closing: number,
  district: string,
  ownMonths: ReadonlySet<Month>,
): Map<number, Correction[]> {
  const rows = db
    .prepare(
      `SELECT line, settlement.person, month, amount_fen AS amountFen, entitled_fen AS entitledFen,
         origin_line AS originLine, cause, settlement.trace
       FROM settlement JOIN closed_line ON closed_line.id = line
       WHERE closing = ? AND kind = 'correction' ORDER BY line, month, settlement.id`,
    )
    .all(closing) as CorrectionRow[];
  const corrections = new Map<number, Correction[]>();
  for (const { line, person, month, amountFen, entitledFen, originLine, cause, trace } of rows) {
    if (ownMonths.has(month)) continue;
    const own = corrections.get(line) ?? [];
    const last = own.at(-1);
    const part = { person, amountFen };
    if (last?.month === month) {
      own[own.length - 1] = { ...last, amountFen: last.amountFen + amountFen, parts: [...last.parts, part] };
      continue;
    }
    const after = trace === null ? null : readMonth(trace, district);
    own.push({
      ...{ month, amountFen, parts: [part], entitledFen, originLine, after },
      cause: JSON.parse(cause) as Cause,
      before: null,
    });
    corrections.set(line, own);
  }
  return corrections;
}

/** A month as a correction keeps it: its own trace, with what the trace points to. */
function readMonth(stored: string, district: string): PaperMonth | null {
  const { trace, needs } = JSON.parse(stored) as { trace: unknown; needs: unknown };
  return traceReader(JSON.stringify(needs))(JSON.stringify(trace), district)[0] ?? null;
}

function loadTaken(db: Database, closing: number): Map<number, { opening: number; amountFen: Fen }[]> {
  const rows = db
    .prepare(
      `SELECT line, opening, amount_fen FROM recovery JOIN closed_line ON closed_line.id = line
       WHERE closing = ? AND opening IS NOT NULL ORDER BY recovery.id`,
    )
    .raw()
    .all(closing) as [number, number, Fen][];
  const byLine = groupBy(rows, ([line]) => line);
  return new Map(
    [...byLine].map(([line, own]) => [line, own.map(([, opening, amountFen]) => ({ opening, amountFen }))]),
  );
}

function loadOpen(db: Database, closing: number): Map<number, OpenMonth[]> {
  const rows = db
    .prepare('SELECT person, month, code, district FROM open_item WHERE closing = ? ORDER BY person, month')
    .raw()
    .all(closing) as [number, Month, OpenMonth['code'], string | null][];
  const byPerson = groupBy(rows, ([person]) => person);
  return new Map(
    [...byPerson].map(([person, own]) => [
      person,
      own.map(([, month, code, district]) => ({ month, code, district })),
    ]),
  );
}

/**
 * People with one of these months corrected or left open by any closing that stands: their answer may change
 * without any new fact of theirs, when what another district settled changes or a policy value is set back.
 */
export function peopleAmendedIn(db: Database, months: readonly Month[]): number[] {
  const { kept } = loadLinks(db);
  const rows = db
    .prepare(
      `SELECT person FROM settlement
         WHERE kind = 'correction' AND released IS NULL AND month IN (SELECT value FROM json_each(:months))
       UNION SELECT person FROM open_item JOIN closing ON closing.id = closing
         WHERE reopened IS NULL AND month IN (SELECT value FROM json_each(:months))`,
    )
    .pluck()
    .all({ months: JSON.stringify(months) });
  return (rows as number[]).map(kept);
}

/** The last line that any closing froze for somebody under one of these numbers; null: there is none. */
export function loadLastLine(db: Database, people: readonly number[]): ClosedLine | null {
  const closing = db
    .prepare(
      `SELECT closing.id, quarter, district FROM closed_line JOIN closing ON closing.id = closing
       WHERE person IN (SELECT value FROM json_each(?)) ORDER BY closed_line.id DESC LIMIT 1`,
    )
    .get(JSON.stringify(people)) as Pick<Closing, 'id' | 'district' | 'quarter'> | undefined;
  return closing ? (loadClosedLines(db, closing, people).at(-1) ?? null) : null;
}

/**
 * The months that a district has corrected, each as it was judged last, by the number it was paid under and
 * month; null: the person was on no post.
 */
export function loadCorrectedMonths(
  db: Database,
  district: string,
  months: readonly Month[],
): Map<string, PaperMonth | null> {
  const rows = db
    .prepare(
      `SELECT person, month, trace FROM settlement WHERE kind = 'correction' AND released IS NULL
         AND district = ? AND month IN (SELECT value FROM json_each(?)) ORDER BY id`,
    )
    .raw()
    .all(district, JSON.stringify(months)) as [number, Month, string | null][];
  return new Map(
    rows.map(([person, month, trace]) => [
      personMonth(person, month),
      trace === null ? null : readMonth(trace, district),
    ]),
  );
}

export const personMonth = (person: number, month: Month): string => `${person} ${month}`;

/** The last batch since then that took a fact back or replaced it, by the fact's file and line. */
export function batchesThatEnded(
  db: Database,
  since: number,
): (source: { file: number; line: number }) => number | null {
  const tables = [
    'post',
    'certificate',
    'registration',
    'service_claim',
    'assessment',
    'service_record',
    'complaint',
    'award',
  ];
  const selects = tables.map(
    (table) => `SELECT file, line, superseded FROM ${table} WHERE superseded > :since`,
  );
  const rows = db
    .prepare(`SELECT file, line, max(superseded) FROM (${selects.join(' UNION ALL ')}) GROUP BY file, line`)
    .raw()
    .all({ since }) as [number, number, number][];
  const batches = new Map(rows.map(([file, line, batch]) => [`${file} ${line}`, batch]));
  return ({ file, line }) => batches.get(`${file} ${line}`) ?? null;
}
