import type { Messages } from '../messages/messages.js';
import type { Overview } from '../rules/overview.js';
import { html, type Markup } from './html.js';
import { pageTable } from './overview-table.js';
import { lackText } from './overview-text.js';

/** The goals of section 二 in its words, and what the register can prove of each. 二 */
export function goalTable(text: Messages, { answers: { goals } }: Overview): Markup {
  const { page } = text.overview;
  if (goals.lack !== null)
    return html`<h3>${page.goals}</h3><p class="lack">${lackText(text, goals.lack)}</p>`;
  const { headings, whole, statuses, measures, nothing } = text.goals;
  return html`<details class="goals"><summary>${page.goals}</summary>
${pageTable({
  caption: page.goals,
  columns: [headings.goal, headings.year, headings.system, headings.status, headings.evidence].map(
    (heading) => ({
      heading,
    }),
  ),
  rows: goals.value.map(({ goal, year, system, status, evidence }) => [
    html`<span lang="zh-CN">${goal}</span>`,
    year,
    system ?? whole,
    statuses[status],
    evidence.length === 0
      ? nothing
      : evidence.map(({ measure, value, of }) => measures[measure](value, of)).join(text.shell.listSeparator),
  ]),
})}</details>
`;
}
