import type { PaperLine } from '../domain/closing.js';
import { maskNumber } from '../domain/mask.js';
import { formatYuan } from '../domain/money.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { Column } from './column.js';
import {
  fenColumn,
  framed,
  hasRewards,
  levelsPaid,
  type Paper,
  type PaperInput,
  paidMonths,
  peopleOn,
  placeColumns,
  rowUnder,
  textColumn,
} from './subsidy-papers.js';

/**
 * 公示表: who gets how much, for the notice board. Never phone or card; the identity number only when
 * asked for, and then masked here, whatever the format shows elsewhere.
 */
export function publicPaper(input: PaperInput, withIdNumber: boolean): Paper {
  const lines = input.lines.filter(({ netFen }) => netFen > 0);
  const totalFen = lines.reduce((sum, { netFen }) => sum + netFen, 0);
  const columns = publicColumns(input, lines, withIdNumber);
  const sums = {
    [columns[0]?.key ?? '']: words.sum,
    months: String(lines.reduce((sum, line) => sum + paidMonths(line), 0)),
    amount: formatYuan(totalFen),
    reward: formatYuan(lines.reduce((sum, { rewardFen }) => sum + rewardFen, 0)),
  };
  return framed(input, 'public', {
    columns,
    lines: () => lines,
    rows: lines.length,
    people: peopleOn(lines),
    totals: { totalFen },
    under: [rowUnder(columns, sums)],
    standards: false,
  });
}

function publicColumns(
  input: PaperInput,
  lines: readonly PaperLine[],
  withIdNumber: boolean,
): Column<PaperLine>[] {
  const { columns } = words;
  return [
    ...placeColumns<PaperLine>(input),
    ...(withIdNumber
      ? [textColumn<PaperLine>('idNumber', columns.idNumber, ({ person }) => maskNumber(person.idNumber))]
      : []),
    textColumn('level', columns.level, levelsPaid),
    { key: 'months', heading: columns.months, kind: 'number', value: paidMonths },
    fenColumn('amount', columns.amount, ({ netFen }) => netFen),
    // what is taken back may leave less than the reward: no part of 金额
    ...(hasRewards(lines)
      ? [fenColumn<PaperLine>('reward', columns.quarterReward, ({ rewardFen }) => rewardFen)]
      : []),
  ];
}
