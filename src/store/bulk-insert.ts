import type { Statement } from 'better-sqlite3';
import type { Database } from './open.js';

type Value = string | number | null;

/** Rows per statement: many rows in one VALUES list cost about a third less than one by one. */
const ROWS = 100;

/**
 * Collects rows for one table and writes them in large statements. Call `flush` at the end. `constants`: columns
 * with one number for all rows, which need not be handed over with each.
 */
export class BulkInsert {
  private readonly whole: Statement;
  private readonly one: Statement;
  private readonly pending: Value[];
  private filled = 0;

  constructor(
    db: Database,
    table: string,
    private readonly columns: readonly string[],
    constants: Readonly<Record<string, number>> = {},
  ) {
    const tuple = `(${[...columns.map(() => '?'), ...Object.values(constants).map(Number)].join(', ')})`;
    const head = `INSERT INTO ${table} (${[...columns, ...Object.keys(constants)].join(', ')}) VALUES `;
    this.one = db.prepare(head + tuple);
    this.whole = db.prepare(head + Array(ROWS).fill(tuple).join(', '));
    this.pending = new Array<Value>(ROWS * columns.length).fill(null);
  }

  /** Takes one row; `rest` follows `values`, so that callers need not join the two. */
  add(values: readonly Value[], rest: readonly Value[] = []): void {
    for (const value of values) this.pending[this.filled++] = value;
    for (const value of rest) this.pending[this.filled++] = value;
    if (this.filled < this.pending.length) return;
    this.whole.run(this.pending);
    this.filled = 0;
  }

  flush(): void {
    const width = this.columns.length;
    for (let start = 0; start < this.filled; start += width) {
      this.one.run(this.pending.slice(start, start + width));
    }
    this.filled = 0;
  }
}
