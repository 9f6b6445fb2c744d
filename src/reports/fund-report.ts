import type { Day } from '../domain/day.js';
import { maskPersonal } from '../domain/mask.js';
import { formatYuan } from '../domain/money.js';
import type { Messages } from '../messages/messages.js';
import type { FundRow, FundShow } from '../rules/fund.js';
import type { Report } from './column.js';

/** Entry by entry, with what was left after each. `reveal`: numbers in free text as they were written. */
export function fundReport(
  text: Messages,
  on: Day,
  { rows, totals, findings }: FundShow,
  reveal: boolean,
): Report<FundRow> {
  const { headings, ...words } = text.fund;
  const byParty = totals.byParty.map((sums) => ({
    ...sums,
    party: sums.party === null || reveal ? sums.party : maskPersonal(sums.party),
  }));
  const money = (sums: FundShow['totals']['byLevel'][number]) => ({
    income: formatYuan(sums.incomeFen),
    expense: formatYuan(sums.expenseFen),
    balance: formatYuan(sums.balanceFen),
  });
  return {
    command: 'fund show',
    on,
    columns: [
      { key: 'level', heading: headings.level, kind: 'text', value: ({ level }) => level },
      { key: 'enteredOn', heading: headings.on, kind: 'text', value: ({ on: entered }) => entered },
      { key: 'direction', heading: headings.direction, kind: 'text', value: ({ direction }) => direction },
      { key: 'amountFen', heading: headings.amount, kind: 'fen', value: ({ amount }) => amount },
      { key: 'party', heading: headings.party, kind: 'free', value: ({ party }) => party },
      { key: 'summary', heading: headings.summary, kind: 'free', value: ({ summary }) => summary },
      { key: 'balanceFen', heading: headings.balance, kind: 'fen', value: ({ balanceFen }) => balanceFen },
    ],
    rows,
    totals: { ...totals, byParty },
    findings,
    summary:
      rows.length === 0
        ? [words.nothing(on)]
        : totals.byLevel.map((sums) => words.found(on, sums.level, sums.entries, money(sums))),
  };
}
