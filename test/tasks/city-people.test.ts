import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { checkTraining } from '../../src/tasks/check-training.js';
import { registerSupervisors } from '../../src/tasks/list-supervisors.js';
import { registrationsDue } from '../../src/tasks/registrations-due.js';
import { certificateSummary } from '../../src/tasks/summarize-certificates.js';
import { cityOffice } from './city-office.js';

const city = cityOffice();

/** Today, and a past day. */
const DAYS = ['2026-11-23', '2026-07-31'] as const;

/** Rank of a level, and holders with the rank of their highest certificate, and their registration that reaches furthest. */
const HOLDERS = `
  WITH rank(level, rank) AS (VALUES ('员级', 1), ('初级', 2), ('中级', 3), ('高级', 4)),
  holder AS (
    SELECT person, max(rank) AS rank, min(issued_on) AS first
    FROM certificate JOIN rank USING (level)
    WHERE superseded IS NULL AND issued_on <= :on GROUP BY person),
  term AS (
    SELECT person, max(until_on) AS until FROM registration
    WHERE superseded IS NULL AND from_on <= :on GROUP BY person)`;
const of = (condition: string) =>
  `${HOLDERS} SELECT count(*) FROM holder LEFT JOIN term USING (person) WHERE ${condition}`;

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
    expect(totals.expired).toBeGreaterThan(100);
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
    const women = rows.find(({ group }) => group === '女');
    expect(women?.holders).toBe(
      count(
        `${HOLDERS} SELECT count(*) FROM holder JOIN person ON person.id = person
         WHERE CAST(substr(id_number, 17, 1) AS INTEGER) % 2 = 0`,
        on,
      ),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'certificate.target-missed', severity: 'error' }),
    );
  });

  it('training check: who has the hours, as SQL adds them up', () => {
    const { hours } = checkTraining(city.workspace, day(on), { since: null });
    const taken = `${HOLDERS}, standing AS (
        SELECT person, rank, until,
          (SELECT max(from_on) FROM registration r
           WHERE r.person = holder.person AND superseded IS NULL AND from_on <= :on AND until_on = until) AS start
        FROM holder JOIN term USING (person) WHERE until >= :on AND rank > 1),
      account AS (
        SELECT standing.person, until, CASE rank WHEN 2 THEN 7200 ELSE 9000 END AS needed,
          coalesce((SELECT sum(hours) FROM training t WHERE t.person = standing.person AND superseded IS NULL
            AND coalesce(t.until_on, t.from_on) BETWEEN start AND :on), 0) AS hours
        FROM standing)`;
    const people = (condition: string) =>
      count(`${taken} SELECT count(*) FROM account WHERE ${condition}`, on);
    const state = (asked: string) => hours.rows.filter((row) => row.state === asked).length;
    expect(hours.rows).toHaveLength(people('true'));
    expect(state('met')).toBe(people('hours >= needed'));
    expect(state('short')).toBe(people("hours < needed AND until < date(:on, '+3 months')"));
    expect(hours.rows.reduce((sum, row) => sum + row.hours, 0)).toBe(
      count(`${taken} SELECT sum(hours) FROM account`, on),
    );
    expect(state('short')).toBeGreaterThan(10);
  });

  it('training check: community workers and officials on post, as SQL counts them', () => {
    const { rotation, yearly } = checkTraining(city.workspace, day(on), { since: null });
    const onPost = (category: string) =>
      count(
        `SELECT count(DISTINCT person) FROM post WHERE superseded IS NULL AND from_on <= :on
           AND coalesce(until_on, '9') >= :on
           AND '${category}' = coalesce((SELECT category FROM post_change c WHERE c.post = post.post
             AND c.superseded IS NULL AND c.from_on <= :on ORDER BY c.from_on DESC LIMIT 1), category)`,
        on,
      );
    expect(rotation?.totals.staff).toBe(onPost('城乡社区专职工作者'));
    expect(yearly?.rows).toHaveLength(onPost('机关'));
  });

  it('supervisor list: terms begun and terms that hold, as SQL counts them', () => {
    const { rows, totals } = registerSupervisors(city.workspace, day(on), { level: null });
    const terms = (condition: string) =>
      count(
        `SELECT count(*) FROM supervisor WHERE superseded IS NULL AND from_on <= :on AND ${condition}`,
        on,
      );
    expect(rows).toHaveLength(terms('true'));
    expect(totals.byLevel).toEqual(
      Object.fromEntries(
        ['初级督导', '中级督导', '高级督导', '专家库'].map((level) => [
          level,
          terms(`coalesce(until_on, '9') >= :on AND level = '${level}'`),
        ]),
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
  const workspace = { ...city.workspace, knownAt: 2 };
  const { totals } = certificateSummary(workspace, day('2026-11-23'), {});
  expect(totals.holders).toBe(
    city.count(`SELECT count(DISTINCT person) FROM certificate
      WHERE recorded <= 2 AND coalesce(superseded, 3) > 2 AND issued_on <= '2026-11-23'`),
  );
  expect(totals.holders).toBeLessThan(
    certificateSummary(city.workspace, day('2026-11-23'), {}).totals.holders,
  );
});
