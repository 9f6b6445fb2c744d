import type { Day } from '../domain/day.js';
import { formatYuan } from '../domain/money.js';
import type { Messages } from '../messages/messages.js';
import type { LabourRow, LabourShare } from '../rules/labour-share.js';
import type { PayCheck, PayRow } from '../rules/pay.js';
import type { Column, Report } from './column.js';

/** A share or growth as people read it; an unknown one is empty. */
const percent = (value: number | null): string => (value === null ? '' : `${value.toFixed(1)}%`);

/** Average pay by district against last year's average wage; labour shares beside it for programs. */
export function payReport(
  text: Messages,
  on: Day,
  { rows, totals, findings }: PayCheck,
  labour: LabourShare,
): Report<PayRow> {
  const { headings, ...words } = text.pay;
  const secondary = true;
  const fen = (
    key: keyof PayRow & `${string}Fen`,
    heading: string,
    more: Partial<Column<PayRow>> = {},
  ): Column<PayRow> => ({ key, heading, kind: 'fen', value: (row) => row[key], ...more });
  const orNotSet = (row: PayRow, value: number | null) =>
    value === null ? (row.wageFen === null ? words.notSet : '') : formatYuan(value);
  const columns: Column<PayRow>[] = [
    { key: 'district', heading: headings.district, kind: 'free', value: ({ district }) => district },
    { key: 'people', heading: headings.people, kind: 'number', value: ({ people }) => people },
    { key: 'withPay', heading: headings.withPay, kind: 'number', value: ({ withPay }) => withPay },
    fen('averageFen', headings.average),
    { key: 'year', heading: headings.year, kind: 'text', value: ({ year }) => year, secondary },
    fen('wageFen', headings.wage, { text: (row) => orNotSet(row, row.wageFen) }),
    { key: 'ratio', heading: headings.ratio, kind: 'number', value: ({ ratio }) => ratio, secondary },
    fen('requiredFen', headings.required, { text: (row) => orNotSet(row, row.requiredFen) }),
    fen('shortfallFen', headings.shortfall),
    fen('averageBeforeFen', headings.averageBefore, { secondary }),
    {
      key: 'payGrowth',
      heading: headings.payGrowth,
      kind: 'number',
      value: ({ payGrowth }) => payGrowth,
      text: ({ payGrowth }) => percent(payGrowth),
    },
    fen('wageBeforeFen', headings.wageBefore, { secondary }),
    {
      key: 'wageGrowth',
      heading: headings.wageGrowth,
      kind: 'number',
      value: ({ wageGrowth }) => wageGrowth,
      text: ({ wageGrowth }) => percent(wageGrowth),
    },
    { key: 'citation', heading: '', kind: 'json', value: ({ citation }) => citation },
  ];
  const { averageFen, people, withPay, byCategory } = totals;
  const shown = averageFen === null ? words.unknown : formatYuan(averageFen);
  const categories = byCategory.map((sums) =>
    words.category(
      sums.category,
      sums.people,
      sums.averageFen === null ? words.unknown : formatYuan(sums.averageFen),
    ),
  );
  return {
    command: 'pay check',
    on,
    columns,
    rows,
    totals: { ...totals, labour: labour.totals },
    findings,
    more: { labour: labour.rows },
    summary:
      people === 0
        ? [words.nobody(on)]
        : [
            words.found(on, people, withPay, shown),
            words.categories(categories.join(text.shell.sentenceSeparator)),
            ...labourSummary(text, labour),
          ],
  };
}

/** The labour share of purchased services, by district and year. */
export function labourReport(text: Messages, on: Day, labour: LabourShare): Report<LabourRow> {
  const { headings, noProjects } = text.pay;
  return {
    command: 'pay labour',
    on,
    columns: [
      { key: 'district', heading: headings.district, kind: 'free', value: ({ district }) => district },
      { key: 'year', heading: headings.projectYear, kind: 'text', value: ({ year }) => year },
      { key: 'projects', heading: headings.projects, kind: 'number', value: ({ projects }) => projects },
      { key: 'budgetFen', heading: headings.budget, kind: 'fen', value: ({ budgetFen }) => budgetFen },
      { key: 'labourFen', heading: headings.labour, kind: 'fen', value: ({ labourFen }) => labourFen },
      {
        key: 'labourShare',
        heading: headings.labourShare,
        kind: 'number',
        value: (row) => row.labourShare,
        text: (row) => percent(row.labourShare),
      },
    ],
    rows: labour.rows,
    totals: { ...labour.totals },
    findings: labour.findings,
    summary: labour.rows.length === 0 ? [noProjects(on)] : labourSummary(text, labour),
  };
}

const labourSummary = ({ pay: words }: Messages, { totals }: LabourShare): string[] =>
  totals.byYear.map((sums) =>
    words.labour(sums.year, sums.projects, formatYuan(sums.budgetFen), percent(sums.labourShare)),
  );
