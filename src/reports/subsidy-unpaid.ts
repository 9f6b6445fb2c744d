import { maskNumber } from '../domain/mask.js';
import { formatYuan } from '../domain/money.js';
import { monthsOf } from '../domain/quarter.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { SubsidyLine } from '../rules/subsidy-lines.js';
import type { MonthResult } from '../rules/subsidy-result.js';
import type { Column } from './column.js';
import { monthOfLine } from './subsidy-month-of-line.js';
import {
  letterhead,
  type NumberedLine,
  numberColumn,
  numbered,
  type Paper,
  type PaperInput,
  peopleOn,
  placeColumns,
  rowUnder,
  standardRows,
} from './subsidy-papers.js';
import { reasonTexts } from './subsidy-reasons.js';

/** 未发放名单: everybody with a month on post that is not paid, with every reason in plain words. */
export function unpaidPaper(input: PaperInput): Paper {
  const lines = input.lines.filter((line) => unpaidOnPost(line) > 0);
  const columns = unpaidColumns(input);
  const months = lines.reduce((sum, line) => sum + unpaidOnPost(line), 0);
  return {
    sheet: 'unpaid',
    fileName: words.fileName(input.district ?? words.wholeCity, input.quarter, 'unpaid'),
    district: input.district,
    rows: lines.length,
    people: peopleOn(lines),
    totalFen: null,
    whole: false,
    confidential: true,
    write: (render) =>
      render<NumberedLine>({
        command: 'subsidy export',
        quarter: input.quarter,
        columns,
        rows: numbered(lines),
        totals: {},
        findings: [],
        summary: [],
        above: letterhead(input, 'unpaid'),
        below: [
          rowUnder(columns, { number: words.sum, unpaidMonths: String(months) }),
          ...standardRows(input),
        ],
      }),
  };
}

function unpaidColumns(input: PaperInput): Column<NumberedLine>[] {
  const { columns } = words;
  return [
    numberColumn,
    ...placeColumns(input),
    {
      key: 'idNumber',
      heading: columns.idNumber,
      kind: 'text',
      value: ({ person }) => maskNumber(person.idNumber),
    },
    ...monthsOf(input.quarter).map(
      (month, index): Column<NumberedLine> => ({
        key: month,
        heading: words.text.month(month),
        kind: 'text',
        value: (line) => monthCell(monthOfLine(line, month, index)),
      }),
    ),
    {
      key: 'unpaidMonths',
      heading: columns.unpaidMonths,
      kind: 'number',
      value: unpaidOnPost,
    },
  ];
}

/** In how many months the person held a post and was not paid. */
function unpaidOnPost({ months }: SubsidyLine): number {
  let unpaid = 0;
  for (const { paid, post } of months) if (!paid && post !== null) unpaid++;
  return unpaid;
}

/** Empty for a month that another district judged. */
function monthCell(month: MonthResult | undefined): string {
  if (month === undefined) return '';
  if (month.paid) return words.paidMonth(formatYuan(month.amountFen));
  if (month.post === null && month.decided) return words.text.preview.noPost;
  const reasons = reasonTexts(words.text, month).join('；');
  return month.decided ? reasons : words.text.preview.undecided(reasons);
}
