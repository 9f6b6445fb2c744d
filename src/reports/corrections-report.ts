import type { RecoveryItem } from '../domain/closing.js';
import type { Finding } from '../domain/finding.js';
import { maskNumber, maskPersonal } from '../domain/mask.js';
import { type Fen, formatYuan } from '../domain/money.js';
import type { Quarter } from '../domain/quarter.js';
import type { CorrectionItem, QuarterCorrections, WaitingMonth } from '../domain/reconciliation.js';
import type { Messages } from '../messages/messages.js';
import { causeValue, causeWords, type FilesByNumber, groundsOf } from './cause-words.js';
import type { CellKind, Column, Report } from './column.js';

export interface CorrectionsInput extends QuarterCorrections {
  quarter: Quarter;
  drafts: readonly string[];
  closed: readonly string[];
  files: FilesByNumber;
  findings: readonly Finding[];
}

type Row =
  | { kind: '补发' | '扣回'; item: CorrectionItem }
  | { kind: 'waiting'; item: WaitingMonth }
  | { kind: 'owing'; item: RecoveryItem };

const kindOf = (amountFen: Fen): '补发' | '扣回' => (amountFen > 0 ? '补发' : '扣回');

/**
 * 补发 and 扣回 that a quarter carries. For the eye the months that wait and the recovery list stand below
 * (`withLists`); scripts find them in lists of their own.
 */
export function correctionsReport(
  text: Messages,
  input: CorrectionsInput,
  { withLists, reveal }: { withLists: boolean; reveal: boolean },
): Report<Row> {
  const { quarter, items, waiting, recovery, findings } = input;
  const rows: Row[] = items.map((item) => ({ kind: kindOf(item.correction.amountFen), item }));
  if (withLists) {
    rows.push(...waiting.map((item) => ({ kind: 'waiting' as const, item })));
    rows.push(...recovery.map((item) => ({ kind: 'owing' as const, item })));
  }
  return {
    command: 'subsidy corrections',
    quarter,
    columns: correctionColumns(text, input.files),
    rows,
    totals: totalsOf(input),
    findings,
    summary: summaryOf(text, input),
    more: {
      waiting: waiting.map((item) => ({ ...who(item, reveal), ...waitingValue(item) })),
      recovery: recovery.map((item) => ({ ...who(item, reveal), ...recoveryValue(item) })),
    },
  };
}

const who = ({ name, idNumber }: { name: string; idNumber: string }, reveal: boolean) => ({
  name: reveal ? name : maskPersonal(name),
  idNumber: reveal ? idNumber : maskNumber(idNumber),
});

const waitingValue = ({ district, month, reward, why, other }: WaitingMonth) => ({
  ...{ district, month, ...(reward && { reward }), why, other },
});

const recoveryValue = ({ district, quarter, openedFen, takenFen, balanceFen }: RecoveryItem) => ({
  ...{ district, openedIn: quarter, openedFen, takenFen, balanceFen },
});

/** What the rows add up to, by sign; people with a row each. */
export function correctionSums(items: readonly CorrectionItem[]) {
  let [arrearsFen, recoveredFen] = [0, 0];
  for (const { correction } of items) {
    if (correction.amountFen > 0) arrearsFen += correction.amountFen;
    else recoveredFen -= correction.amountFen;
  }
  return { arrearsFen, recoveredFen, people: new Set(items.map(({ idNumber }) => idNumber)).size };
}

const totalsOf = ({ items, waiting, recovery }: QuarterCorrections) => ({
  ...correctionSums(items),
  waiting: waiting.length,
  balanceFen: recovery.reduce((sum, { balanceFen }) => sum + balanceFen, 0),
});

/** The values of a correction, for scripts. */
export function correctionValue(item: CorrectionItem, files: FilesByNumber, reveal: boolean) {
  const { district, township, unit, correction, origin, carriedBy, state } = item;
  const { month, reward, amountFen, entitledFen } = correction;
  return {
    ...who(item, reveal),
    ...{ district, township, unit: reveal ? unit : maskPersonal(unit), month },
    ...(reward && { reward: { title: reward.title, awardedOn: reward.awardedOn } }),
    ...{ settledFen: entitledFen - amountFen, entitledFen, amountFen, kind: kindOf(amountFen) },
    cause: causeValue(correction, files),
    ...{ origin, carriedBy, state },
  };
}

function correctionColumns(text: Messages, files: FilesByNumber): Column<Row>[] {
  const { closings, quarters } = text;
  const { headings } = closings;
  const of =
    <Value>(value: (item: CorrectionItem) => Value) =>
    (row: Row): Value | null =>
      isCorrection(row) ? value(row.item) : null;
  const fen = (key: string, heading: string, value: (item: CorrectionItem) => Fen): Column<Row> => ({
    ...{ key, heading, kind: 'fen', value: of(value), secondary: key !== 'amountFen' },
  });
  const word = (key: string, heading: string, kind: CellKind, value: Column<Row>['value']): Column<Row> => ({
    ...{ key, heading, kind, value },
  });
  return [
    word('name', headings.name, 'free', ({ item }) => item.name),
    word('idNumber', headings.idNumber, 'digits', ({ item }) => item.idNumber),
    word('district', headings.district, 'free', ({ item }) => item.district),
    {
      ...word('kind', headings.kind, 'text', ({ kind }) => kind),
      text: ({ kind }) => quarters.kinds[kind],
    },
    {
      ...word('month', headings.month, 'text', ({ item }) =>
        'correction' in item ? item.correction.month : 'month' in item ? item.month : null,
      ),
      text: ({ item }) => monthText(text, item),
    },
    fen('settledFen', headings.settled, ({ correction }) => correction.entitledFen - correction.amountFen),
    fen('entitledFen', headings.entitled, ({ correction }) => correction.entitledFen),
    fen('amountFen', headings.amount, ({ correction }) => correction.amountFen),
    {
      ...word('balanceFen', quarters.headings.balance, 'fen', (row) =>
        row.kind === 'owing' ? row.item.balanceFen : null,
      ),
      ...{ paperOnly: true, secondary: true },
    },
    {
      ...word('origin', quarters.headings.origin, 'text', (row) =>
        isCorrection(row) ? row.item.origin : null,
      ),
      secondary: true,
    },
    { ...word('causeText', headings.cause, 'free', (row) => causeCell(text, row)), paperOnly: true },
    {
      ...word(
        'sourceText',
        headings.source,
        'free',
        of(({ correction }) => groundsOf(text, correction, files)),
      ),
      ...{ paperOnly: true, secondary: true },
    },
    {
      ...word(
        'state',
        headings.state,
        'text',
        of(({ state }) => state),
      ),
      text: (row) => (isCorrection(row) ? closings.states[row.item.state] : ''),
      secondary: true,
    },
    word(
      'carriedBy',
      '',
      'json',
      of(({ carriedBy }) => carriedBy),
    ),
    word(
      'reward',
      '',
      'json',
      of(({ correction: { reward } }) =>
        reward ? { title: reward.title, awardedOn: reward.awardedOn } : null,
      ),
    ),
    word(
      'cause',
      '',
      'json',
      of(({ correction }) => causeValue(correction, files)),
    ),
  ];
}

/** The month; of a reward it says so. */
function monthText({ rewards }: Messages, item: Row['item']): string {
  const { month, reward } =
    'correction' in item ? item.correction : 'month' in item ? item : { month: '', reward: undefined };
  return reward ? rewards.mark(month) : month;
}

const isCorrection = (row: Row): row is Extract<Row, { item: CorrectionItem }> =>
  row.kind === '补发' || row.kind === '扣回';

function causeCell(text: Messages, row: Row): string {
  const { quarters } = text;
  if (isCorrection(row)) return causeWords(text, row.item.correction);
  if (row.kind === 'waiting') {
    const { why, other, reward } = row.item;
    const said = quarters.open(why, other);
    return reward
      ? [text.rewards.named(reward.title, reward.awardedOn), said].join(quarters.cause.and)
      : said;
  }
  const { quarter, openedFen, takenFen } = row.item;
  return quarters.corrections.owing(quarter, formatYuan(openedFen), formatYuan(takenFen));
}

function summaryOf(text: Messages, input: CorrectionsInput): string[] {
  const { corrections: words } = text.quarters;
  const { quarter, items, drafts, closed, waiting, recovery } = input;
  const name = text.subsidy.quarter(quarter);
  const { people, arrearsFen, recoveredFen, balanceFen } = totalsOf(input);
  return [
    ...(items.length === 0
      ? [words.none(name)]
      : [words.totals(name, people, formatYuan(arrearsFen), formatYuan(recoveredFen))]),
    ...(waiting.length > 0 ? [words.waiting(waiting.length)] : []),
    ...(recovery.length > 0
      ? [words.recovery(new Set(recovery.map(({ idNumber }) => idNumber)).size, formatYuan(balanceFen))]
      : []),
    ...(items.length > 0 && drafts.length > 0 ? [words.draft(drafts)] : []),
    ...(items.length > 0 && closed.length > 0 ? [words.frozen(closed)] : []),
  ];
}
