import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Establishment, Person, Unit } from '../../src/domain/facts.js';
import { checkQuotas } from '../../src/rules/quotas.js';
import { book, SHIPPED } from './book.js';
import { certificate, establishment, person, post, unit } from './people.js';

const law = book(...SHIPPED);

function check(
  units: readonly Unit[],
  people: readonly Person[] = [],
  establishments: readonly Establishment[] = [],
  on = '2026-07-01',
  policy = law,
) {
  return checkQuotas({ units, people, establishments, book: policy, on: day(on) });
}

const worker = (title: string | null, known: Partial<Person> = {}, at = 1) =>
  person({ posts: [post({ at, title })], ...known });

describe('三(四)1: 社区至少设置2个, 建制村至少设置1个', () => {
  it.each([
    ['社区', 0, 2],
    ['社区', 1, 1],
    ['社区', 2, 0],
    ['社区', 3, 0],
    ['建制村', 0, 1],
    ['建制村', 1, 0],
  ] as const)('%s with %i posts is short of %i', (kind, established, shortfall) => {
    const { rows, totals, findings } = check(
      [unit(1, { kind })],
      [],
      [establishment(1, '社会工作专业岗位', established)],
    );
    expect(rows[0]).toMatchObject({
      established,
      establishedFrom: 'posts',
      shortfall,
      citation: { article: '三(四)1' },
    });
    expect(totals.shortfall).toBe(shortfall);
    expect(findings.map(({ code }) => code)).toEqual(shortfall > 0 ? ['quota.too-few-posts'] : []);
  });

  it('lists a unit of unknown kind, and guesses nothing', () => {
    const { rows, totals, findings } = check([unit(1, { kind: null }), unit(2)]);
    expect(rows[0]).toMatchObject({ kind: null, required: null, shortfall: null });
    expect(totals).toMatchObject({ units: 2, required: 2, shortfall: 2, unknownKind: 1 });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['quota.unknown-kind', 'error'],
      ['quota.too-few-posts', 'error'],
    ]);
  });

  it('says once how many kinds nobody has confirmed', () => {
    const units = [unit(1, { confirmed: false }), unit(2, { confirmed: false }), unit(3)];
    const found = check(units).findings.filter(({ severity }) => severity === 'info');
    expect(found).toMatchObject([{ code: 'quota.kinds-unconfirmed', details: { units: 2 } }]);
  });

  it.each([
    ['2022-02-28', false],
    ['2022-03-01', true],
    ['2027-02-28', true],
    ['2027-03-01', false],
  ])('on %s the minimum is in force: %s', (on, inForce) => {
    const ask = () => check([unit(1)], [], [], on);
    if (inForce) expect(ask().totals.shortfall).toBe(2);
    else expect(ask).toThrow(expect.objectContaining({ problem: 'policy.none-in-force' }));
  });
});

describe('设置: what counts as established', () => {
  const staff = [worker('助理社会工作师一级'), worker('社区书记', { id: 2 }), worker(null, { id: 3 })];

  it('without any row in force: the occupied professional posts', () => {
    expect(check([unit(1)], staff).rows[0]).toMatchObject({
      established: 1,
      establishedFrom: 'roster',
      filled: 1,
    });
  });

  it('a row of another title is a row: then 0 professional posts are established', () => {
    const rows = check([unit(1)], staff, [establishment(1, '社区书记', 3)]).rows;
    expect(rows[0]).toMatchObject({ established: 0, establishedFrom: 'posts', filled: 1 });
  });

  it('adds professional titles up, spelled either way, and no unknown ones', () => {
    const rows = [
      establishment(1, '助理社会工作师一级', 1),
      establishment(1, '社会工作专业岗位', 2),
      establishment(1, '助理社会工作师三级', 5),
    ];
    expect(check([unit(1)], [], rows).rows[0]?.established).toBe(3);
  });

  it('takes the latest row of a title that is in force', () => {
    const rows = [
      establishment(1, '社会工作师一级岗位', 4, '2024-01-01'),
      establishment(1, '社会工作师一级', 1, '2023-01-01'),
      establishment(1, '社会工作师二级', 1, '2023-01-01', '2026-06-30'),
    ];
    const on = (date: string) => check([unit(1)], [], rows, date).rows[0]?.established;
    expect(
      ['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01', '2026-06-30', '2026-07-01'].map(on),
    ).toEqual([0, 2, 2, 5, 5, 4]);
  });

  it('ignores posts of workplaces outside the units', () => {
    const outside = person({
      posts: [post({ at: { district: '锦江区', workplace: '某医院' }, title: '社会工作师一级' })],
    });
    expect(check([unit(1)], [outside]).totals).toMatchObject({ established: 0, filled: 0 });
  });
});

describe('在岗 and 在岗持证', () => {
  it.each([
    ['2026-06-30', 0, 0],
    ['2026-07-01', 1, 0],
    ['2026-07-14', 1, 0],
    ['2026-07-15', 1, 1],
    ['2026-08-31', 1, 1],
    ['2026-09-01', 0, 0],
  ])('on %s: filled %i, certified %i', (on, filled, certified) => {
    const someone = person({
      posts: [post({ title: '社会工作专业岗位', from: '2026-07-01', until: '2026-08-31' })],
      certificates: [certificate('员级', '2026-07-15')],
    });
    expect(check([unit(1)], [someone], [], on).rows[0]).toMatchObject({ filled, certified });
  });

  it('counts a person once in a unit, and in each unit of professional posts', () => {
    const busy = person({
      posts: [
        post({ title: '社会工作师一级' }),
        post({ title: '社会工作专业岗位', from: '2021-01-01' }),
        post({ at: 2, title: '社会工作专业岗位' }),
      ],
    });
    const { rows } = check([unit(1), unit(2)], [busy]);
    expect(rows.map(({ established, filled }) => [established, filled])).toEqual([
      [2, 1],
      [1, 1],
    ]);
  });
});

describe('units and districts as they are on the day', () => {
  it.each([
    ['2023-12-31', 0],
    ['2024-01-01', 1],
    ['2025-12-31', 1],
    ['2026-01-01', 0],
  ])('founded 2024-01-01, dissolved 2025-12-31, on %s: %i', (on, count) => {
    const units = [unit(1, { founded: '2024-01-01', dissolved: '2025-12-31' })];
    expect(check(units, [], [], on).rows).toHaveLength(count);
  });

  it.each([
    ['2025-12-31', '锦江区', '建制村', 1],
    ['2026-01-01', '成都高新区', '社区', 3],
  ])('on %s: %s, %s, required %i', (on, district, kind, required) => {
    const units = [
      unit(1, { kind: '建制村', changes: [{ from: '2026-01-01', district: '成都高新区', kind: '社区' }] }),
    ];
    const raised = book(...SHIPPED, {
      parameter: 'quota.minimum',
      district: '成都高新区',
      value: { 社区: 3, 建制村: 2 },
    });
    expect(check(units, [], [], on, raised).rows[0]).toMatchObject({ district, kind, required });
  });

  it("a district cannot keep the minimum alive after the city's has ended", () => {
    const raised = book(...SHIPPED, {
      parameter: 'quota.minimum',
      district: '锦江区',
      value: { 社区: 3, 建制村: 2 },
    });
    expect(() => check([unit(1)], [], [], '2027-03-01', raised)).toThrow(
      expect.objectContaining({ problem: 'policy.none-in-force' }),
    );
  });

  it('lists the districts with codes of their own first, the functional ones after them', () => {
    const units = [
      unit(1, { district: '成都高新区' }),
      unit(2),
      unit(3, { township: '乙街道' }),
      unit(4, { township: '春熙路街道' }),
    ];
    const { rows, totals } = check(units);
    expect(rows.map(({ district, unit: name }) => `${district} ${name}`)).toEqual([
      ...['锦江区 第2社区', '锦江区 第4社区', '锦江区 第3社区', '成都高新区 第1社区'],
    ]);
    expect(totals.byDistrict.map(({ district }) => district)).toEqual(['锦江区', '成都高新区']);
  });

  it('adds up by city, district and township', () => {
    const units = [
      unit(1, { township: '甲街道' }),
      unit(2, { township: '乙街道', kind: '建制村' }),
      unit(3, { township: '甲街道', district: '武侯区', kind: null }),
    ];
    const { totals } = check(units, [worker('社会工作师一级')]);
    expect(totals).toMatchObject({
      units: 3,
      required: 3,
      established: 1,
      filled: 1,
      certified: 1,
      shortfall: 2,
      unknownKind: 1,
    });
    expect(totals.byDistrict.map(({ district, shortfall }) => [district, shortfall])).toEqual([
      ['锦江区', 2],
      ['武侯区', 0],
    ]);
    expect(
      totals.byTownship.map(({ district, township, units: many }) => [district, township, many]),
    ).toEqual([
      ['锦江区', '甲街道', 1],
      ['锦江区', '乙街道', 1],
      ['武侯区', '甲街道', 1],
    ]);
  });
});
