import type { PaperLine } from '../domain/closing.js';
import { maskNumber } from '../domain/mask.js';
import { formatYuan } from '../domain/money.js';
import { monthsOf } from '../domain/quarter.js';
import type { PaperMonth } from '../domain/subsidy-month.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { Column } from './column.js';
import { monthOfLine } from './subsidy-month-of-line.js';
import {
  framed,
  numberColumn,
  numbered,
  type Paper,
  type PaperInput,
  peopleOn,
  placeColumns,
  rowUnder,
  textColumn,
} from './subsidy-papers.js';
import { reasonTexts } from './subsidy-reasons.js';

type NumberedLine = PaperLine & { number: number };

/** 未发放名单: everybody with a month on post that is not paid, with every reason in plain words. */
export function unpaidPaper(input: PaperInput): Paper {
  const lines = input.lines.filter((line) => unpaidOnPost(line) > 0);
  const columns = unpaidColumns(input);
  const months = lines.reduce((sum, line) => sum + unpaidOnPost(line), 0);
  return framed<NumberedLine>(input, 'unpaid', {
    columns,
    lines: () => numbered(lines),
    rows: lines.length,
    people: peopleOn(lines),
    under: [rowUnder(columns, { number: words.sum, unpaidMonths: String(months) })],
  });
}

function unpaidColumns(input: PaperInput): Column<NumberedLine>[] {
  const { columns } = words;
  return [
    numberColumn(),
    ...placeColumns<NumberedLine>(input),
    textColumn('idNumber', columns.idNumber, ({ person }) => maskNumber(person.idNumber)),
    ...monthsOf(input.quarter).map((month, index) =>
      textColumn<NumberedLine>(month, words.text.month(month), (line) =>
        monthCell(monthOfLine(line, month, index)),
      ),
    ),
    { key: 'unpaidMonths', heading: columns.unpaidMonths, kind: 'number', value: unpaidOnPost },
  ];
}

/** In how many months the person held a post and was not paid. */
function unpaidOnPost({ months }: Pick<PaperLine, 'months'>): number {
  let unpaid = 0;
  for (const { paid, post } of months) if (!paid && post !== null) unpaid++;
  return unpaid;
}

/** Empty for a month that another district judged. */
function monthCell(month: PaperMonth | undefined): string {
  if (month === undefined) return '';
  if (month.paid) return words.paidMonth(formatYuan(month.amountFen));
  if (month.settledBy !== undefined) return words.settledBy(month.settledBy);
  if (month.post === null && month.decided) return words.text.preview.noPost;
  const reasons = reasonTexts(words.text, month).join('；');
  return month.decided ? reasons : words.text.preview.undecided(reasons);
}
