import { minuteInChengdu } from '../domain/day.js';
import type { FigureState } from '../domain/overview-terms.js';
import type { Messages } from '../messages/messages.js';
import type { Figure, Overview, Section } from '../rules/overview.js';
import { asMarkup, html, type Markup } from './html.js';
import { areaTable, tileMap } from './overview-areas.js';
import { badge } from './overview-badge.js';
import { sectionCharts } from './overview-charts.js';
import { dueSection } from './overview-dues.js';
import { chartFigure, type Draw } from './overview-figure.js';
import { goalTable } from './overview-goals.js';
import { headlines } from './overview-headlines.js';
import { subsidySection } from './overview-money.js';
import { OVERVIEW_STYLE } from './overview-style.js';
import { pageTable } from './overview-table.js';
import { figureText, freeText, percent, valueText } from './overview-text.js';
import { thousands } from './thousands.js';

/** Nothing is fetched and nothing runs: the page says so itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The overview as one page of HTML that needs nothing else. `reveal`: whole numbers of people and in free text. */
export function overviewPage(text: Messages, overview: Overview, draw: Draw, reveal: boolean): string {
  const { page } = text.overview;
  const free = freeText(reveal);
  const { district, township } = overview.area;
  const area =
    district === null && township === null ? page.wholeCity : [district, township].filter(Boolean).join(' ');
  const title = `${page.title} · ${area} · ${overview.on}`;
  const sections = overview.sections.map((section) => systemSection(text, overview, section, draw));
  const markup = html`<!doctype html>
<html lang="${text.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${asMarkup(OVERVIEW_STYLE)}</style>
</head>
<body>
${masthead(text, overview, area)}
<main>
${headlines(text, overview)}
${contents(text, overview)}
${tileMap(text, overview, free)}
${areaTable(text, overview, free)}
${sections}
${dueSection({ text, free, reveal }, overview)}
</main>
<footer><p>${page.footer}</p></footer>
</body>
</html>
`;
  return markup.text;
}

function masthead({ overview: { page } }: Messages, overview: Overview, area: string): Markup {
  const { on, knownAt, policy, register } = overview;
  const { people, lastBatch } = register;
  return html`<header class="masthead">
${policy.example ? html`<p class="example" role="note"><strong>${page.example}</strong>${page.exampleNote}</p>` : null}
<h1>${page.title}</h1>
<p class="about"><strong>${area}</strong> <span>${page.onDay(on)}</span>${
    knownAt && html` <span>${page.knownAt(minuteInChengdu(knownAt.toISOString()))}</span>`
  }</p>
<p class="note">${policy.title === '' ? null : html`<span lang="zh-CN">${page.policy(policy.title)}</span> `}${
    policy.until !== null && policy.daysLeft !== null ? page.inForce(policy.until, policy.daysLeft) : null
  }</p>
<p class="note">${page.register(thousands(people), lastBatch && minuteInChengdu(lastBatch.at))}</p>
</header>
`;
}

const anchorOf = (section: Section, overview: Overview): string =>
  `system-${overview.sections.findIndex(({ system }) => system === section)}`;

function contents(text: Messages, overview: Overview): Markup {
  const { page, sections } = text.overview;
  const links = overview.sections.map(({ system, part }) => {
    return html`<li><a href="#${anchorOf(system, overview)}"><span>${sections(system)}</span> <small lang="zh-CN">${part}</small> ${badge(text, stateOf(overview, system))}</a></li>`;
  });
  return html`<nav aria-label="${page.contents}"><h2>${page.contents}</h2><ul class="contents">${links}<li><a href="#dues"><span>${page.dues}</span></a></li></ul></nav>
`;
}

/** What weighs most in a section. */
function stateOf({ figures }: Overview, section: Section): FigureState {
  const states = new Set(figures.filter((each) => each.section === section).map(({ state }) => state));
  const weights: readonly FigureState[] = ['short', 'overdue', 'attention', 'under-way', 'met', 'counted'];
  return weights.find((state) => states.has(state)) ?? 'unanswered';
}

function systemSection(
  text: Messages,
  overview: Overview,
  { system, part, article, quote }: Overview['sections'][number],
  draw: Draw,
): Markup {
  const { page, sections } = text.overview;
  const id = anchorOf(system, overview);
  // names in charts are of areas and of categories that people typed
  const free = freeText(false);
  const charts = sectionCharts(text, overview, system).map((chart) => chartFigure(text, chart, draw, free));
  const commands = overview.errors.filter(({ section }) => section === system).map(({ command }) => command);
  return html`<section class="system" aria-labelledby="${id}"><h2 id="${id}"><small lang="zh-CN">${part}</small> ${sections(system)}</h2>
<blockquote lang="zh-CN"><p>${quote}</p><footer>${page.asks(article)}</footer></blockquote>
${figureTable(
  text,
  overview.figures.filter(({ section }) => section === system),
  sections(system),
)}
${charts.length > 0 ? html`<div class="charts">${charts}</div>` : null}
${system === null ? goalTable(text, overview) : null}${system === '职业激励' ? subsidySection(text, overview, draw, free) : null}
${commands.length > 0 ? html`<p class="note commands">${page.commands(commands)}</p>` : null}</section>
`;
}

function figureTable(text: Messages, figures: readonly Figure[], caption: string): Markup {
  const { headings, figureOf } = text.overview;
  const rows = figures.map((figure) => {
    const { unit, target, article, state, of, value } = figure;
    const share =
      of === null || of === 0 || value === null ? null : html` <small>${percent(value, of)}%</small>`;
    return [
      figureOf(figure.figure, figure.quarter),
      value === null
        ? html`<span class="lack">${valueText(text, figure)}</span>`
        : html`${valueText(text, figure)}${share}`,
      target === null ? '' : figureText(target, unit),
      html`<span lang="zh-CN">${article}</span>`,
      badge(text, state),
    ];
  });
  return pageTable({
    caption,
    kind: 'figures',
    columns: [
      { heading: headings.figure },
      { heading: headings.value, number: true },
      { heading: headings.target, number: true },
      { heading: headings.article },
      { heading: headings.state },
    ],
    rows,
  });
}
