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

/** What a heading means by the user's word: a field, or null: its column is ignored. */
export interface MappedHeading {
  /** As the user wrote it. */
  heading: string;
  field: string | null;
  /** On the command line, which goes before what a profile says. */
  typed: boolean;
}

/** Which field of a dataset a heading means: by the user's word, else by its names. */
export class HeadingIndex {
  private readonly fields = new Map<string, string>();

  /** `mapped`: by `headingKey`. */
  constructor(
    readonly dataset: DatasetShape,
    private readonly mapped: ReadonlyMap<string, MappedHeading> = new Map(),
  ) {
    for (const [field, { heading, synonyms }] of Object.entries(dataset.columns)) {
      for (const known of [heading, ...synonyms]) this.fields.set(headingKey(known), field);
    }
    for (const [field, { heading }] of Object.entries(dataset.columns)) {
      const bare = withoutHint(headingKey(heading));
      if (!this.fields.has(bare)) this.fields.set(bare, field);
    }
  }

  field(heading: string): string | undefined {
    const mapped = this.mappedTo(heading);
    return mapped ? (mapped.field ?? undefined) : this.named(heading);
  }

  /** The field that has the heading for a name, whatever the user says. */
  named(heading: string): string | undefined {
    if (heading === '' || heading.length > 40) return undefined;
    const key = headingKey(heading);
    return this.fields.get(key) ?? this.fields.get(withoutHint(key));
  }

  /** What the user says of a heading; undefined: nothing, or nothing that could make the register hold what it must not. */
  mappedTo(heading: string): MappedHeading | undefined {
    if (this.mapped.size === 0) return undefined;
    const mapped = this.mapped.get(headingKey(heading));
    return mapped && this.dataset.neverStored?.test(heading.replace(/\s+/g, '')) ? undefined : mapped;
  }

  isIgnored(heading: string): boolean {
    const key = headingKey(heading);
    return key === '' || IGNORED.has(key) || this.mappedTo(heading)?.field === null;
  }

  /** How many different fields these cells name. */
  count(cells: readonly string[]): number {
    return new Set(cells.map((cell) => this.field(cell)).filter((field) => field !== undefined)).size;
  }
}
