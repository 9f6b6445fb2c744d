import { compact } from './cells/text.js';
import type { HeadingRow } from './heading-row.js';
import { type HeadingIndex, headingKey } from './headings.js';

const TOTAL =
  /^(本页|本表|全[区市县镇乡街]|[^\d,，。]{0,12})?(合计|小计|总计|共计|累计)(\(.*\))?([:：].*|[\d.,]+.{0,3})?$/;

const SIGNATURE =
  /^(制表|填表|填报|编制|审核|复核|审批|经办|负责|报送|统计|单位负责|部门负责|主管领导|分管领导|主要领导|联系)(人|单位|日期|时间|领导|电话|部门)?(\(.*\))?([:：].*)?$|^(日期|单位|盖章|\(盖章\)|单位\(?公?章\)?|公章|签字|签章)([:：].*)?$|^(注|备注|说明|填表说明|附注|备注说明)[:：].*$/;

/** Longer than any phone: no title, total or signature begins with it, whatever a spreadsheet put around it. */
const LONG_NUMBER = /^[\s'’‘`="\u3000]*[\d０-９]{12}/;

/** A number of heads under a name column, such as `35人`. */
const HEADCOUNT = /^(共)?\d{1,6}(\.\d+)?(人|名|个|条)?$/;

export type RowKind = 'data' | 'blank' | 'heading' | 'total' | 'signature' | 'caption';

/** Tells rows of data from what people write around them. */
export class RowSorter {
  private readonly headingKeys: readonly string[];

  /** `identified`: positions of the columns that only a row of data fills. */
  constructor(
    private readonly heading: HeadingRow,
    private readonly index: HeadingIndex,
    private readonly identified: readonly number[],
  ) {
    this.headingKeys = heading.records.map(({ cells }) => rowKey(cells));
  }

  kindOf(cells: readonly string[]): RowKind {
    // Nearly every row: names and numbers where they belong, nothing to look into.
    if (this.identified.every((position) => this.isPlainData(cells[position] ?? ''))) return 'data';
    if (this.identified.some((position) => LONG_NUMBER.test(cells[position] ?? ''))) return 'data';
    const filled = cells.filter((cell) => compact(cell) !== '');
    if (filled.length === 0) return 'blank';
    if (this.repeatsHeading(cells, filled.length)) return 'heading';
    const identity = this.identified.map((position) => compact(cells[position] ?? ''));
    const texts = filled.map(compact);
    if (texts.some((text) => TOTAL.test(text)) && identity.every(isBesideTotal)) return 'total';
    if (SIGNATURE.test(texts[0] as string) && this.isBesideSignature(cells)) return 'signature';
    if (filled.length === 1 && this.headingKeys.length > 0 && this.heading.known > 2) {
      return identity.every((text) => text === '') ? 'caption' : 'data';
    }
    return 'data';
  }

  private isPlainData(cell: string): boolean {
    if (/^\d{12,17}[\dXx]?$/.test(cell)) return true;
    if (!/^[\u4e00-\u9fff]{2,14}$/.test(cell)) return false;
    return !cell.endsWith('计') && this.index.field(cell) === undefined && !SIGNATURE.test(cell);
  }

  private repeatsHeading(cells: readonly string[], filled: number): boolean {
    if (this.headingKeys.includes(rowKey(cells))) return true;
    const same = cells.filter((cell, position) => {
      const field = this.index.field(cell);
      return field !== undefined && field === this.index.field(this.heading.headings[position] ?? '');
    });
    return same.length >= 2 && same.length * 2 >= filled;
  }

  /** Every identifying cell is empty, part of the signatures, or the name that follows one. */
  private isBesideSignature(cells: readonly string[]): boolean {
    return this.identified.every((position) => {
      const text = compact(cells[position] ?? '');
      if (text === '' || SIGNATURE.test(text) || isDate(text)) return true;
      return position > 0 && SIGNATURE.test(compact(cells[position - 1] ?? ''));
    });
  }
}

const rowKey = (cells: readonly string[]): string => cells.map(headingKey).join('\n').trim();

const isBesideTotal = (text: string): boolean => text === '' || TOTAL.test(text) || HEADCOUNT.test(text);

const isDate = (text: string): boolean => /^\d{4}[-./年]\d{1,2}/.test(text);
