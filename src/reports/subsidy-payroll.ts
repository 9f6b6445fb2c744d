import { type Fen, formatYuan, inCapitals } from '../domain/money.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { SubsidyLine } from '../rules/subsidy-lines.js';
import type { Column, Report } from './column.js';
import {
  letterhead,
  levelsPaid,
  type NumberedLine,
  numberColumn,
  numbered,
  type Paper,
  type PaperInput,
  paidMonths,
  peopleOn,
  placeColumns,
  rowUnder,
  standardRows,
} from './subsidy-papers.js';

/** 发放花名册: everybody with something to pay, with whole identity and card numbers. 三(六)1 */
export function payrollPaper(input: PaperInput): Paper {
  const lines = input.lines.filter((line) => paidMonths(line) > 0);
  const totalFen = lines.reduce((sum, line) => sum + line.totalFen, 0);
  return {
    sheet: 'payroll',
    fileName: words.fileName(input.district ?? words.wholeCity, input.quarter, 'payroll'),
    district: input.district,
    rows: lines.length,
    people: peopleOn(lines),
    totalFen,
    whole: true,
    confidential: true,
    write: (render) => render(payrollReport(input, lines, totalFen)),
  };
}

function payrollReport(
  input: PaperInput,
  lines: readonly SubsidyLine[],
  totalFen: Fen,
): Report<NumberedLine> {
  const columns = payrollColumns(input);
  const sums = {
    number: words.sum,
    months: String(lines.reduce((sum, line) => sum + paidMonths(line), 0)),
    due: formatYuan(totalFen),
    arrears: formatYuan(0),
    recovered: formatYuan(0),
    net: formatYuan(totalFen),
  };
  return {
    command: 'subsidy export',
    quarter: input.quarter,
    columns,
    rows: numbered(lines),
    totals: {},
    findings: [],
    summary: [],
    above: letterhead(input, 'payroll'),
    below: [
      rowUnder(columns, sums),
      [words.sumInCapitals, inCapitals(totalFen)],
      [...words.signatures],
      ...standardRows(input),
    ],
  };
}

function payrollColumns(input: PaperInput): Column<NumberedLine>[] {
  const { columns } = words;
  return [
    numberColumn,
    ...placeColumns(input),
    { key: 'idNumber', heading: columns.idNumber, kind: 'digits', value: ({ person }) => person.idNumber },
    { key: 'level', heading: columns.level, kind: 'text', value: levelsPaid },
    { key: 'registeredUntil', heading: columns.registeredUntil, kind: 'text', value: registeredUntil },
    { key: 'detail', heading: columns.detail, kind: 'text', value: detailOf },
    { key: 'months', heading: columns.months, kind: 'number', value: paidMonths },
    { key: 'due', heading: columns.due, kind: 'fen', value: ({ totalFen }) => totalFen },
    // amends of earlier quarters: none exist before a quarter can be closed
    { key: 'arrears', heading: columns.arrears, kind: 'fen', value: () => 0 },
    { key: 'recovered', heading: columns.recovered, kind: 'fen', value: () => 0 },
    { key: 'net', heading: columns.net, kind: 'fen', value: ({ totalFen }) => totalFen },
    { key: 'bank', heading: columns.bank, kind: 'free', value: ({ person }) => person.bank },
    { key: 'account', heading: columns.account, kind: 'digits', value: ({ person }) => person.account },
    { key: 'signature', heading: columns.signature, kind: 'text', value: () => null },
  ];
}

/** Last day of the registration that the latest paid month rests on. */
function registeredUntil({ person, months }: SubsidyLine): string | null {
  // with one registration there is nothing to choose; the conditions are costly to ask for a whole city
  if (person.registrations.length < 2) return person.registrations[0]?.until ?? null;
  for (let index = months.length - 1; index >= 0; index--) {
    const month = months[index];
    if (!month?.paid) continue;
    for (const { code, found } of month.conditions) {
      if (code === 'registration') return found?.until ?? null;
    }
  }
  return null;
}

/** 200×1+400×2: yuan a month times months, in the order of the months. */
function detailOf({ months }: SubsidyLine): string {
  const runs: { fen: Fen; months: number }[] = [];
  for (const { paid, amountFen } of months) {
    if (!paid) continue;
    const last = runs.at(-1);
    if (last?.fen === amountFen) last.months++;
    else runs.push({ fen: amountFen, months: 1 });
  }
  return runs.map((run) => `${formatYuan(run.fen).replace(/\.00$/, '')}×${run.months}`).join('+');
}
