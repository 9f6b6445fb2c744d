import type { LineAmounts, MoveRecord, Placement } from '../domain/closing.js';
import { dayInChengdu } from '../domain/day.js';
import type { Origin } from '../domain/facts.js';
import type { Citation, Finding } from '../domain/finding.js';
import { maskNumber, maskPersonal } from '../domain/mask.js';
import { type Fen, formatYuan } from '../domain/money.js';
import type { Quarter } from '../domain/quarter.js';
import type { QuarterState } from '../domain/quarter-life.js';
import type { CorrectionItem } from '../domain/reconciliation.js';
import type { LineReward } from '../domain/reward.js';
import type { ConditionResult, PaperMonth } from '../domain/subsidy-month.js';
import type { Messages } from '../messages/messages.js';
import { causeWords, groundsOf } from './cause-words.js';
import type { Column, Report } from './column.js';
import { correctionValue } from './corrections-report.js';
import { rewardGrounds, sourceValue } from './reward-values.js';
import { foundText, neededText, reasonTexts } from './subsidy-reasons.js';

/** The months that one district has closed for a person, or would pay as things are. */
interface ExplainedLine extends Placement {
  person: { idNumber: string; name: string };
  months: readonly PaperMonth[];
  totalFen: Fen;
  /** null: not closed, computed from what is known now. */
  frozen: {
    state: QuarterState;
    moves: readonly MoveRecord[];
    amounts: LineAmounts;
    /** 补发 and 扣回 of earlier months that the line carries. */
    carried: readonly CorrectionItem[];
    /** What the line takes back for the recovery list. */
    takenFen: Fen;
  } | null;
}

/** An award: its reward, or why there is none; `late`: the next close pays it. */
interface ExplainedReward extends LineReward {
  answer: 'due' | keyof Messages['rewards']['why'];
  district: string | null;
  /** null: judged from what is known now. */
  state: QuarterState | null;
  late: boolean;
}

/** What `subsidy explain` found about one person. */
export interface ExplainInput {
  quarter: Quarter;
  person: { idNumber: string; name: string };
  /** Empty: the person held no post in the quarter. */
  lines: readonly ExplainedLine[];
  /** Whether any district has closed the quarter. */
  closed: boolean;
  /** What later quarters have corrected of it. */
  later: readonly CorrectionItem[];
  /** Awards given in the quarter. */
  rewards: readonly ExplainedReward[];
  /** File and batch of a fact, by the register's number of the file. */
  files: ReadonlyMap<number, { name: string; batch: number }>;
  /** Documents stored word for word: their articles need no title beside them. */
  storedDocuments: ReadonlySet<string>;
  findings: readonly Finding[];
}

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
  input: ExplainInput,
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

type Columns = (text: Messages, input: ExplainInput, reveal: boolean) => Column<ExplainRow>[];

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

const rewardValues = (reward: ExplainedReward, { files }: ExplainInput) => {
  const { title, awardedOn, answer, amountFen, district, state, late, citation } = reward;
  return {
    title,
    awardedOn,
    answer,
    amountFen,
    district,
    state,
    late,
    citation,
    source: sourceValue(reward, files),
  };
};

/** What is closed of the quarter, and what later quarters have corrected of it. */
function closedValues({ lines, later, files }: ExplainInput, reveal: boolean) {
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
const draftMark = ({ quarters }: Messages, { frozen }: ExplainedLine, { closed }: ExplainInput): string =>
  closed && frozen === null ? quarters.explain.draft : '';

function sentence(
  text: Messages,
  condition: ConditionResult,
  line: ExplainedLine,
  input: ExplainInput,
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

function sourceText(text: Messages, source: Origin | null, { files }: ExplainInput): string | undefined {
  const file = source ? files.get(source.file) : undefined;
  return source && file ? text.subsidy.explain.source(file.name, source.line, file.batch) : undefined;
}

/** Which documents are stored may change: what is frozen names them always. */
function articleText(
  citation: Citation | null,
  { frozen }: ExplainedLine,
  { storedDocuments }: ExplainInput,
): string | undefined {
  if (citation === null) return undefined;
  return storedDocuments.has(citation.document) && frozen === null
    ? citation.article
    : `${citation.document} ${citation.article}`.trim();
}

function explainSummary(text: Messages, input: ExplainInput, reveal: boolean): string[] {
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

function rewardText(text: Messages, reward: ExplainedReward, { files, closed }: ExplainInput): string {
  const { rewards: words, quarters } = text;
  const { title, awardedOn, answer, amountFen, district, state, late } = reward;
  if (answer === 'settled') return words.none(title, awardedOn, words.why.settled(district ?? ''));
  if (answer !== 'due') return words.none(title, awardedOn, words.why[answer]);
  const grounds = [
    ...rewardGrounds(text, reward, files),
    ...(late ? [words.late] : state ? [words.frozen] : []),
  ];
  const draft = closed && state === null && !late ? quarters.explain.draft : '';
  return words.line(title, awardedOn, formatYuan(amountFen), district ?? '', grounds) + draft;
}

function frozenLines(
  text: Messages,
  district: string,
  { state, moves, amounts, carried, takenFen }: NonNullable<ExplainedLine['frozen']>,
  input: ExplainInput,
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

function laterText(text: Messages, item: CorrectionItem, input: ExplainInput): string {
  const { month, kind, yuan, cause } = correctionWords(text, item, input);
  return text.quarters.explain.later(month, item.district, kind, yuan, item.carriedBy, cause);
}

function correctionWords(text: Messages, { correction }: CorrectionItem, { files }: ExplainInput) {
  const { month, amountFen } = correction;
  const grounds = [causeWords(text, correction), groundsOf(text, correction, files)];
  return {
    month,
    kind: text.quarters.kinds[amountFen > 0 ? '补发' : '扣回'],
    yuan: formatYuan(Math.abs(amountFen)),
    cause: grounds.filter((part) => part !== '').join(text.quarters.cause.and),
  };
}
