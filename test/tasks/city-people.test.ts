import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { checkTraining } from '../../src/tasks/check-training.js';
import { registerSupervisors } from '../../src/tasks/list-supervisors.js';
import { registrationsDue } from '../../src/tasks/registrations-due.js';
import { certificateSummary } from '../../src/tasks/summarize-certificates.js';
import { cityOffice } from './city-office.js';
import { HOURS, OFFICIALS, PEOPLE, SUPERVISORS } from './city-sql.js';

const city = cityOffice();

/** Today, and past days. */
const DAYS = ['2026-11-23', '2026-07-31', '2025-12-31'] as const;

const of = (condition: string) =>
  `${PEOPLE} SELECT count(*) FROM holder LEFT JOIN term USING (person) WHERE ${condition}`;

/** Counts with the day wherever `:on` stands. */
const count = (sql: string, on: string) => city.count(sql.replaceAll(':on', `'${on}'`));

describe.each(DAYS)('the fixture city on %s', (on) => {
  it('registration due: by state, as SQL counts them', () => {
    const { totals, rows } = registrationsDue(city.workspace, day(on), {});
    expect(totals).toMatchObject({
      due: count(of("until >= :on AND until < date(:on, '+3 months')"), on),
      expired: count(of('until < :on'), on),
      never: count(of("until IS NULL AND date(first, '+12 months') < :on"), on),
      notYet: count(of("until IS NULL AND date(first, '+12 months') >= :on"), on),
    });
    expect(totals.expired).toBeGreaterThan(50);
    expect(totals.never).toBeGreaterThan(20);
    expect(rows).toHaveLength(totals.due + totals.expired + totals.never);
  });

  it('certificate summary: by level and in all, as SQL counts them', () => {
    const { totals, rows, findings } = certificateSummary(city.workspace, day(on), {});
    expect(totals).toMatchObject({
      holders: count(of('true'), on),
      national: count(of('rank > 1'), on),
      registered: count(of('until >= :on'), on),
      yearBefore: count(of('true').replaceAll(':on', "date(:on, '-1 year')"), on),
      byLevel: {
        员级: count(of('rank = 1'), on),
        初级: count(of('rank = 2'), on),
        中级: count(of('rank = 3'), on),
        高级: count(of('rank = 4'), on),
      },
    });
    for (const by of ['level', 'sector', 'district', 'sex', 'age', 'year']) {
      const own = rows.filter((row) => row.by === by);
      expect([by, own.reduce((sum, { holders }) => sum + holders, 0)]).toEqual([by, totals.holders]);
    }
    for (const { by, group, growth } of rows) {
      const first = count(of(`first >= '${group}-01-01' AND first <= '${group}-12-31'`), on);
      if (by === 'year') expect([group, growth]).toEqual([group, first]);
    }
    const women = rows.find(({ group }) => group === '女');
    expect(women?.holders).toBe(
      count(
        `${PEOPLE} SELECT count(*) FROM holder JOIN person ON person.id = person
         WHERE CAST(substr(id_number, 17, 1) AS INTEGER) % 2 = 0`,
        on,
      ),
    );
    const missed = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(missed).toEqual(on > '2025-12-31' ? ['certificate.target-missed'] : []);
  });

  it('training check: who has the hours, as SQL adds them up', () => {
    const { hours } = checkTraining(city.workspace, day(on), { since: null });
    const people = (condition: string) =>
      count(`${HOURS} SELECT count(*) FROM account WHERE ${condition}`, on);
    const state = (...asked: string[]) => hours.rows.filter((row) => asked.includes(row.state)).length;
    const inWindow = "until < date(:on, '+3 months')";
    expect(hours.rows).toHaveLength(people('true'));
    expect(state('met')).toBe(people('hours >= needed'));
    expect(state('short')).toBe(people(`hours < needed AND ${inWindow}`));
    expect(state('behind', 'on-pace')).toBe(people(`hours < needed AND NOT ${inWindow}`));
    expect(hours.rows.filter(({ degree }) => degree)).toHaveLength(people('degree'));
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect([sum(hours.rows.map((row) => row.hours)), sum(hours.rows.map((row) => row.missing))]).toEqual([
      count(`${HOURS} SELECT sum(hours) FROM account`, on),
      count(`${HOURS} SELECT sum(max(0, needed - hours)) FROM account`, on),
    ]);
    for (const asked of ['met', 'short', 'behind', 'on-pace'])
      expect([asked, state(asked) > 5]).toEqual([asked, true]);
  });

  it('training check: community workers at the academies, unit by unit, as SQL counts them', () => {
    const { rotation } = checkTraining(city.workspace, day(on), { since: null });
    const academy = (name: string) =>
      `EXISTS (SELECT 1 FROM training t WHERE t.person = seat.person AND superseded IS NULL
        AND coalesce(until_on, from_on) <= :on AND replace(provider, '成都', '') IN (${name}))`;
    const all = "'村政学院', '城市社区学院', '社会组织学院'";
    const workers = (condition: string) =>
      count(
        `${PEOPLE} SELECT count(*) FROM seat WHERE open AND category = '城乡社区专职工作者' AND ${condition}`,
        on,
      );
    expect(rotation?.totals).toEqual({
      ...{ staff: workers('true'), trained: workers(academy(all)) },
      byAcademy: {
        成都村政学院: workers(academy("'村政学院'")),
        城市社区学院: workers(academy("'城市社区学院'")),
        成都社会组织学院: workers(academy("'社会组织学院'")),
      },
      elsewhere: workers(`NOT ${academy(all)} AND ${academy("replace(provider, '成都', '')")}`),
    });
    const places = city.workspace.db
      .prepare(
        `${PEOPLE} SELECT count(*) AS staff, sum(${academy(all)}) AS trained FROM seat
         WHERE open AND category = '城乡社区专职工作者' GROUP BY district, township, unit, workplace`.replaceAll(
          ':on',
          `'${on}'`,
        ),
      )
      .all() as { staff: number; trained: number }[];
    const share = ({ staff, trained }: { staff: number; trained: number }) => `${trained} of ${staff}`;
    const units = rotation?.rows ?? [];
    expect(units.map(share).sort()).toEqual(places.map(share).sort());
    expect(new Set(units.map(share)).size).toBeGreaterThan(4);
  });

  it('training check: officials on post, every year, as SQL counts them', () => {
    const { yearly } = checkTraining(city.workspace, day(on), { since: null });
    const officials = (condition: string) =>
      count(`${OFFICIALS} SELECT count(*) FROM official WHERE ${condition}`, on);
    const state = (asked: string) => yearly?.rows.filter((row) => row.state === asked).length;
    expect([state('trained'), state('overdue'), state('not-yet')]).toEqual([
      officials('this_year'),
      officials('all_last_year AND NOT lately'),
      officials('NOT this_year AND NOT (all_last_year AND NOT lately)'),
    ]);
    expect(yearly?.findings).toHaveLength(officials('all_last_year AND NOT lately'));
  });

  it('supervisor list: terms that hold, are over, or were followed, as SQL counts them', () => {
    const { rows, totals, findings } = registerSupervisors(city.workspace, day(on), { level: null });
    const terms = (condition: string, from = 'begun_term') =>
      count(`${SUPERVISORS} SELECT count(*) FROM ${from} WHERE ${condition}`, on);
    const holds = "coalesce(until_on, '9') >= :on";
    expect(rows).toHaveLength(terms('true'));
    expect(totals.byLevel).toEqual(
      Object.fromEntries(
        ['初级督导', '中级督导', '高级督导', '专家库'].map((level) => [
          level,
          terms(`${holds} AND level = '${level}'`),
        ]),
      ),
    );
    expect(totals.people).toBe(
      count(`${SUPERVISORS} SELECT count(DISTINCT person) FROM begun_term WHERE ${holds}`, on),
    );
    expect(totals.expired).toBe(terms('true', 'over'));
    expect(rows.filter(({ state }) => state === 'followed')).toHaveLength(
      terms('until_on < :on AND id NOT IN (SELECT id FROM over)'),
    );
    expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(
      terms('person NOT IN gone', 'over'),
    );
    expect(totals.holdersPerSupervisor).toBe(
      count(
        `${SUPERVISORS} SELECT round((SELECT count(*) FROM holder JOIN seat USING (person) WHERE open) * 1.0
           / count(DISTINCT person), 1) FROM begun_term WHERE ${holds} AND NOT expert`,
        on,
      ),
    );
  });
});

it('a district answers for its own people, and the districts together for all on post', () => {
  const on = day('2026-11-23');
  const { rows, totals } = certificateSummary(city.workspace, on, {});
  const own = certificateSummary(city.workspace, on, { district: '锦江' });
  expect(own.totals.holders).toBe(rows.find(({ group }) => group === '锦江区')?.holders);
  expect(own.totals.target).toBeNull();
  expect(own.totals.holders).toBeLessThan(totals.holders);
});

it('what was not known yet is not told', () => {
  const rosters = city.count(`SELECT max(id) FROM batch WHERE dataset = 'roster'`);
  const workspace = { ...city.workspace, knownAt: rosters };
  const { totals } = certificateSummary(workspace, day('2026-11-23'), {});
  expect(totals.holders).toBe(
    city.count(`SELECT count(DISTINCT person) FROM certificate
      WHERE recorded <= ${rosters} AND coalesce(superseded, 99) > ${rosters} AND issued_on <= '2026-11-23'`),
  );
  expect(totals.holders).toBeLessThan(
    certificateSummary(city.workspace, day('2026-11-23'), {}).totals.holders,
  );
});
