import { maskNumber } from '../domain/mask.js';
import { formatYuan } from '../domain/money.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { SubsidyLine } from '../rules/subsidy-lines.js';
import type { Column, Report } from './column.js';
import {
  letterhead,
  levelsPaid,
  type Paper,
  type PaperInput,
  paidMonths,
  peopleOn,
  placeColumns,
  rowUnder,
} from './subsidy-papers.js';

/**
 * 公示表: who gets how much, for the notice board. Never phone or card; the identity number only when
 * asked for, and then masked here, whatever the format shows elsewhere.
 */
export function publicPaper(input: PaperInput, withIdNumber: boolean): Paper {
  const lines = input.lines.filter((line) => paidMonths(line) > 0);
  const totalFen = lines.reduce((sum, line) => sum + line.totalFen, 0);
  return {
    sheet: 'public',
    fileName: words.fileName(input.district ?? words.wholeCity, input.quarter, 'public'),
    district: input.district,
    rows: lines.length,
    people: peopleOn(lines),
    totalFen,
    whole: false,
    confidential: false,
    write: (render) => render(publicReport(input, lines, withIdNumber)),
  };
}

function publicReport(
  input: PaperInput,
  lines: readonly SubsidyLine[],
  withIdNumber: boolean,
): Report<SubsidyLine> {
  const columns = publicColumns(input, withIdNumber);
  const sums = {
    [columns[0]?.key ?? '']: words.sum,
    months: String(lines.reduce((sum, line) => sum + paidMonths(line), 0)),
    amount: formatYuan(lines.reduce((sum, line) => sum + line.totalFen, 0)),
  };
  return {
    command: 'subsidy export',
    quarter: input.quarter,
    columns,
    rows: lines,
    totals: {},
    findings: [],
    summary: [],
    above: letterhead(input, 'public'),
    below: [rowUnder(columns, sums)],
  };
}

function publicColumns(input: PaperInput, withIdNumber: boolean): Column<SubsidyLine>[] {
  const { columns } = words;
  const idNumber: Column<SubsidyLine> = {
    key: 'idNumber',
    heading: columns.idNumber,
    kind: 'text',
    value: ({ person }) => maskNumber(person.idNumber),
  };
  return [
    ...placeColumns(input),
    ...(withIdNumber ? [idNumber] : []),
    { key: 'level', heading: columns.level, kind: 'text', value: levelsPaid },
    { key: 'months', heading: columns.months, kind: 'number', value: paidMonths },
    { key: 'amount', heading: columns.amount, kind: 'fen', value: ({ totalFen }) => totalFen },
  ];
}
