import type { Messages } from '../messages/messages.js';
import type { Overview } from '../rules/overview.js';
import { counts, MOST_BARS, type PageChart } from './overview-chart.js';
import { thousands } from './thousands.js';

/** Posts established and lacking, area by area. 三(四)1 */
export function postChart(
  { overview: { page, units } }: Messages,
  { answers, areas, by }: Overview,
): PageChart | null {
  const named = areas.filter(({ area }) => area !== '');
  if (answers.quota.lack !== null || named.length > MOST_BARS) return null;
  return {
    ...{ id: 'posts', title: page.charts.posts, by: page.areaOf[by], unit: units.posts },
    ...{ lying: true, stacked: true, label: thousands },
    categories: named.map(({ area }) => area),
    series: [
      {
        name: page.series.established,
        tone: 'main',
        values: named.map(({ established }) => established ?? 0),
      },
      { name: page.series.shortfall, tone: 'lack', values: named.map(({ shortfall }) => shortfall ?? 0) },
    ],
  };
}

/** Occupied posts by tier beside the national structure. 三(四)2 */
export function gradeChart(
  { overview: { page, units }, grade }: Messages,
  { answers }: Overview,
): PageChart | null {
  const structure = answers.grades.value?.structure.filter((row) => row.grade === null);
  if (!structure) return null;
  return {
    ...counts,
    ...{ id: 'grades', title: page.charts.grades, by: grade.headings.tier, unit: units.posts },
    categories: structure.map(({ tier }) => tier),
    series: [
      { name: page.series.actual, tone: 'main', values: structure.map(({ actual }) => actual) },
      { name: page.series.target, tone: 'quiet', values: structure.map(({ target }) => target) },
    ],
  };
}

/** Complaints by category. 三(五) */
export function complaintChart({ overview: { page, units }, complaints }: Messages, { answers }: Overview) {
  const totals = answers.complaints.value?.totals;
  if (!totals) return null;
  const of = totals.byCategory;
  return {
    ...{ id: 'complaints', title: page.charts.complaints, by: complaints.headings.category },
    ...{ unit: units.complaints, lying: true, stacked: true, label: thousands },
    categories: of.map(({ category }) => category),
    series: [
      { name: page.series.settled, tone: 'main' as const, values: of.map(({ settled }) => settled) },
      { name: page.series.open, tone: 'lack' as const, values: of.map(({ open }) => open) },
    ],
  };
}
