import type { Messages } from '../messages/messages.js';
import type { Overview } from '../rules/overview.js';
import { counts, type PageChart } from './overview-chart.js';
import { percent } from './overview-text.js';

/** How much of each level of the network stands. 三(三)1 */
export function networkChart(
  { overview: { page }, network }: Messages,
  { answers }: Overview,
): PageChart | null {
  const totals = answers.network.value?.totals;
  if (!totals) return null;
  return {
    ...{ id: 'network', title: page.charts.network, by: network.headings.level, unit: '' },
    ...{ lying: true, stacked: false, most: 100, label: (value: number) => `${value}%` },
    categories: totals.byLevel.map(({ level }) => level),
    series: [
      {
        name: page.series.covered,
        tone: 'main',
        values: totals.byLevel.map(({ covered, places }) => percent(covered, places)),
      },
    ],
  };
}

/** Service records month by month. 三(三)1 */
export function monthChart(
  { overview: { page, units }, services }: Messages,
  { answers }: Overview,
): PageChart | null {
  const rows = answers.services.value?.byMonth.rows;
  if (!rows) return null;
  return {
    ...counts,
    ...{ id: 'services', title: page.charts.services, by: services.headings.month, unit: units.records },
    lying: true,
    categories: rows.map(({ month }) => month ?? ''),
    series: [{ name: page.series.records, tone: 'main', values: rows.map(({ records }) => records) }],
  };
}

/** Service records by field. 三(三)1 */
export function fieldChart(
  { overview: { page, units }, services }: Messages,
  { answers }: Overview,
): PageChart | null {
  const rows = answers.services.value?.byField.rows;
  if (!rows) return null;
  return {
    ...counts,
    ...{ id: 'fields', title: page.charts.fields, by: services.headings.field, unit: units.records },
    categories: rows.map(({ field }) => field ?? page.noField),
    series: [{ name: page.series.records, tone: 'main', values: rows.map(({ records }) => records) }],
  };
}
