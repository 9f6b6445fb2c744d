import { isBlank } from '../cells/text.js';
import type { CsvRecord } from '../records.js';
import type { VerticalMerge } from './sheet-marks.js';

const NONE: readonly number[] = [];

interface Layout {
  /** Last line of the headings: what is merged above stays as it is. */
  below: number;
  /** Columns up to the last heading; what stands beyond is nobody's. */
  width: number;
  /** Positions of the area columns, in which filled rows are counted. */
  areas: ReadonlySet<number>;
  /** Whether what stands in a column is an amount: of several rows it may be the sum. */
  isAmount: (column: number, text: string) => boolean;
}

/**
 * Gives every row of merged cells the value of their first row, and every record the same width. Amounts are not
 * repeated: nobody knows whether one is of each row or of all.
 */
export class MergedCells {
  /** Rows in which an area cell was filled. */
  filledRows = 0;
  private readonly byTop = new Map<number, VerticalMerge[]>();
  /** Columns of amounts that are merged over several rows that hold anything, by line. */
  private readonly shared = new Map<number, number[]>();

  constructor(
    merges: readonly VerticalMerge[],
    private readonly layout: Layout,
  ) {
    for (const merge of merges) {
      if (merge.top <= layout.below || merge.column >= layout.width) continue;
      this.byTop.set(merge.top, [...(this.byTop.get(merge.top) ?? []), merge]);
    }
  }

  /** Columns of the line, once it was filled, in which one amount stands for several rows. */
  sharedIn(line: number): readonly number[] {
    return this.shared.get(line) ?? NONE;
  }

  *fill(records: Iterable<CsvRecord>): Generator<CsvRecord> {
    yield* this.filled(this.byTop.size === 0 ? records : this.withoutShared([...records]));
  }

  /** Finds the amounts that stand for several rows. */
  private withoutShared(records: readonly CsvRecord[]): readonly CsvRecord[] {
    const filled = records.filter(({ cells }) => !cells.every(isBlank));
    const byColumn = new Map<number, VerticalMerge[]>();
    for (const merge of [...this.byTop.values()].flat()) {
      const others = byColumn.get(merge.column);
      if (others) others.push(merge);
      else byColumn.set(merge.column, [merge]);
    }
    for (const [column, merges] of byColumn) {
      merges.sort((a, b) => a.top - b.top);
      let at = 0;
      for (const [index, { top, bottom }] of merges.entries()) {
        const end = Math.min(bottom, (merges[index + 1]?.top ?? Number.POSITIVE_INFINITY) - 1);
        while ((filled[at]?.line ?? Number.POSITIVE_INFINITY) < top) at++;
        const start = at;
        while ((filled[at]?.line ?? Number.POSITIVE_INFINITY) <= end) at++;
        const [first] = filled.slice(start, start + 1);
        const text = first?.line === top ? (first.cells[column] ?? '') : '';
        if (at - start < 2 || isBlank(text) || !this.layout.isAmount(column, text)) continue;
        for (const { line } of filled.slice(start, at)) {
          this.shared.set(line, [...this.sharedIn(line), column]);
        }
      }
    }
    return records;
  }

  private *filled(records: Iterable<CsvRecord>): Generator<CsvRecord> {
    const tops = [...this.byTop.keys()].sort((a, b) => a - b);
    const open = new Map<number, { bottom: number; value: string }>();
    let next = 0;
    for (const record of records) {
      const cells = this.fitted(record.cells);
      // A merge may begin on a line without cells, which is no record: then there is nothing to carry.
      for (; next < tops.length && (tops[next] as number) <= record.line; next++) {
        for (const { top, bottom, column } of this.byTop.get(tops[next] as number) ?? []) {
          open.set(column, { bottom, value: top === record.line ? (cells[column] as string) : '' });
        }
      }
      if (open.size > 0 && !cells.every(isBlank)) this.fillRow(cells, record.line, open);
      yield { ...record, cells };
    }
  }

  private fillRow(cells: string[], line: number, open: Map<number, { bottom: number; value: string }>): void {
    let filled = false;
    for (const [column, { bottom, value }] of open) {
      if (line > bottom) open.delete(column);
      else if (value !== '' && isBlank(cells[column] as string) && !this.sharedIn(line).includes(column)) {
        cells[column] = value;
        filled ||= this.layout.areas.has(column);
      }
    }
    if (filled) this.filledRows++;
  }

  private fitted(cells: readonly string[]): string[] {
    const { width } = this.layout;
    const fitted = cells.slice(0, width);
    while (fitted.length < width) fitted.push('');
    return fitted;
  }
}
