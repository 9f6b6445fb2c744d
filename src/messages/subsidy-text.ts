import type { ConditionDetails } from '../domain/conditions.js';
import type { Month } from '../domain/day.js';
import type { SheetName } from '../domain/papers.js';
import type { Quarter } from '../domain/quarter.js';
import type { Category, Condition, Level, Reason } from '../domain/terms.js';

type Needed<Code extends Reason> = ConditionDetails[Code]['needed'];
type Found<Code extends Reason> = ConditionDetails[Code]['found'];

type DecidingDay = 'first-day' | 'last-day' | number;

/** The deciding day as the policy states it: `subsidy.decided-on`. */
export type DecidedOn = DecidingDay | ({ otherwise: DecidingDay } & Partial<Record<Condition, DecidingDay>>);

/** How preview and explain read to a clerk: each language supplies all of it. 三(六)1 */
export interface SubsidyText {
  /** `2026-07` under a heading: 7月. */
  month: (month: Month) => string;
  quarter: (quarter: Quarter) => string;
  /** What a condition is called. */
  conditions: Readonly<Record<Reason, string>>;
  /** Why a month is not paid, in a few characters, for a cell of a list. */
  reasons: Readonly<Record<Reason, string>>;
  /** Why a month is not paid, with the day or number that decided. */
  unmet: { readonly [Code in Reason]: (needed: Needed<Code>, found: Found<Code>) => string };
  /** What a condition asks for. */
  needed: { readonly [Code in Reason]: (needed: Needed<Code>) => string };
  /** What the register (or the policy) has for it. */
  found: { readonly [Code in Reason]: (found: Found<Code>, needed: Needed<Code>) => string };
  help: HelpText;
  preview: PreviewText;
  explain: ExplainText;
  standards: StandardsText;
  exports: ExportText;
}

/** Descriptions of commands, arguments and options; examples by what they show. */
interface HelpText {
  quarter: string;
  who: string;
  folder: string;
  sheets: string;
  descriptions: Readonly<Record<'preview' | 'explain' | 'export', string>>;
  options: Readonly<Record<'all' | 'to' | 'what' | 'together' | 'withId' | 'force' | 'by', string>>;
  /** What the placeholders of the command line stand for. */
  about: Readonly<Record<'quarter' | 'who', string>>;
  examples: Readonly<
    Record<
      'preview' | 'previewAll' | 'explain' | 'explainJson' | 'export' | 'exportPublic' | 'exportPayroll',
      string
    >
  >;
}

/** Headings and summary of `subsidy preview`. */
interface PreviewText {
  headings: Readonly<
    Record<'name' | 'idNumber' | 'district' | 'township' | 'unit' | 'unitCode' | 'total', string>
  >;
  /** Between two reasons in one cell. */
  and: string;
  /** A month that nobody can decide yet. */
  undecided: (reasons: string) => string;
  /** A month in which the person held no post. */
  noPost: string;
  totals: (quarter: string, people: number, personMonths: number, yuan: string) => string;
  byDistrict: (amounts: readonly { district: string; yuan: string }[]) => string;
  /** How many months are not paid, for each reason (a month may have several). */
  unpaid: (months: number, byReason: readonly { reason: string; months: number }[]) => string;
  undecidedMonths: (months: number) => string;
  nobody: (quarter: string) => string;
}

/** Headings, sentences and summary of `subsidy explain`. */
interface ExplainText {
  headings: Readonly<
    Record<
      | 'name'
      | 'idNumber'
      | 'month'
      | 'result'
      | 'condition'
      | 'met'
      | 'needed'
      | 'found'
      | 'source'
      | 'citation'
      | 'explanation',
      string
    >
  >;
  met: (met: boolean) => string;
  /** One condition as one sentence; `grounds`: source and article, as far as known. */
  sentence: (name: string, needed: string, found: string, met: boolean, grounds: readonly string[]) => string;
  /** File, line and batch of a fact. */
  source: (file: string, line: number, batch: number) => string;
  paid: (yuan: string, level: Level | null, district: string) => string;
  unpaid: (reasons: readonly string[]) => string;
  undecided: (reasons: readonly string[]) => string;
  /** Who it is about. */
  person: (name: string, idNumber: string, place: string, quarter: string) => string;
  total: (yuan: string, months: number) => string;
  /** The question put when several people fit. */
  whichOne: (who: string) => string;
}

/** How the values used are stated on screen and on every paper. */
interface StandardsText {
  /** All districts of the list go by the same. */
  everywhere: (districts: readonly string[]) => string;
  districts: (districts: readonly string[]) => string;
  months: (months: readonly Month[]) => string;
  line: (where: string, months: string, parts: readonly string[]) => string;
  rates: (rates: readonly { level: Level; yuan: string }[], paper: string) => string;
  noRate: string;
  document: (document: string, article: string) => string;
  decidedOn: (decidedOn: DecidedOn) => string;
  conditions: (names: readonly string[]) => string;
  categories: (categories: readonly Category[]) => string;
  serviceMinimum: (minimum: { count: number; per: 'month' | 'quarter' }) => string;
  noServiceMinimum: string;
  noPolicy: string;
  example: string;
}

/** What `subsidy export` says on screen of the files it wrote; the papers themselves are Chinese. */
interface ExportText {
  headings: Readonly<
    Record<
      | 'file'
      | 'sheet'
      | 'district'
      | 'rows'
      | 'people'
      | 'due'
      | 'reward'
      | 'arrears'
      | 'recovered'
      | 'carried'
      | 'amount'
      | 'sha256',
      string
    >
  >;
  sheets: Readonly<Record<SheetName, string>>;
  wholeCity: string;
  written: (folder: string, files: number, unchanged: number) => string;
  /** Some of the files are drafts, of these districts; null: all of them. */
  draft: (districts: readonly string[] | null) => string;
  /** Which districts have just been moved to `exported`. */
  exported: (districts: readonly string[], by: string) => string;
  /** So many files are those that were handed out before. */
  again: (files: number) => string;
}
