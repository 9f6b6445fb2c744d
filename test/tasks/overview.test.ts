import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { FigureName } from '../../src/domain/overview-terms.js';
import type { Overview } from '../../src/rules/overview.js';
import { registerOverview } from '../../src/tasks/overview.js';
import { cityOffice } from './city-office.js';
import {
  COMPLAINTS,
  FUND,
  HOURS,
  MISSING_STATIONS,
  OFFICIALS,
  PEOPLE,
  POSTS,
  SUPERVISORS,
} from './city-sql.js';

const city = cityOffice();
/** Today, and a past day. */
const DAYS = ['2026-11-23', '2025-12-31'] as const;

const known = new Map<string, Overview>();
/** Each asked once: the register does not change. */
function overviewOn(on: string, asked: { district?: string; people?: boolean } = {}): Overview {
  const question = JSON.stringify([on, asked]);
  const found =
    known.get(question) ??
    registerOverview(city.workspace, { on: day(on), knownAt: null, people: false, ...asked });
  known.set(question, found);
  return found;
}
const count = (sql: string, on: string) => city.count(sql.replaceAll(':on', `'${on}'`));
const NOT_GONE = 'person NOT IN gone';
const holder = (which: string) =>
  `${PEOPLE} SELECT count(*) FROM holder LEFT JOIN term USING (person) WHERE ${which}`;
const complaint = (which: string) =>
  `SELECT count(*) FROM complaint WHERE superseded IS NULL AND received_on <= :on AND ${which}`;

/** Figures of the overview, and plain SQL that counts the same. */
const FIGURES: readonly (readonly [FigureName, string])[] = [
  ['holders', holder('true')],
  ['holdersNational', holder('rank > 1')],
  ['registered', holder('until >= :on')],
  ['registrationDue', holder(`${NOT_GONE} AND until >= :on AND until < date(:on, '+3 months')`)],
  ['registrationExpired', holder(`${NOT_GONE} AND until < :on`)],
  ['registrationNever', holder(`${NOT_GONE} AND until IS NULL AND date(first, '+12 months') < :on`)],
  ['hoursMet', `${HOURS} SELECT count(*) FROM account WHERE hours >= needed`],
  [
    'hoursShort',
    `${HOURS} SELECT count(*) FROM account WHERE hours < needed AND until < date(:on, '+3 months') AND ${NOT_GONE}`,
  ],
  ['yearlyTrained', `${OFFICIALS} SELECT count(*) FROM official WHERE this_year`],
  ['yearlyOverdue', `${OFFICIALS} SELECT count(*) FROM official WHERE all_last_year AND NOT lately`],
  ['termsOver', `${SUPERVISORS} SELECT count(*) FROM over WHERE ${NOT_GONE}`],
  ['stationsMissing', MISSING_STATIONS],
  [
    'serviceRecords',
    `SELECT count(*) FROM service_record WHERE superseded IS NULL AND served_on > date(:on, '-1 year') AND served_on <= :on`,
  ],
  ['unitsMeeting', `${POSTS} SELECT count(*) FROM short WHERE posts <= 0`],
  ['shortfall', `${POSTS} SELECT sum(max(0, posts)) FROM short`],
  ['complaints', complaint('true')],
  ['complaintsOpen', complaint('(settled_on IS NULL OR settled_on > :on)')],
  ['complaintsOverdue', `${COMPLAINTS} SELECT count(*) FROM missed`],
  ['awards', `SELECT count(*) FROM award WHERE superseded IS NULL AND awarded_on <= :on`],
  [
    'fundBalance',
    `SELECT sum(iif(direction = '收入', amount_fen, -amount_fen)) FROM fund_entry WHERE superseded IS NULL AND entered_on <= :on`,
  ],
];

describe.each(DAYS)('the overview of the fixture city on %s', (on) => {
  it.each(FIGURES)('%s is what plain SQL counts', (name, sql) => {
    const found = overviewOn(on).figures.find(({ figure }) => figure === name);
    expect([name, found?.value]).toEqual([name, count(sql, on)]);
  });

  it('districts add up to the city', () => {
    const { areas, figures } = overviewOn(on);
    const sum = (key: 'shortfall' | 'holders' | 'stationsCovered' | 'expired') =>
      areas.reduce((all, row) => all + (row[key] ?? 0), 0);
    const figure = (name: FigureName) => figures.find((each) => each.figure === name)?.value;
    expect(areas.filter(({ area }) => area !== '')).toHaveLength(23);
    expect([sum('shortfall'), sum('holders'), sum('stationsCovered'), sum('expired')]).toEqual(
      (['shortfall', 'holders', 'stations', 'registrationExpired'] as const).map(figure),
    );
  });

  it('units on the due lists add up to the figures', () => {
    const { dueUnits, figures } = overviewOn(on);
    const sum = (key: 'shortfall' | 'hoursShort' | 'complaints') =>
      dueUnits.reduce((all, row) => all + (row[key] ?? 0), 0);
    const figure = (name: FigureName) => figures.find((each) => each.figure === name)?.value;
    expect([sum('shortfall'), sum('hoursShort'), sum('complaints')]).toEqual(
      (['shortfall', 'hoursShort', 'complaintsOverdue'] as const).map(figure),
    );
  });

  it('has one error for each section with anything short or overdue, counting as the commands do', () => {
    const { findings, errors } = overviewOn(on);
    const told = findings.flatMap((each) => (each.code === 'overview.open' ? [each.details] : []));
    const open = errors.filter(({ errors: found }) => found > 0);
    expect(told.flatMap(({ commands }) => commands.map(({ command }) => command))).toEqual(
      expect.arrayContaining(open.map(({ command }) => command)),
    );
    expect(new Set(told.map(({ system }) => system)).size).toBe(told.length);
    expect(told.some(({ system }) => system === null)).toBe(on > '2025-12-31');
    expect(errors.find(({ command }) => command === 'fund show')?.errors).toBe(
      count(`${FUND} SELECT count(*) FROM below`, on),
    );
  });
});

describe('a part of the city', () => {
  it('is told by township, without what is kept for the whole city alone', () => {
    const { by, areas, figures, quarters } = overviewOn('2026-09-30', { district: '锦江' });
    expect(by).toBe('township');
    expect(areas.map(({ area }) => area)).toContain('锦官驿街道');
    expect(figures.find(({ figure }) => figure === 'fundBalance')).toMatchObject({
      ...{ value: null, state: 'unanswered', lack: { why: 'city-only' } },
    });
    expect(figures.find(({ figure }) => figure === 'holders')?.target).toBeNull();
    for (const { districts } of quarters)
      expect(districts.map(({ district }) => district)).toEqual(['锦江区']);
  });

  it('more posts than needed in one unit make up for none in another', () => {
    const { figures } = overviewOn('2026-09-30', { district: '简阳' });
    const told = (name: FigureName) => figures.find(({ figure }) => figure === name);
    expect(told('established')?.value).toBeGreaterThan(told('established')?.target ?? Number.NaN);
    expect([told('established')?.state, told('shortfall')?.state]).toEqual(['attention', 'short']);
  });

  it('names people only where they were asked for', () => {
    expect(overviewOn('2026-09-30').duePeople).toBeNull();
    const { duePeople, figures } = overviewOn('2026-09-30', { people: true });
    const expired = figures.find(({ figure }) => figure === 'registrationExpired')?.value;
    expect(duePeople?.filter(({ list }) => list === 'expired')).toHaveLength(expired ?? -1);
  });
});

it('counts people and organisations complained about twice as respondents', () => {
  const told = overviewOn('2026-11-23').figures.find(({ figure }) => figure === 'repeated');
  expect([told?.unit, told?.value]).toEqual([
    'respondents',
    count(
      `WITH about AS (SELECT number, 'p' || person AS who FROM complaint WHERE superseded IS NULL AND received_on <= :on AND person IS NOT NULL
         UNION SELECT number, 'o' || organisation FROM complaint WHERE superseded IS NULL AND received_on <= :on AND organisation <> '')
       SELECT count(*) FROM (SELECT who FROM about GROUP BY who HAVING count(DISTINCT number) > 1)`,
      '2026-11-23',
    ),
  ]);
});

it.each(['2022-02-28', '2027-03-01'])('no part of the document is in force on %s', (on) => {
  expect(() => overviewOn(on)).toThrow(expect.objectContaining({ problem: 'policy.none-in-force' }));
});
