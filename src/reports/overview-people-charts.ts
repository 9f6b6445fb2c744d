import type { Messages } from '../messages/messages.js';
import type { CertificateSummary } from '../rules/certificate-summary.js';
import type { Overview } from '../rules/overview.js';
import { counts, MOST_BARS, type PageChart } from './overview-chart.js';
import { thousands } from './thousands.js';

/** Holders of certificates by one of what they are told apart by. 二, 三(二)1 */
export function holderChart(
  { overview: { page, units }, certificate }: Messages,
  { answers }: Overview,
  by: 'level' | 'age' | 'sector',
) {
  const summary: CertificateSummary | null = answers.certificates.value;
  if (!summary) return null;
  const rows = summary.rows.filter((row) => row.by === by);
  const title = { level: page.charts.holders, age: page.charts.age, sector: page.charts.sector }[by];
  return {
    ...counts,
    ...{ id: `holders-${by}`, title, by: certificate.by[by], unit: units.people },
    categories: rows.map(({ group }) =>
      group === null ? certificate.unknown : by === 'age' ? (certificate.bands[group] ?? group) : group,
    ),
    series: [{ name: page.series.people, tone: 'main' as const, values: rows.map(({ holders }) => holders) }],
  };
}

/** How far continuing education has come. 三(一)2 */
export function hoursChart(
  { overview: { page, units, headings } }: Messages,
  { answers }: Overview,
): PageChart | null {
  const rows = answers.hours.value?.rows;
  if (!rows) return null;
  const states = ['met', 'on-pace', 'behind', 'short'] as const;
  return {
    ...counts,
    ...{ id: 'hours', title: page.charts.hours, by: headings.state, unit: units.people },
    categories: states.map((state) => page.hoursStates[state]),
    series: [
      {
        name: page.series.people,
        tone: 'main',
        values: states.map((asked) => rows.filter(({ state }) => state === asked).length),
      },
    ],
  };
}

/** Registrations to be made, area by area. 三(二)2 */
export function registrationChart({ overview: { page, units } }: Messages, { answers, areas, by }: Overview) {
  if (answers.registrations.lack !== null) return null;
  const shown = areas.filter(({ due, expired, never }) => (due ?? 0) + (expired ?? 0) + (never ?? 0) > 0);
  if (shown.length > MOST_BARS) return null;
  const lists = [
    ['due', 'main'],
    ['expired', 'lack'],
    ['never', 'quiet'],
  ] as const;
  return {
    ...{ id: 'registration', by: page.areaOf[by], unit: units.people },
    title: by === 'district' ? page.charts.registration : page.charts.registrationHere,
    ...{ lying: true, stacked: true, label: thousands },
    categories: shown.map(({ area }) => area || page.restOfArea),
    series: lists.map(([list, tone]) => {
      return { name: page.dueLists[list], tone, values: shown.map((row) => row[list] ?? 0) };
    }),
  };
}
