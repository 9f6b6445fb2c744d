import type { Origin, Person } from '../domain/facts.js';
import type { Citation, Finding } from '../domain/finding.js';
import { maskNumber, maskPersonal } from '../domain/mask.js';
import { formatYuan } from '../domain/money.js';
import type { Quarter } from '../domain/quarter.js';
import type { SubsidyText } from '../messages/subsidy-text.js';
import type { SubsidyLine } from '../rules/subsidy-lines.js';
import type { ConditionResult, MonthResult } from '../rules/subsidy-result.js';
import type { Column, Report } from './column.js';
import { foundText, neededText, reasonTexts } from './subsidy-reasons.js';

/** What `subsidy explain` found about one person. */
export interface ExplainInput {
  quarter: Quarter;
  person: Person;
  /** null: the person held no post in the quarter. */
  line: SubsidyLine | null;
  /** File and batch of a fact, by the register's number of the file. */
  files: ReadonlyMap<number, { name: string; batch: number }>;
  /** Documents stored word for word: their articles need no title beside them. */
  storedDocuments: ReadonlySet<string>;
  findings: readonly Finding[];
}

/** For scripts a month each; for the eye a sentence for each condition; for spreadsheets a row for each. */
export type ExplainView = 'months' | 'sentences' | 'cells';

export interface ExplainRow {
  month: MonthResult;
  /** null: the month as a whole. */
  condition: ConditionResult | null;
}

/** Why a person is paid or not, condition by condition, with the source of each fact. 三(六)1 */
export function explainReport(
  text: SubsidyText,
  input: ExplainInput,
  view: ExplainView,
  reveal: boolean,
): Report<ExplainRow> {
  const months = input.line?.months ?? [];
  return {
    command: 'subsidy explain',
    quarter: input.quarter,
    columns: columnsOf[view](text, input, reveal),
    rows: months.flatMap((month) => rowsOf(month, view)),
    totals: {
      totalFen: input.line?.totalFen ?? 0,
      personMonths: months.filter(({ paid }) => paid).length,
    },
    findings: input.findings,
    summary: explainSummary(text, input, reveal),
  };
}

function rowsOf(month: MonthResult, view: ExplainView): ExplainRow[] {
  const whole = { month, condition: null };
  if (view === 'months') return [whole];
  const each = month.conditions.map((condition) => ({ month, condition }));
  return view === 'sentences' || each.length === 0 ? [whole, ...each] : each;
}

type Columns = (text: SubsidyText, input: ExplainInput, reveal: boolean) => Column<ExplainRow>[];

const columnsOf: Readonly<Record<ExplainView, Columns>> = {
  months: (_text, input, reveal) => [
    { key: 'name', heading: '', kind: 'free', value: () => input.person.name },
    { key: 'idNumber', heading: '', kind: 'digits', value: () => input.person.idNumber },
    { key: 'month', heading: '', kind: 'text', value: ({ month }) => month.month },
    { key: 'paid', heading: '', kind: 'flag', value: ({ month }) => month.paid },
    { key: 'decided', heading: '', kind: 'flag', value: ({ month }) => month.decided },
    { key: 'district', heading: '', kind: 'text', value: ({ month }) => month.district },
    { key: 'decidedOn', heading: '', kind: 'text', value: ({ month }) => month.decidedOn },
    { key: 'level', heading: '', kind: 'text', value: ({ month }) => month.level },
    { key: 'amountFen', heading: '', kind: 'fen', value: ({ month }) => month.amountFen },
    { key: 'reasons', heading: '', kind: 'json', value: ({ month }) => month.reasons },
    {
      key: 'conditions',
      heading: '',
      kind: 'json',
      value: ({ month }) => month.conditions.map((condition) => conditionValue(condition, input, reveal)),
    },
  ],
  sentences: (text, input) => [
    {
      key: 'month',
      heading: text.explain.headings.month,
      kind: 'text',
      value: ({ month, condition }) => (condition === null ? month.month : ''),
    },
    {
      key: 'explanation',
      heading: text.explain.headings.explanation,
      kind: 'free',
      value: ({ month, condition }) =>
        condition === null ? resultText(text, month) : sentence(text, condition, input),
    },
  ],
  cells: (text, input) => {
    const { headings } = text.explain;
    const cell = (
      key: keyof typeof headings,
      kind: 'text' | 'free',
      value: (c: ConditionResult) => string,
    ) => ({
      key,
      heading: headings[key],
      kind,
      value: ({ condition }: ExplainRow) => (condition === null ? null : value(condition)),
    });
    return [
      { key: 'name', heading: headings.name, kind: 'free', value: () => input.person.name },
      { key: 'idNumber', heading: headings.idNumber, kind: 'digits', value: () => input.person.idNumber },
      { key: 'month', heading: headings.month, kind: 'text', value: ({ month }) => month.month },
      {
        key: 'result',
        heading: headings.result,
        kind: 'text',
        value: ({ month }) => resultText(text, month),
      },
      cell('condition', 'text', ({ code }) => text.conditions[code]),
      cell('needed', 'text', (condition) => neededText(text, condition)),
      cell('found', 'text', (condition) => foundText(text, condition)),
      cell('met', 'text', ({ met }) => text.explain.met(met)),
      cell('source', 'free', ({ source }) => sourceText(text, source, input) ?? ''),
      cell('citation', 'text', ({ citation }) => articleText(citation, input) ?? ''),
    ];
  },
};

/** Values for scripts; a certificate number is masked like every other number. */
function conditionValue(condition: ConditionResult, { files }: ExplainInput, reveal: boolean) {
  const { code, met, needed, source, citation } = condition;
  const file = source && files.get(source.file);
  return {
    code,
    met,
    needed,
    found: code === 'certificate' ? certificateValue(condition.found, reveal) : condition.found,
    source: source && { batch: file?.batch ?? null, file: file?.name ?? null, line: source.line },
    citation,
  };
}

function certificateValue(
  found: Extract<ConditionResult, { code: 'certificate' }>['found'],
  reveal: boolean,
) {
  if (found === null || found.number === null || reveal) return found;
  return { ...found, number: maskNumber(found.number) };
}

function resultText(text: SubsidyText, month: MonthResult): string {
  if (month.paid) return text.explain.paid(formatYuan(month.amountFen), month.level, month.district);
  const reasons = reasonTexts(text, month);
  return month.decided ? text.explain.unpaid(reasons) : text.explain.undecided(reasons);
}

function sentence(text: SubsidyText, condition: ConditionResult, input: ExplainInput): string {
  const grounds = [sourceText(text, condition.source, input), articleText(condition.citation, input)];
  return text.explain.sentence(
    text.conditions[condition.code],
    neededText(text, condition),
    foundText(text, condition),
    condition.met,
    grounds.filter((ground) => ground !== undefined),
  );
}

function sourceText(text: SubsidyText, source: Origin | null, { files }: ExplainInput): string | undefined {
  const file = source ? files.get(source.file) : undefined;
  return source && file ? text.explain.source(file.name, source.line, file.batch) : undefined;
}

function articleText(citation: Citation | null, { storedDocuments }: ExplainInput): string | undefined {
  if (citation === null) return undefined;
  return storedDocuments.has(citation.document)
    ? citation.article
    : `${citation.document} ${citation.article}`.trim();
}

function explainSummary(text: SubsidyText, input: ExplainInput, reveal: boolean): string[] {
  const { line, person, quarter } = input;
  if (line === null) return [];
  const idNumber = reveal ? person.idNumber : maskNumber(person.idNumber);
  const shown = reveal ? String : maskPersonal;
  const place = [line.district, line.township, line.unit].filter((part) => part !== '').join(' ');
  const paidMonths = line.months.filter(({ paid }) => paid).length;
  return [
    text.explain.person(shown(person.name), idNumber, shown(place), text.quarter(quarter)),
    text.explain.total(formatYuan(line.totalFen), paidMonths),
  ];
}
