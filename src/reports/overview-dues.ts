import { groupBy } from '../domain/group-by.js';
import { maskNumber } from '../domain/mask.js';
import type { Messages } from '../messages/messages.js';
import type { AreaRow, DuePerson, DueUnit, Overview } from '../rules/overview.js';
import { html, type Markup } from './html.js';
import { pageTable } from './overview-table.js';
import type { FreeText } from './overview-text.js';
import { thousands } from './thousands.js';

const LISTS = [
  ...(['due', 'expired', 'never', 'hoursShort', 'complaints', 'termsOver', 'termsEnding'] as const),
  ...(['withoutStation', 'shortfall'] as const),
] as const;

type Reading = { text: Messages; free: FreeText; reveal: boolean };

/** What waits: by area, by unit, and by person where people were asked for. */
export function dueSection(reading: Reading, overview: Overview): Markup {
  const { page } = reading.text.overview;
  const { duePeople } = overview;
  return html`<section aria-labelledby="dues" class="dues"><h2 id="dues">${page.dues}</h2>
<p class="note">${duePeople === null ? page.duesNote : page.peopleNote}</p>
${byArea(reading, overview)}
${byUnit(reading, overview)}
${duePeople === null ? null : byPerson(reading, duePeople)}</section>
`;
}

function byArea({ text: { overview: words }, free }: Reading, { areas, by }: Overview): Markup {
  const { page, none } = words;
  const cell = (value: number | null) => (value === null ? none : value === 0 ? '0' : thousands(value));
  const shown = areas.filter((row) => LISTS.some((list) => (row[list] ?? 0) > 0));
  if (shown.length === 0) return html`<p>${page.duesNothing}</p>`;
  const sum = (list: keyof AreaRow) =>
    shown.some((row) => row[list] === null) ? null : shown.reduce((all, row) => all + Number(row[list]), 0);
  return pageTable({
    caption: page.dues,
    kind: 'wide',
    columns: [
      { heading: page.areaOf[by] },
      ...LISTS.map((list) => ({ heading: page.dueLists[list], number: true })),
    ],
    rows: shown.map((row) => [free(row.area) || page.restOfArea, ...LISTS.map((list) => cell(row[list]))]),
    ...(shown.length > 1 && { total: [page.total, ...LISTS.map((list) => cell(sum(list)))] }),
  });
}

/** One folded list for each district: a city has more units than a page before a meeting should have lines. */
function byUnit({ text, free }: Reading, { dueUnits }: Overview): Markup | null {
  const { page } = text.overview;
  if (dueUnits.length === 0) return null;
  const districts = [...groupBy(dueUnits, ({ district }) => district)].map(([district, units]) => {
    const name = district === '' ? page.elsewhere : free(district);
    const items = units.map((unit) => {
      const waiting = LISTS.filter((list) => (unit[list] ?? 0) > 0).map((list) =>
        page.unitWaits(page.dueLists[list], thousands(unit[list] ?? 0)),
      );
      return html`<li>${unitName(page, unit, free)} <small>${waiting.join(' · ')}</small></li>
`;
    });
    return html`<details><summary>${page.unitsOf(name, thousands(units.length))}</summary><ul class="units">
${items}</ul></details>
`;
  });
  return html`<div class="by-unit"><h3>${page.units}</h3>
<div class="folded">${districts}</div></div>
`;
}

const unitName = (
  page: Messages['overview']['page'],
  { township, unit }: Pick<DueUnit, 'township' | 'unit'>,
  free: FreeText,
): string => free([township, unit].filter((part) => part !== '').join(' ')) || page.elsewhere;

function byPerson(
  { text: { overview: words }, free, reveal }: Reading,
  people: readonly DuePerson[],
): Markup {
  const { page, none } = words;
  const digits = reveal ? (number: string) => number : maskNumber;
  const tables = LISTS.flatMap((list) => {
    const of = people.filter((each) => each.list === list);
    if (of.length === 0) return [];
    const title = page.peopleOf(page.dueLists[list], thousands(of.length));
    const { name, idNumber, what, place, day } = page.person;
    return html`<h4>${title}</h4>
${pageTable({
  caption: title,
  columns: [name, idNumber, what, place, day].map((heading) => ({ heading })),
  rows: of.map(({ person, what: told, district, township, unit, day: until }) => [
    person === null ? page.organisation : free(person.name),
    person === null ? none : digits(person.idNumber),
    free(told),
    free([district, township, unit].filter((part) => part !== '').join(' ')) || page.elsewhere,
    until ?? none,
  ]),
})}`;
  });
  return html`<h3>${page.people}</h3>
${tables.length === 0 ? html`<p>${page.duesNothing}</p>` : tables}
`;
}
