import type { Messages } from '../messages/messages.js';
import type { Overview, Section } from '../rules/overview.js';
import { hasFigures, type PageChart } from './overview-chart.js';
import { fundChart, payChart } from './overview-money-charts.js';
import { holderChart, hoursChart, registrationChart } from './overview-people-charts.js';
import { complaintChart, gradeChart, postChart } from './overview-post-charts.js';
import { fieldChart, monthChart, networkChart } from './overview-service-charts.js';

/** The charts of each section, as far as its parts can answer. */
export function sectionCharts(text: Messages, overview: Overview, section: Section): PageChart[] {
  const charts: { readonly [S in NonNullable<Section>]: () => (PageChart | null)[] } = {
    职业培养: () => [hoursChart(text, overview)],
    职业评价: () => [
      holderChart(text, overview, 'age'),
      holderChart(text, overview, 'sector'),
      registrationChart(text, overview),
    ],
    职业服务: () => [networkChart(text, overview), monthChart(text, overview), fieldChart(text, overview)],
    职业发展: () => [postChart(text, overview), gradeChart(text, overview)],
    职业道德: () => [complaintChart(text, overview)],
    职业激励: () => [payChart(text, overview), fundChart(text, overview)],
  };
  const made = section === null ? [holderChart(text, overview, 'level')] : charts[section]();
  return made.filter((chart) => chart !== null).filter(({ series }) => series.some(hasFigures));
}
