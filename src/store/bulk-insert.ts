import type { Statement } from 'better-sqlite3';
import type { Database } from './open.js';

type Value = string | number | null;

/** Rows per statement: many rows in one VALUES list cost about a third less than one by one. */
const ROWS = 100;

/** Collects rows for one table and writes them in large statements. Call `flush` at the end. */
export class BulkInsert {
  private readonly whole: Statement;
  private readonly one: Statement;
  private pending: Value[] = [];

  constructor(
    db: Database,
    table: string,
    private readonly columns: readonly string[],
  ) {
    const tuple = `(${columns.map(() => '?').join(', ')})`;
    const head = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `;
    this.one = db.prepare(head + tuple);
    this.whole = db.prepare(head + Array(ROWS).fill(tuple).join(', '));
  }

  add(...values: Value[]): void {
    for (const value of values) this.pending.push(value);
    if (this.pending.length < ROWS * this.columns.length) return;
    this.whole.run(this.pending);
    this.pending = [];
  }

  flush(): void {
    const width = this.columns.length;
    for (let start = 0; start < this.pending.length; start += width) {
      this.one.run(this.pending.slice(start, start + width));
    }
    this.pending = [];
  }
}
