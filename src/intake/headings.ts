import type { DatasetShape } from './dataset.js';

/** Row numbers, and the columns that our own rejects file adds: known, and nobody's data. */
const IGNORED = new Set(['序号', '编号', '号', 'no', 'no.', '原文件', '行号', '问题', '说明']);

/**
 * The form in which headings are compared: NFKC, one kind of bracket, without spaces, line breaks, `*`,
 * colons and the quotes that Excel adds to keep text as text.
 */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\uFEFF*'"“”]/g, '')
    .replace(/[[【〔{]/g, '(')
    .replace(/[\]】〕}]/g, ')')
    .replace(/[:;,、]+$/, '')
    .toLowerCase();
}

/** Without a unit or hint at its end: 月工资(元), 上岗日期(年月日), 月工资/元. */
const withoutHint = (key: string): string => key.replace(/\([^()]*\)$/, '').replace(/\/元$/, '');

/** Which field of a dataset a heading means. */
export class HeadingIndex {
  private readonly fields = new Map<string, string>();

  constructor(readonly dataset: DatasetShape) {
    for (const [field, { heading, synonyms }] of Object.entries(dataset.columns)) {
      for (const known of [heading, ...synonyms]) this.fields.set(headingKey(known), field);
    }
    for (const [field, { heading }] of Object.entries(dataset.columns)) {
      const bare = withoutHint(headingKey(heading));
      if (!this.fields.has(bare)) this.fields.set(bare, field);
    }
  }

  field(heading: string): string | undefined {
    if (heading === '' || heading.length > 40) return undefined;
    const key = headingKey(heading);
    return this.fields.get(key) ?? this.fields.get(withoutHint(key));
  }

  isIgnored(heading: string): boolean {
    const key = headingKey(heading);
    return key === '' || IGNORED.has(key);
  }

  /** How many different fields these cells name. */
  count(cells: readonly string[]): number {
    return new Set(cells.map((cell) => this.field(cell)).filter((field) => field !== undefined)).size;
  }
}
