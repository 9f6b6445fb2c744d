import type { Messages } from '../messages/messages.js';
import type { ChartSpec } from './charts.js';
import { asMarkup, html, type Markup } from './html.js';
import type { PageChart } from './overview-chart.js';
import { pageTable } from './overview-table.js';
import type { FreeText } from './overview-text.js';

/** Draws a chart; handed in, so that the library is loaded only by the command that draws. */
export type Draw = (spec: ChartSpec) => string;

/** A chart with its caption, what it shows in words, and the same figures as a table. */
export function chartFigure(
  { overview: { page } }: Messages,
  chart: PageChart,
  draw: Draw,
  free: FreeText,
): Markup {
  const { id, title, by, series, unit, label, exact = label, ...rest } = chart;
  const categories = chart.categories.map(free);
  const several = series.length > 1;
  const told = (value: number | null) => (value === null ? '—' : exact(value));
  // money is told exactly, and so in yuan
  const toldUnit = chart.exact ? page.series.yuan : unit;
  const points = categories.map((name, at) =>
    page.point(
      name,
      series.map(({ name: of, values }) =>
        page.seriesPoint(several ? of : '', told(values[at] ?? null), toldUnit),
      ),
    ),
  );
  const drawing = draw({
    ...rest,
    ...{ id: `chart-${id}`, title, categories, series, label },
    description: page.described(title, points),
  });
  return html`<figure class="chart"><figcaption>${page.inUnit(title, unit)}</figcaption>
${asMarkup(drawing)}
<details><summary>${page.tableOfChart}</summary>
${pageTable({
  caption: page.inUnit(title, toldUnit),
  columns: [{ heading: by }, ...series.map(({ name }) => ({ heading: name, number: true }))],
  rows: categories.map((name, at) => [name, ...series.map(({ values }) => told(values[at] ?? null))]),
})}</details></figure>
`;
}
