import { type Fen, formatYuan } from '../domain/money.js';
import type { AmountChange, ChangeCause, QuarterComparison } from '../domain/reconciliation.js';
import type { Messages } from '../messages/messages.js';
import type { CellKind, Column, Report } from './column.js';

/** Who joined, left or is due another amount; sums then, joined, left, changed and now add up. */
export function quarterChangesReport(text: Messages, input: QuarterComparison): Report<AmountChange> {
  const { quarter, since, changes, thenFen, nowFen, findings } = input;
  const of = (wanted: AmountChange['change']) => {
    const own = changes.filter(({ change }) => change === wanted);
    return { people: own.length, fen: own.reduce((sum, row) => sum + row.nowFen - row.thenFen, 0) };
  };
  const [joined, left, changed] = [of('joined'), of('left'), of('changed')];
  const words = text.quarters.since;
  const told = ({ people, fen }: { people: number; fen: Fen }): [number, string] => [people, formatYuan(fen)];
  const name = text.subsidy.quarter;
  return {
    command: 'subsidy status',
    quarter,
    columns: changeColumns(text),
    rows: changes,
    totals: {
      ...{ since, thenFen, nowFen, joined: joined.people, left: left.people, changed: changed.people },
      ...{ joinedFen: joined.fen, leftFen: left.fen, changedFen: changed.fen },
    },
    findings,
    summary: [
      words.totals(name(since), name(quarter), {
        thenYuan: formatYuan(thenFen),
        nowYuan: formatYuan(nowFen),
      }),
      words.parts(told(joined), told(left), told(changed)),
    ],
  };
}

function changeColumns(text: Messages): Column<AmountChange>[] {
  const { headings, since: words } = text.quarters;
  const { headings: common } = text.closings;
  const column = (
    key: string,
    heading: string,
    kind: CellKind,
    value: (row: AmountChange) => unknown,
  ): Column<AmountChange> => ({ key, heading, kind, value });
  return [
    column('name', common.name, 'free', ({ name }) => name),
    column('idNumber', common.idNumber, 'digits', ({ idNumber }) => idNumber),
    column('district', common.district, 'free', ({ district }) => district),
    column('township', headings.township, 'text', ({ township }) => township),
    column('unit', headings.unit, 'free', ({ unit }) => unit),
    {
      ...column('change', headings.change, 'text', ({ change }) => change),
      text: ({ change }) => words.changes[change],
    },
    column('thenFen', headings.before, 'fen', ({ thenFen }) => thenFen),
    column('nowFen', headings.now, 'fen', ({ nowFen }) => nowFen),
    column('differenceFen', headings.difference, 'fen', ({ thenFen, nowFen }) => nowFen - thenFen),
    {
      ...column('whyText', headings.why, 'free', ({ why }) =>
        why.map((cause) => causeText(text, cause)).join(text.quarters.cause.and),
      ),
      paperOnly: true,
    },
    column('why', '', 'json', ({ why }) => why),
  ];
}

function causeText({ subsidy, quarters }: Messages, cause: ChangeCause): string {
  const { since: words } = quarters;
  if ('from' in cause) return words[cause.code](cause.from, cause.to);
  const months = cause.months.map(subsidy.month).join(words.and);
  return words[cause.code](months, subsidy.reasons[cause.reason]).trim();
}
