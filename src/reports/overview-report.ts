import type { Messages } from '../messages/messages.js';
import type { Figure, Overview } from '../rules/overview.js';
import type { Column, Report } from './column.js';
import { figureText, lackText } from './overview-text.js';

/** The figures of the overview as rows, for programs and spreadsheets. */
export function overviewReport(text: Messages, overview: Overview): Report<Figure> {
  const { on, figures, errors, findings, area, policy } = overview;
  const open = findings.filter(({ severity }) => severity === 'error').length;
  const count = (state: Figure['state']) => figures.filter((each) => each.state === state).length;
  return {
    command: 'report overview',
    on,
    columns: figureColumns(text),
    rows: figures,
    totals: {
      figures: figures.length,
      ...{ met: count('met'), short: count('short'), overdue: count('overdue') },
      unanswered: count('unanswered'),
      ...{ district: area.district, township: area.township, example: policy.example },
      errors: Object.fromEntries(errors.map(({ command, errors: found }) => [command, found])),
    },
    findings,
    summary: [text.overview.summary(on, open)],
  };
}

function figureColumns(text: Messages): Column<Figure>[] {
  const { headings, figureOf, units, states, sections } = text.overview;
  const number = (value: number | null, { unit }: Figure) =>
    value === null
      ? ''
      : unit === 'fen'
        ? figureText(value, unit).replaceAll(',', '')
        : String(scaled(value, unit));
  const asFen = (value: number | null, { unit }: Figure) => (unit === 'fen' ? value : null);
  const asCount = (value: number | null, { unit }: Figure) =>
    value === null || unit === 'fen' ? null : scaled(value, unit);
  return [
    {
      key: 'section',
      heading: headings.section,
      kind: 'text',
      value: ({ section }) => section ?? '总体目标',
      text: ({ section }) => sections(section),
    },
    {
      key: 'figure',
      heading: headings.figure,
      kind: 'text',
      value: ({ figure }) => figure,
      text: ({ figure, quarter }) => figureOf(figure, quarter),
    },
    {
      key: 'valuePaper',
      heading: headings.value,
      kind: 'number',
      value: (row) => (row.unit === 'fen' ? null : asCount(row.value, row)),
      text: (row) => number(row.value, row),
      paperOnly: true,
    },
    { key: 'value', heading: '', kind: 'json', value: (row) => asCount(row.value, row) },
    { key: 'valueFen', heading: '', kind: 'json', value: (row) => asFen(row.value, row) },
    {
      key: 'unit',
      heading: headings.unit,
      kind: 'text',
      value: ({ unit }) => unit,
      text: ({ unit }) => units[unit],
    },
    {
      key: 'ofPaper',
      heading: headings.of,
      kind: 'number',
      value: (row) => asCount(row.of, row),
      text: (row) => number(row.of, row),
      paperOnly: true,
    },
    { key: 'of', heading: '', kind: 'json', value: (row) => asCount(row.of, row) },
    {
      key: 'targetPaper',
      heading: headings.target,
      kind: 'number',
      value: (row) => asCount(row.target, row),
      text: (row) => number(row.target, row),
      paperOnly: true,
    },
    { key: 'target', heading: '', kind: 'json', value: (row) => asCount(row.target, row) },
    { key: 'targetFen', heading: '', kind: 'json', value: (row) => asFen(row.target, row) },
    { key: 'quarter', heading: '', kind: 'json', value: ({ quarter }) => quarter },
    { key: 'article', heading: headings.article, kind: 'text', value: ({ article }) => article },
    {
      key: 'state',
      heading: headings.state,
      kind: 'text',
      value: ({ state }) => state,
      text: ({ state }) => states[state],
    },
    {
      key: 'lack',
      heading: headings.note,
      kind: 'text',
      value: ({ lack }) => lack,
      text: ({ lack }) => (lack === null ? '' : lackText(text, lack)),
      secondary: true,
    },
  ];
}

/** Hours are kept in hundredths. */
const scaled = (value: number, unit: Figure['unit']): number => (unit === 'hours' ? value / 100 : value);
