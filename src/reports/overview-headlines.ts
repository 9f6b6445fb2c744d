import type { FigureName } from '../domain/overview-terms.js';
import type { Messages } from '../messages/messages.js';
import type { Figure, Overview } from '../rules/overview.js';
import { html, type Markup } from './html.js';
import { badge } from './overview-badge.js';
import { figureText, percent, valueText } from './overview-text.js';
import { thousands } from './thousands.js';

const HEADLINES: readonly FigureName[] = [
  ...(['holders', 'registered', 'unitsMeeting', 'shortfall', 'stations'] as const),
  ...(['subsidySettled', 'subsidyDraft'] as const),
];

/** The main figures as cards, and how much is overdue. */
export function headlines(text: Messages, overview: Overview): Markup {
  const { page } = text.overview;
  const figures = HEADLINES.flatMap((name) =>
    overview.figures.filter(({ figure }) => figure === name).slice(-1),
  );
  return html`<section aria-labelledby="headlines"><h2 id="headlines">${page.headlines}</h2>
<ul class="cards">${figures.map((figure) => card(text, figure))}${overdueCard(text, overview)}</ul></section>
`;
}

/** What may be overdue. */
const OVERDUE: readonly FigureName[] = [
  ...(['hoursShort', 'yearlyOverdue', 'termsOver', 'registrationExpired', 'registrationNever'] as const),
  'complaintsOverdue',
];

/** Everything overdue together; as it should be only where every part of it can answer. */
function overdueCard(text: Messages, overview: Overview): Markup {
  const { page, lacks, figures: names } = text.overview;
  const asked = overview.figures.filter(({ figure }) => OVERDUE.includes(figure));
  const answered = asked.filter(({ value }) => value !== null);
  const waiting = asked.filter(({ state }) => state === 'overdue');
  const sum = waiting.reduce((all, { value }) => all + (value ?? 0), 0);
  const state =
    sum > 0
      ? 'overdue'
      : answered.length === 0
        ? 'unanswered'
        : answered.length < asked.length
          ? 'counted'
          : 'met';
  return html`<li class="card"><span class="label">${page.overdue}</span>
${
  answered.length === 0
    ? html`<span class="lack">${lacks.nobody}</span>`
    : html`<span class="big">${thousands(sum)}</span>`
}
<span class="small">${waiting.map(({ figure, value }) => page.waits(names[figure], thousands(value ?? 0))).join(text.shell.listSeparator)}</span>
${badge(text, state)}</li>`;
}

function card(text: Messages, figure: Figure): Markup {
  const { figureOf, units, target: aim, outOf, none } = text.overview;
  const { value, unit, of, target, article, state, quarter } = figure;
  const whole = target ?? of;
  const share = value === null || whole === null || whole === 0 ? null : percent(value, whole);
  const beside = [
    ...(target === null ? [] : [aim(figureText(target, unit), unit)]),
    ...(target === null && of !== null && value !== null
      ? [outOf(figureText(value, unit), figureText(of, unit), unit)]
      : []),
    ...(share === null ? [] : [`${share}%`]),
  ];
  return html`<li class="card"><span class="label">${figureOf(figure.figure, quarter)} <small lang="zh-CN">${article}</small></span>
${
  value === null
    ? html`<span class="lack">${valueText(text, figure)}</span>`
    : html`<span class="big">${figureText(value, unit)} <small>${units[unit] || none}</small></span>`
}
${beside.length > 0 ? html`<span class="small">${beside.join(' · ')}</span>` : null}${
  share === null
    ? null
    : html`<span class="meter" aria-hidden="true"><span style="width:${Math.min(100, share)}%"></span></span>`
}
${badge(text, state)}</li>
`;
}
