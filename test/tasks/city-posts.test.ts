import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { SERVICE_FIELDS, STATION_LEVELS, type StationLevel } from '../../src/domain/terms.js';
import { checkRegisterNetwork } from '../../src/tasks/check-network.js';
import { planRegisterPosts, previewRegisterMoves } from '../../src/tasks/plan-posts.js';
import { registerPostStructure } from '../../src/tasks/post-structure.js';
import { summarizeRegisterServices } from '../../src/tasks/summarize-services.js';
import { registerUnitHistory } from '../../src/tasks/unit-history.js';
import { cityOffice } from './city-office.js';
import { MISSING_STATIONS, POSTS } from './city-sql.js';

const city = cityOffice();

/** Today, and past days. */
const DAYS = ['2026-11-23', '2025-12-31', '2023-01-01'] as const;

/** Counts with the day wherever `:on` stands. */
const count = (sql: string, on: string) => city.count(sql.replaceAll(':on', `'${on}'`));

const rowsOf = (sql: string, ...values: string[]) => city.workspace.db.prepare(sql).all(...values);

const STANDING = `superseded IS NULL AND founded_on <= :on AND (dissolved_on IS NULL OR dissolved_on >= :on)`;
const PLACE: Readonly<Record<StationLevel, { station: string; unit: string }>> = {
  市社工支持中心: { station: `'city'`, unit: `'city'` },
  '区(市)县社工总站': { station: 'district', unit: 'district' },
  '镇(街道)社工站': { station: `district || township`, unit: `district || township` },
  '村(社区)社工室': { station: 'unit', unit: 'unit' },
};

describe.each(DAYS)('the fixture city on %s', (on) => {
  it('network check: places, stations and staff of each level, as SQL counts them', () => {
    const { totals, findings } = checkRegisterNetwork(city.workspace, day(on), {});
    for (const level of STATION_LEVELS) {
      const { station, unit } = PLACE[level];
      const where = `FROM station WHERE level = '${level}' AND ${STANDING}`;
      const places = count(`SELECT count(DISTINCT ${unit}) FROM unit_term WHERE superseded IS NULL`, on);
      const covered = count(`SELECT count(DISTINCT ${station}) ${where}`, on);
      expect(totals.byLevel.find((sums) => sums.level === level)).toMatchObject({
        ...{ places, covered, missing: places - covered },
        stations: count(`SELECT count(*) ${where}`, on),
        staff: count(`SELECT coalesce(sum(staff), 0) ${where}`, on),
        certified: count(`SELECT coalesce(sum(certified), 0) ${where}`, on),
      });
    }
    expect(totals.byLevel.map(({ places }) => places)).toEqual([1, 23, 261, 3047]);
    expect(findings.filter(({ code }) => code === 'network.missing')).toHaveLength(totals.missing);
    expect(totals.missing).toBe(count(MISSING_STATIONS, on));
  });

  it('quota plan: units that are short and their new posts, as SQL counts them; nobody twice', () => {
    const { rows, totals } = planRegisterPosts(city.workspace, day(on), {});
    expect(totals).toMatchObject({
      units: count(`${POSTS} SELECT count(*) FROM short WHERE posts > 0`, on),
      newPosts: count(`${POSTS} SELECT sum(posts) FROM short WHERE posts > 0`, on),
    });
    const named = rows.flatMap(({ people }) => people.map(({ person }) => person.id));
    expect(new Set(named).size).toBe(named.length);
    expect(totals.fromUnit + totals.fromTownship + totals.fromDistrict).toBe(named.length);
    expect(totals.recruit).toBe(totals.newPosts - named.length);
    const busy = `${POSTS} SELECT count(*) FROM open WHERE title IN pro AND person IN (${named.join(', ') || 'NULL'})`;
    expect(count(busy, on)).toBe(0);
  });

  it('grade structure: people in professional posts, as SQL counts them; areas add up', () => {
    const ask = (by: 'city' | 'district' | 'unit') => registerPostStructure(city.workspace, day(on), { by });
    const filled = `${POSTS} SELECT count(*) FROM (SELECT DISTINCT person, unit, workplace, title FROM open WHERE title IN pro)`;
    const { totals } = ask('city');
    expect(totals.filled).toBe(count(filled, on));
    const table = `${POSTS} SELECT coalesce(sum(posts), 0) FROM given`;
    const roster = `${POSTS} SELECT count(*) FROM open WHERE title IN pro AND NOT EXISTS (SELECT 1 FROM given
      WHERE given.unit = open.unit OR (given.workplace = open.workplace AND given.district = open.district))`;
    expect(totals.established).toBe(count(table, on) + count(roster, on));
    for (const by of ['district', 'unit'] as const) {
      const rows = ask(by).rows.filter(({ tier, grade }) => grade === null || tier === null);
      expect(rows.reduce((sum, { established }) => sum + established, 0)).toBe(totals.established);
      expect(rows.reduce((sum, { vacant }) => sum + vacant, 0)).toBe(totals.vacant);
    }
  });

  it('service summary: records, hours and people of each field, as SQL counts them', () => {
    const from = '2022-01-01';
    const ask = { from: day(from), until: day(on) };
    const { rows, totals } = summarizeRegisterServices(city.workspace, { ...ask, by: 'field' });
    const where = (field: string) =>
      `FROM service_record WHERE superseded IS NULL AND served_on BETWEEN '${from}' AND :on AND field = '${field}'`;
    for (const field of SERVICE_FIELDS) {
      expect(rows.find((row) => row.field === field)).toMatchObject({
        records: count(`SELECT count(*) ${where(field)}`, on),
        hours: count(`SELECT coalesce(sum(hours), 0) ${where(field)}`, on),
        people: count(`SELECT count(DISTINCT person) ${where(field)}`, on),
      });
    }
    for (const by of ['worker', 'unit', 'month'] as const) {
      const other = summarizeRegisterServices(city.workspace, { ...ask, by }).rows;
      expect([by, other.reduce((sum, { records }) => sum + records, 0)]).toEqual([by, totals.records]);
    }
  });

  it('service summary: units and months, as SQL counts them', () => {
    const ask = { from: day('2022-01-01'), until: day(on) };
    const served = `FROM service_record AS s LEFT JOIN post ON post.person = s.person AND post.superseded IS NULL
        AND s.served_on BETWEEN post.from_on AND coalesce(post.until_on, '9')
      WHERE s.superseded IS NULL AND s.served_on BETWEEN '2022-01-01' AND ?`;
    const months = summarizeRegisterServices(city.workspace, { ...ask, by: 'month' }).rows;
    expect(
      months
        .filter(({ records }) => records > 0)
        .map(({ month, records, people }) => ({ month, records, people })),
    ).toEqual(
      rowsOf(
        `SELECT substr(served_on, 1, 7) AS month, count(*) AS records, count(DISTINCT person) AS people
         FROM service_record WHERE superseded IS NULL AND served_on BETWEEN '2022-01-01' AND ? GROUP BY 1 ORDER BY 1`,
        on,
      ),
    );
    const units = summarizeRegisterServices(city.workspace, { ...ask, by: 'unit' });
    const named = units.rows.flatMap(({ place, records, hours }) =>
      place?.code ? [{ code: place.code, records, hours }] : [],
    );
    expect(named.sort((a, b) => (a.code < b.code ? -1 : 1))).toEqual(
      rowsOf(
        `SELECT code, count(*) AS records, coalesce(sum(hours), 0) AS hours ${served.replace(' WHERE', ' JOIN unit ON unit.id = post.unit WHERE')}
         GROUP BY code ORDER BY code`,
        on,
      ),
    );
    expect(units.totals.offPost).toBe(city.count(`SELECT count(*) ${served} AND post.id IS NULL`, on));
  });

  it('quota plan: each district, as SQL adds it up', () => {
    const { totals } = planRegisterPosts(city.workspace, day(on), {});
    const asked = totals.byDistrict.map(({ district, units, newPosts }) => ({ district, units, newPosts }));
    expect(asked.sort((a, b) => (a.district < b.district ? -1 : 1))).toEqual(
      rowsOf(
        `${POSTS} SELECT district, count(*) AS units, sum(posts) AS newPosts
         FROM short JOIN unit_term USING (unit) WHERE superseded IS NULL AND posts > 0 GROUP BY district ORDER BY district`.replaceAll(
          ':on',
          `'${on}'`,
        ),
      ),
    );
  });

  it('grade structure: people by grade, as SQL counts them', () => {
    const { rows } = registerPostStructure(city.workspace, day(on), { by: 'city' });
    const grades = rows.flatMap(({ grade, filled }) =>
      grade !== null && filled > 0 ? [{ grade, filled }] : [],
    );
    expect(grades.sort((a, b) => a.grade - b.grade)).toEqual(
      rowsOf(
        `${POSTS}, grades(title, grade) AS (VALUES ('高级社会工作师一级', 5), ('高级社会工作师二级', 6), ('高级社会工作师三级', 7),
           ('社会工作师一级', 8), ('社会工作师二级', 9), ('社会工作师三级', 10), ('助理社会工作师一级', 11), ('助理社会工作师二级', 12))
         SELECT grade, count(*) AS filled FROM open JOIN grades USING (title) GROUP BY grade ORDER BY grade`.replaceAll(
          ':on',
          `'${on}'`,
        ),
      ),
    );
  });
});

describe('one unit, one person of the fixture city', () => {
  it('quota show tells each post of the unit once', () => {
    const code = '510104017006';
    const { rows } = registerUnitHistory(city.workspace, code, { on: null });
    const unit = 'SELECT id FROM unit WHERE code = ?';
    const of = (table: string) =>
      city.count(`SELECT count(*) FROM ${table} WHERE superseded IS NULL AND unit IN (${unit})`, code);
    const told = (about: string) => rows.filter((row) => row.about === about);
    expect(told('posts')).toHaveLength(of('establishment'));
    expect(
      new Set(told('person').map(({ person, from }) => `${person?.id} ${from}`)).size,
    ).toBeGreaterThanOrEqual(of('post'));
    expect(rows.every(({ fileName }) => fileName !== '')).toBe(true);
  });

  it('a move is answered and nothing is written', () => {
    const { workspace } = city;
    const idNumber = workspace.db
      .prepare(
        `${POSTS} SELECT id_number FROM open JOIN person ON id = person WHERE title IN pro AND unit IS NOT NULL LIMIT 1`.replaceAll(
          ':on',
          `'2026-11-23'`,
        ),
      )
      .pluck()
      .get() as string;
    const before = workspace.db.serialize();
    const { rows, months } = previewRegisterMoves(
      workspace,
      [{ who: idNumber, unit: '武侯区/浆洗街街道/锦里社区', title: null }],
      day('2026-11-23'),
      {},
    );
    expect(rows.map(({ end }) => end)).toEqual(['from', 'to']);
    expect(rows[1]).toMatchObject({ district: '武侯区', unit: '锦里社区居委会' });
    expect(months.map(({ month }) => month)).toEqual(['2026-11', '2026-12']);
    expect(workspace.db.serialize().equals(before)).toBe(true);
  });

  it.each([
    ['锦里社区', '锦里社区居委会'],
    ['武侯区/锦里社区', '锦里社区居委会'],
    ['510107001006', '锦里社区居委会'],
  ])('a unit is found as %s', (where, name) => {
    expect(registerUnitHistory(city.workspace, where, { on: null }).name).toMatch(new RegExp(` ${name}$`));
  });

  it.each([
    ['和平社区', {}, 'where.ambiguous'],
    ['和平社区', { district: '温江区' }, undefined],
    ['没有这个社区', {}, 'where.unknown'],
    ['510107001999', {}, 'where.unknown'],
  ] as const)('%s in %o: %s', (where, area, problem) => {
    const ask = () => registerUnitHistory(city.workspace, where, { on: null, ...area });
    if (problem) expect(ask).toThrow(expect.objectContaining({ problem }));
    else expect(ask().name).toMatch(/^温江区 /);
  });
});
