import type { DistrictSums, MoveRecord } from '../domain/closing.js';
import { dayInChengdu } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { type Fen, formatYuan } from '../domain/money.js';
import type { Quarter } from '../domain/quarter.js';
import { QUARTER_STATES, type RecordedMove } from '../domain/quarter-life.js';
import type { Messages } from '../messages/messages.js';
import { addUp, sumColumns } from './closing-report.js';
import type { Column, Report } from './column.js';

interface Row extends DistrictSums {
  quarter: Quarter;
  moves: readonly MoveRecord[];
  reopened: { at: string; by: string; reason: string } | null;
  paidFen: Fen;
  failedFen: Fen;
  notReturnedFen: Fen;
  proof: { months: number; rewards: number; differences: number; open: number } | null;
  late: { people: number; arrearsFen: Fen; recoveredFen: Fen } | null;
}

export interface StatusInput {
  /** null: every quarter in work. */
  quarter: Quarter | null;
  rows: readonly Row[];
  balances: readonly { district: string; balanceFen: Fen }[];
  findings: readonly Finding[];
}

/** Where quarters stand in each district: state, amounts, payments, who moved them, and the proof. */
export function statusReport(
  text: Messages,
  input: StatusInput,
  { withDrafts }: { withDrafts: boolean },
): Report<Row> {
  const { quarter, rows, findings } = input;
  const sum = (of: (row: Row) => number | undefined): number =>
    rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  return {
    command: 'subsidy status',
    ...(quarter !== null && { quarter }),
    columns: statusColumns(text, rows),
    rows,
    totals: {
      ...{ districts: rows.length, ...addUp(rows) },
      paidFen: sum(({ paidFen }) => paidFen),
      failedFen: sum(({ failedFen }) => failedFen),
      notReturnedFen: sum(({ notReturnedFen }) => notReturnedFen),
      proven: sum(({ proof }) => proof?.months),
      provenRewards: sum(({ proof }) => proof?.rewards),
      differences: sum(({ proof }) => proof?.differences),
      open: sum(({ proof }) => proof?.open),
      lateFen: sum(({ late }) => late?.arrearsFen) - sum(({ late }) => late?.recoveredFen),
      balanceFen: input.balances.reduce((total, { balanceFen }) => total + balanceFen, 0),
    },
    findings,
    summary: summaryOf(text, input, withDrafts),
  };
}

const lastMove = ({ moves }: Row, wanted: RecordedMove): MoveRecord | undefined =>
  moves.filter(({ move }) => move === wanted).at(-1);

function statusColumns(text: Messages, rows: readonly Row[]): Column<Row>[] {
  const { closings, quarters } = text;
  const { headings } = quarters;
  const fen = (key: 'paidFen' | 'failedFen' | 'notReturnedFen', heading: string): Column<Row> => ({
    ...{ key, heading, kind: 'fen', secondary: true },
    // of a draft there is nothing to pay yet
    value: (row) => (row.state === 'draft' ? null : row[key]),
  });
  const move = (key: string, heading: string, wanted: RecordedMove): Column<Row> => ({
    ...{ key: `${key}Text`, heading, kind: 'free', paperOnly: true, secondary: true },
    value: (row) => {
      const made = lastMove(row, wanted);
      return made ? quarters.day(made.by, dayInChengdu(new Date(made.at))) : null;
    },
  });
  const json = (key: string, value: (row: Row) => unknown): Column<Row> => ({
    ...{ key, heading: '', kind: 'json', value },
  });
  return [
    { key: 'quarter', heading: headings.quarter, kind: 'text', value: ({ quarter }) => quarter },
    { key: 'district', heading: closings.headings.district, kind: 'free', value: (row) => row.district },
    {
      ...{ key: 'state', heading: closings.headings.state, kind: 'text', value: ({ state }) => state },
      text: ({ state }) => closings.states[state],
    },
    ...sumColumns<Row>(text, rows),
    fen('paidFen', headings.paid),
    fen('failedFen', headings.failed),
    fen('notReturnedFen', headings.notReturned),
    {
      ...{ key: 'proven', heading: headings.proven, kind: 'number', secondary: true },
      value: ({ proof }) => proof?.months ?? null,
    },
    json('provenRewards', ({ proof }) => proof?.rewards ?? null),
    json('differences', ({ proof }) => proof?.differences ?? null),
    json('open', ({ proof }) => proof?.open ?? null),
    json('late', ({ late }) => late),
    move('closed', headings.closed, 'close'),
    move('approved', headings.approved, 'approve'),
    {
      ...{ key: 'noticeText', heading: headings.notice, kind: 'text', paperOnly: true, secondary: true },
      value: (row) => {
        const notice = lastMove(row, 'approve')?.notice;
        return notice ? quarters.period(notice.from, notice.until) : null;
      },
    },
    move('exported', headings.exported, 'export'),
    json('closedBy', (row) => lastMove(row, 'close')?.by ?? null),
    json('closedAt', (row) => lastMove(row, 'close')?.at ?? null),
    json('approvedBy', (row) => lastMove(row, 'approve')?.by ?? null),
    json('approvedAt', (row) => lastMove(row, 'approve')?.at ?? null),
    json('notice', (row) => lastMove(row, 'approve')?.notice ?? null),
    json('document', (row) => lastMove(row, 'approve')?.document ?? lastMove(row, 'close')?.document ?? null),
    json('exportedBy', (row) => lastMove(row, 'export')?.by ?? null),
    json('exportedAt', (row) => lastMove(row, 'export')?.at ?? null),
    json('reopened', ({ reopened }) => reopened),
  ];
}

function summaryOf(text: Messages, input: StatusInput, withDrafts: boolean): string[] {
  const { quarter: asked, rows, balances } = input;
  const { status: words } = text.quarters;
  if (rows.length === 0 && !withDrafts) return [words.withoutDraft];
  if (rows.length === 0) return [asked ? words.nobody(text.subsidy.quarter(asked)) : words.nothing];
  const ofQuarters = [...groupBy(rows, ({ quarter }) => quarter)].flatMap(([quarter, own]) => {
    const name = text.subsidy.quarter(quarter);
    const states = QUARTER_STATES.flatMap((state) => {
      const districts = own.filter((row) => row.state === state).length;
      return districts === 0 ? [] : [{ state: text.closings.states[state], districts }];
    });
    const proofs = own.flatMap(({ proof }) => (proof ? [proof] : []));
    const months = proofs.reduce((sum, proof) => sum + proof.months, 0);
    const rewards = proofs.reduce((sum, proof) => sum + proof.rewards, 0);
    const differences = proofs.reduce((sum, proof) => sum + proof.differences, 0);
    const proven =
      differences > 0 ? words.differences(name, months, differences) : words.proven(name, months);
    return [
      words.states(name, states),
      ...(proofs.length > 0 ? [proven] : []),
      ...(rewards > 0 ? [text.rewards.proven(name, rewards)] : []),
      ...own.flatMap(({ district, reopened }) =>
        reopened
          ? [
              `${district} ${quarter} ${words.reopened(reopened.by, dayInChengdu(new Date(reopened.at)), reopened.reason)}`,
            ]
          : [],
      ),
    ];
  });
  const owed = balances.map(({ district, balanceFen }) => ({ district, yuan: formatYuan(balanceFen) }));
  return [
    ...ofQuarters,
    ...(owed.length > 0 ? [words.balances(owed)] : []),
    ...(withDrafts ? [] : [words.withoutDraft]),
  ];
}
