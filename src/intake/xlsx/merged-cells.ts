import { isBlank } from '../cells/text.js';
import type { CsvRecord } from '../records.js';
import type { VerticalMerge } from './sheet-marks.js';

interface Layout {
  /** Last line of the headings: what is merged above stays as it is. */
  below: number;
  /** Columns up to the last heading; what stands beyond is nobody's. */
  width: number;
  /** Positions of the area columns, in which filled rows are counted. */
  areas: ReadonlySet<number>;
}

/** Gives every row of merged cells the value of their first row, and every record the same width. */
export class MergedCells {
  /** Rows in which an area cell was filled. */
  filledRows = 0;
  private readonly byTop = new Map<number, VerticalMerge[]>();

  constructor(
    merges: readonly VerticalMerge[],
    private readonly layout: Layout,
  ) {
    for (const merge of merges) {
      if (merge.top <= layout.below || merge.column >= layout.width) continue;
      this.byTop.set(merge.top, [...(this.byTop.get(merge.top) ?? []), merge]);
    }
  }

  *fill(records: Iterable<CsvRecord>): Generator<CsvRecord> {
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
      else if (value !== '' && isBlank(cells[column] as string)) {
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
