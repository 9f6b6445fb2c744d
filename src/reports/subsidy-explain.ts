import { dayInChengdu } from '../domain/day.js';
import type { ExplainedLine, ExplainedReward, SubsidyExplanation } from '../domain/explanation.js';
import type { Origin } from '../domain/facts.js';
import type { Citation } from '../domain/finding.js';
import { maskNumber, maskPersonal } from '../domain/mask.js';
import { formatYuan } from '../domain/money.js';
import type { QuarterState } from '../domain/quarter-life.js';
import type { CorrectionItem } from '../domain/reconciliation.js';
import type { ConditionResult, PaperMonth } from '../domain/subsidy-month.js';
import type { Messages } from '../messages/messages.js';
import { causeWords, groundsOf } from './cause-words.js';
import type { Column, Report } from './column.js';
import { correctionValue } from './corrections-report.js';
import { rewardGrounds, sourceValue } from './reward-values.js';
import { foundText, neededText, reasonTexts } from './subsidy-reasons.js';

/** For scripts a month each; for the eye a sentence for each condition; for spreadsheets a row for each. */
export type ExplainView = 'months' | 'sentences' | 'cells';

export interface ExplainRow {
  line: ExplainedLine;
  month: PaperMonth;
  /** null: the month as a whole. */
  condition: ConditionResult | null;
}

/** Why a person is paid or not, condition by condition, with the source of each fact. 三(六)1 */
export function explainReport(
  text: Messages,
  input: SubsidyExplanation,
  view: ExplainView,
  reveal: boolean,
): Report<ExplainRow> {
  const months = input.lines.flatMap((line) => line.months.map((month) => ({ line, month })));
  months.sort((a, b) => (a.month.month < b.month.month ? -1 : a.month.month > b.month.month ? 1 : 0));
  const columns = columnsOf[view](text, input, reveal);
  return {
    command: 'subsidy explain',
    quarter: input.quarter,
    columns: input.closed ? [...columns, ...stateColumns(text, view)] : columns,
    rows: months.flatMap((month) => rowsOf(month, view)),
    totals: {
      totalFen: input.lines.reduce((sum, { totalFen }) => sum + totalFen, 0),
      personMonths: months.filter(({ month }) => month.paid).length,
      rewardFen: input.rewards.reduce((sum, { amountFen }) => sum + amountFen, 0),
    },
    findings: input.findings,
    summary: explainSummary(text, input, reveal),
    more: {
      rewards: input.rewards.map((each) => rewardValues(each, input)),
      ...(input.closed && closedValues(input, reveal)),
    },
  };
}

function rowsOf(judged: { line: ExplainedLine; month: PaperMonth }, view: ExplainView): ExplainRow[] {
  const whole = { ...judged, condition: null };
  if (view === 'months') return [whole];
  const each = judged.month.conditions.map((condition) => ({ ...judged, condition }));
  return view === 'sentences' || each.length === 0 ? [whole, ...each] : each;
}

type Columns = (text: Messages, input: SubsidyExplanation, reveal: boolean) => Column<ExplainRow>[];

const columnsOf: Readonly<Record<ExplainView, Columns>> = {
  months: (_text, input, reveal) => [
    { key: 'name', heading: '', kind: 'free', value: ({ line }) => line.person.name },
    { key: 'idNumber', heading: '', kind: 'digits', value: ({ line }) => line.person.idNumber },
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
      heading: text.subsidy.explain.headings.month,
      kind: 'text',
      value: ({ month, condition }) => (condition === null ? month.month : ''),
    },
    {
      key: 'explanation',
      heading: text.subsidy.explain.headings.explanation,
      kind: 'free',
      value: (row) =>
        row.condition === null
          ? resultText(text, row.month) + draftMark(text, row.line, input)
          : sentence(text, row.condition, row.line, input),
    },
  ],
  cells: (text, input) => {
    const { headings } = text.subsidy.explain;
    const cell = (
      key: keyof typeof headings,
      kind: 'text' | 'free',
      value: (c: ConditionResult, line: ExplainedLine) => string,
    ) => ({
      key,
      heading: headings[key],
      kind,
      value: ({ condition, line }: ExplainRow) => (condition === null ? null : value(condition, line)),
    });
    return [
      { key: 'name', heading: headings.name, kind: 'free', value: ({ line }) => line.person.name },
      {
        key: 'idNumber',
        heading: headings.idNumber,
        kind: 'digits',
        value: ({ line }) => line.person.idNumber,
      },
      { key: 'month', heading: headings.month, kind: 'text', value: ({ month }) => month.month },
      {
        key: 'result',
        heading: headings.result,
        kind: 'text',
        value: ({ month }) => resultText(text, month),
      },
      cell('condition', 'text', ({ code }) => text.subsidy.conditions[code]),
      cell('needed', 'text', (condition) => neededText(text.subsidy, condition)),
      cell('found', 'text', (condition) => foundText(text.subsidy, condition)),
      cell('met', 'text', ({ met }) => text.subsidy.explain.met(met)),
      cell('source', 'free', ({ source }) => sourceText(text, source, input) ?? ''),
      cell('citation', 'text', ({ citation }, line) => articleText(citation, line, input) ?? ''),
    ];
  },
};

/** How far the district has come, once any district has closed the quarter. */
function stateColumns(text: Messages, view: ExplainView): Column<ExplainRow>[] {
  if (view === 'sentences') return [];
  const state = ({ line }: ExplainRow): QuarterState => line.frozen?.state ?? 'draft';
  return [
    {
      ...{ key: 'state', heading: text.quarters.explain.state, kind: 'text', value: state },
      text: (row) => text.closings.states[state(row)],
    },
    { key: 'frozen', heading: '', kind: 'json', value: ({ line }) => line.frozen !== null },
    { key: 'settledBy', heading: '', kind: 'json', value: ({ month }) => month.settledBy ?? null },
  ];
}

/** Values for scripts; a certificate number is masked like every other number. */
function conditionValue(condition: ConditionResult, { files }: SubsidyExplanation, reveal: boolean) {
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

const rewardValues = (reward: ExplainedReward, { files }: SubsidyExplanation) => {
  const { title, awardedOn, answer, amountFen, district, state, late, beyondRetro, amendedFen, citation } =
    reward;
  return {
    title,
    awardedOn,
    answer,
    amountFen,
    district,
    state,
    late,
    beyondRetro,
    amendedFen,
    citation,
    source: sourceValue(reward, files),
  };
};

/** What is closed of the quarter, and what later quarters have corrected of it. */
function closedValues({ lines, later, files }: SubsidyExplanation, reveal: boolean) {
  return {
    closings: lines.flatMap(({ person, district, frozen }) =>
      frozen === null
        ? []
        : [
            {
              idNumber: reveal ? person.idNumber : maskNumber(person.idNumber),
              ...{ district, state: frozen.state, ...frozen.amounts, moves: frozen.moves },
              carried: frozen.carried.map((each) => correctionValue(each, files, reveal)),
            },
          ],
    ),
    corrections: later.map((each) => correctionValue(each, files, reveal)),
  };
}

function resultText(text: Messages, month: PaperMonth): string {
  const { explain } = text.subsidy;
  if (month.paid) return explain.paid(formatYuan(month.amountFen), month.level, month.district);
  if (month.settledBy !== undefined) return text.quarters.explain.settledBy(month.settledBy, '');
  const reasons = reasonTexts(text.subsidy, month);
  return month.decided ? explain.unpaid(reasons) : explain.undecided(reasons);
}

/** Where others have closed the quarter, what is not frozen says so. */
const draftMark = (
  { quarters }: Messages,
  { frozen }: ExplainedLine,
  { closed }: SubsidyExplanation,
): string => (closed && frozen === null ? quarters.explain.draft : '');

function sentence(
  text: Messages,
  condition: ConditionResult,
  line: ExplainedLine,
  input: SubsidyExplanation,
): string {
  const grounds = [sourceText(text, condition.source, input), articleText(condition.citation, line, input)];
  return text.subsidy.explain.sentence(
    text.subsidy.conditions[condition.code],
    neededText(text.subsidy, condition),
    foundText(text.subsidy, condition),
    condition.met,
    grounds.filter((ground) => ground !== undefined),
  );
}

function sourceText(
  text: Messages,
  source: Origin | null,
  { files }: SubsidyExplanation,
): string | undefined {
  const file = source ? files.get(source.file) : undefined;
  return source && file ? text.subsidy.explain.source(file.name, source.line, file.batch) : undefined;
}

/** Which documents are stored may change: what is frozen names them always. */
function articleText(
  citation: Citation | null,
  { frozen }: ExplainedLine,
  { storedDocuments }: SubsidyExplanation,
): string | undefined {
  if (citation === null) return undefined;
  return storedDocuments.has(citation.document) && frozen === null
    ? citation.article
    : `${citation.document} ${citation.article}`.trim();
}

function explainSummary(text: Messages, input: SubsidyExplanation, reveal: boolean): string[] {
  const { quarter, lines, later } = input;
  const { explain } = text.subsidy;
  const shown = reveal ? String : maskPersonal;
  const said = lines.flatMap((line) => {
    const { person, frozen } = line;
    const idNumber = reveal ? person.idNumber : maskNumber(person.idNumber);
    const place = [line.district, line.township, line.unit].filter((part) => part !== '').join(' ');
    const paidMonths = line.months.filter(({ paid }) => paid).length;
    return [
      explain.person(shown(person.name), idNumber, shown(place), text.subsidy.quarter(quarter)),
      explain.total(formatYuan(line.totalFen), paidMonths) + draftMark(text, line, input),
      ...(frozen ? frozenLines(text, line.district, frozen, input) : []),
    ];
  });
  return [
    ...said,
    ...input.rewards.map((each) => rewardText(text, each, input)),
    ...later.map((each) => laterText(text, each, input)),
  ];
}

/** How far a reward has come; nothing where its district has not closed the quarter. */
function standing(
  { rewards: words }: Messages,
  { late, beyondRetro, state, amountFen, amendedFen }: ExplainedReward,
): string[] {
  if (state) return [words.frozen];
  if (beyondRetro) return [words.beyondRetro];
  if (amendedFen === 0) return late ? [words.late] : [];
  return [amendedFen === amountFen ? words.paidLate : words.differs(formatYuan(amendedFen))];
}

function rewardText(text: Messages, reward: ExplainedReward, { files, closed }: SubsidyExplanation): string {
  const { rewards: words, quarters } = text;
  const { title, awardedOn, answer, amountFen, district } = reward;
  if (answer === 'settled') return words.none(title, awardedOn, words.why.settled(district ?? ''));
  if (answer !== 'due') return words.none(title, awardedOn, words.why[answer]);
  const stands = standing(text, reward);
  const grounds = [...rewardGrounds(text, reward, files), ...stands];
  const draft = closed && stands.length === 0 ? quarters.explain.draft : '';
  return words.line(title, awardedOn, formatYuan(amountFen), district ?? '', grounds) + draft;
}

function frozenLines(
  text: Messages,
  district: string,
  { state, moves, amounts, carried, takenFen }: NonNullable<ExplainedLine['frozen']>,
  input: SubsidyExplanation,
): string[] {
  const { explain } = text.quarters;
  const closed = moves.find(({ move }) => move === 'close');
  const on = closed ? dayInChengdu(new Date(closed.at)) : '';
  return [
    explain.line(district, text.closings.states[state], on, closed?.by ?? ''),
    explain.amounts({
      due: formatYuan(amounts.dueFen),
      reward: amounts.rewardFen === 0 ? null : text.rewards.amount(formatYuan(amounts.rewardFen)),
      arrears: formatYuan(amounts.arrearsFen),
      recovered: formatYuan(amounts.recoveredFen),
      carried: formatYuan(amounts.carriedFen),
      net: formatYuan(amounts.netFen),
    }),
    ...carried.map((item) => {
      const { month, kind, yuan, cause } = correctionWords(text, item, input);
      return explain.carried(month, kind, yuan, cause);
    }),
    ...(takenFen > 0 ? [explain.taken(formatYuan(takenFen))] : []),
  ];
}

function laterText(text: Messages, item: CorrectionItem, input: SubsidyExplanation): string {
  const { month, kind, yuan, cause } = correctionWords(text, item, input);
  return text.quarters.explain.later(month, item.district, kind, yuan, item.carriedBy, cause);
}

function correctionWords(text: Messages, { correction }: CorrectionItem, { files }: SubsidyExplanation) {
  const { month, amountFen } = correction;
  const grounds = [causeWords(text, correction), groundsOf(text, correction, files)];
  return {
    month,
    kind: text.quarters.kinds[amountFen > 0 ? '补发' : '扣回'],
    yuan: formatYuan(Math.abs(amountFen)),
    cause: grounds.filter((part) => part !== '').join(text.quarters.cause.and),
  };
}
