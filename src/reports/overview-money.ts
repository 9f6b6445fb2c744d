import type { Messages } from '../messages/messages.js';
import type { Overview, QuarterSums } from '../rules/overview.js';
import { html, type Markup } from './html.js';
import { chartFigure, type Draw } from './overview-figure.js';
import { subsidyCharts } from './overview-money-charts.js';
import { pageTable } from './overview-table.js';
import { type FreeText, lackText } from './overview-text.js';
import { thousands, yuan } from './thousands.js';

/** The subsidy by quarter and district: what is closed, and what is only computed. 三(六)1 */
export function subsidySection(text: Messages, overview: Overview, draw: Draw, free: FreeText): Markup {
  const { page, none } = text.overview;
  const { quarters, draftLack } = overview;
  const names = [...new Set(overview.areas.map(({ area }) => area))];
  const paying = [...new Set(quarters.flatMap(({ districts }) => districts.map(({ district }) => district)))];
  const inOrder = [
    ...names.filter((name) => paying.includes(name)),
    ...paying.filter((name) => !names.includes(name)),
  ];
  const cell = ({ districts }: QuarterSums, name: string) => {
    const own = districts.find(({ district }) => district === name);
    if (!own) return none;
    return own.state === 'draft' ? html`${yuan(own.netFen)} <small>${page.draft}</small>` : yuan(own.netFen);
  };
  const state = ({ districts }: QuarterSums): string => {
    const drafts = districts.filter((each) => each.state === 'draft').length;
    return drafts === 0 ? page.settled : drafts === districts.length ? page.draft : page.partly;
  };
  const lack = draftLack && html`<p class="lack">${page.draft}：${lackText(text, draftLack)}</p>`;
  const hasDraft = quarters.some(({ districts }) => districts.some((each) => each.state === 'draft'));
  return html`<section class="money" aria-labelledby="subsidy"><h3 id="subsidy">${page.subsidy}</h3>
${hasDraft ? html`<p class="note">${page.draftNote}</p>` : null}${lack}
${
  quarters.length === 0
    ? html`<p class="lack">${text.overview.lacks.nobody}</p>`
    : html`${pageTable({
        caption: page.charts.quarters,
        columns: [
          { heading: page.quarter },
          { heading: page.quarterState },
          ...[page.quarterPeople, page.settledYuan, page.draftYuan].map((heading) => ({
            heading,
            number: true,
          })),
        ],
        rows: quarters.map((of) => [
          of.quarter,
          state(of),
          ...[thousands(of.people), yuan(of.settledFen), yuan(of.draftFen)],
        ]),
      })}
<div class="charts">${subsidyCharts(text, overview).map((chart) => chartFigure(text, chart, draw, free))}</div>
${pageTable({
  caption: page.subsidy,
  ...(quarters.length > 3 && { kind: 'wide' as const }),
  columns: [
    { heading: page.areaOf.district },
    ...quarters.map(({ quarter }) => ({ heading: page.quarterYuan(quarter), number: true })),
  ],
  rows: inOrder.map((name) => [free(name), ...quarters.map((of) => cell(of, name))]),
  ...(inOrder.length > 1 && {
    total: [page.total, ...quarters.map(({ settledFen, draftFen }) => yuan(settledFen + draftFen))],
  }),
})}`
}</section>
`;
}
