import type { Month } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import { formatYuan } from '../domain/money.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import { REASONS } from '../domain/terms.js';
import type { SubsidyText } from '../messages/subsidy-text.js';
import type { SubsidyLine } from '../rules/subsidy-lines.js';
import type { MonthResult } from '../rules/subsidy-result.js';
import type { StandardGroup } from '../rules/subsidy-standards.js';
import type { SubsidyTotals, UnpaidMonths } from '../rules/subsidy-totals.js';
import type { Column, Report } from './column.js';
import { monthOfLine } from './subsidy-month-of-line.js';
import { standardLines } from './subsidy-standards.js';

/** What `subsidy preview` found; amounts in fen. */
export interface PreviewInput {
  quarter: Quarter;
  /** The lines to show. */
  shown: readonly SubsidyLine[];
  /** The sum of what is paid, whichever lines are shown. */
  totals: SubsidyTotals;
  /** Months on post that are not paid, and how often for each reason. */
  unpaid: UnpaidMonths;
  findings: readonly Finding[];
  standards: readonly StandardGroup[];
}

/** The list of a quarter before anything is closed: a person each, with the three months. 三(六)1 */
export function previewReport(text: SubsidyText, input: PreviewInput): Report<SubsidyLine> {
  return {
    command: 'subsidy preview',
    quarter: input.quarter,
    columns: previewColumns(text, monthsOf(input.quarter)),
    rows: input.shown,
    totals: { ...input.totals },
    findings: input.findings,
    summary: previewSummary(text, input),
    // amends of earlier quarters: none exist before a quarter can be closed
    more: { corrections: [] },
  };
}

function previewColumns(text: SubsidyText, months: readonly Month[]): Column<SubsidyLine>[] {
  const { headings } = text.preview;
  return [
    { key: 'name', heading: headings.name, kind: 'free', value: ({ person }) => person.name },
    { key: 'idNumber', heading: headings.idNumber, kind: 'digits', value: ({ person }) => person.idNumber },
    { key: 'district', heading: headings.district, kind: 'text', value: ({ district }) => district },
    { key: 'township', heading: headings.township, kind: 'text', value: ({ township }) => township },
    { key: 'unit', heading: headings.unit, kind: 'free', value: ({ unit }) => unit },
    ...months.map((month, index): Column<SubsidyLine> => {
      const cell = (line: SubsidyLine) => monthCell(text, monthOfLine(line, month, index));
      return { key: month, heading: text.month(month), kind: 'text', value: cell, paperOnly: true };
    }),
    { key: 'totalFen', heading: headings.total, kind: 'fen', value: ({ totalFen }) => totalFen },
    { key: 'months', heading: '', kind: 'json', value: ({ months: own }) => own.map(monthValue) },
  ];
}

/** `200.00`, or in words why not. Empty for a month that another district judged. */
function monthCell(text: SubsidyText, month: MonthResult | undefined): string {
  if (month === undefined) return '';
  if (month.paid) return formatYuan(month.amountFen);
  if (month.post === null && month.decided) return text.preview.noPost;
  const reasons = month.reasons.map((reason) => text.reasons[reason]).join(text.preview.and);
  return month.decided ? reasons : text.preview.undecided(reasons);
}

const monthValue = ({ month, district, paid, decided, level, amountFen, reasons }: MonthResult) => ({
  month,
  district,
  paid,
  decided,
  level,
  amountFen,
  reasons,
});

function previewSummary(text: SubsidyText, { quarter, totals, unpaid, standards }: PreviewInput): string[] {
  const { preview } = text;
  const quarterName = text.quarter(quarter);
  if (standards.length === 0) return [preview.nobody(quarterName)];
  const amounts = Object.entries(totals.byDistrict).map(([district, fen]) => ({
    district,
    yuan: formatYuan(fen),
  }));
  const byReason = REASONS.flatMap((reason) => {
    const months = unpaid.byReason[reason];
    return months === undefined ? [] : [{ reason: text.reasons[reason], months }];
  });
  return [
    preview.totals(quarterName, totals.people, totals.personMonths, formatYuan(totals.totalFen)),
    ...(amounts.length > 0 ? [preview.byDistrict(amounts)] : []),
    ...(unpaid.months > 0 ? [preview.unpaid(unpaid.months, byReason)] : []),
    ...(unpaid.undecided > 0 ? [preview.undecidedMonths(unpaid.undecided)] : []),
    ...standardLines(text, standards),
  ];
}
