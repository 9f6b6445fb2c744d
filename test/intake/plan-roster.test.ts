import { describe, expect, it } from 'vitest';
import type { FactChange } from '../../src/domain/changes.js';
import { type Day, day } from '../../src/domain/day.js';
import type { Person, Place, Post, Unit } from '../../src/domain/facts.js';
import { quarter } from '../../src/domain/quarter.js';
import { unitsOverTime } from '../../src/domain/units.js';
import { planRoster, type RosterKnowledge } from '../../src/intake/plan-roster.js';
import type { ReadRow, RosterRow } from '../../src/intake/rows.js';

const ID = '11010519491231002X';
const at = (unit: number): Place => ({ unit, workplace: null, district: null, township: null });

function row(change: Partial<RosterRow> = {}): RosterRow {
  return {
    idNumber: ID,
    name: '张三',
    place: at(1),
    category: '城乡社区专职工作者',
    title: null,
    stated: day('2021-03-01'),
    until: null,
    level: null,
    certificateNumber: null,
    issued: null,
    registeredFrom: null,
    registeredUntil: null,
    registeredUntilAssumed: false,
    services: null,
    role: null,
    sex: null,
    phone: null,
    bank: null,
    account: null,
    monthlyPay: null,
    note: null,
    ...change,
  };
}

const read = (...rows: (RosterRow | null)[]): ReadRow<RosterRow>[] =>
  rows.map((cells, index) => ({ file: 0, line: index + 2, cells: [], row: cells, findings: [] }));

const origin = { file: 1, line: 2 };
function unit(id: number, change: Partial<Unit> = {}): Unit {
  const term = { ...origin, from: null, code: `51010400100${id}`, name: `第${id}社区`, county: '锦江区' };
  const rest = { township: '春熙路街道', kind: '社区', kindConfirmed: true, district: '锦江区' } as const;
  return {
    id,
    founded: null,
    dissolved: null,
    terms: [{ ...term, ...rest, districtConfirmed: true }],
    ...change,
  };
}
const UNITS = [unit(1), unit(2), unit(3)];

/** The days of the files that known facts came from. */
const FILE_DAYS: Record<number, Day> = { 1: day('2026-07-01') };
const earlierFile: RosterKnowledge['earlierFile'] = (file) => {
  const asOf = FILE_DAYS[file];
  return asOf && { name: `${file}.csv`, asOf };
};

function post(change: Partial<Post> & { title?: string | null } = {}): Post {
  const { title = null, ...rest } = change;
  const from = rest.from ?? day('2021-03-01');
  return {
    ...origin,
    id: 7,
    place: at(1),
    stated: from,
    from,
    until: null,
    asOf: day('2026-07-01'),
    terms: [{ ...origin, from, category: '城乡社区专职工作者', title }],
    ...rest,
  };
}

function person(change: Partial<Person> = {}): Person {
  return {
    id: 5,
    idNumber: ID,
    name: '张三',
    sex: null,
    phone: null,
    bank: null,
    account: null,
    note: null,
    posts: [post()],
    certificates: [],
    registrations: [],
    serviceClaims: [],
    services: [],
    assessments: [],
    sanctions: [],
    ...change,
  };
}

function plan(known: Person | null, asOf: Day, ...rows: (RosterRow | null)[]) {
  return planWith(UNITS, known, asOf, ...rows);
}

function planWith(units: readonly Unit[], known: Person | null, asOf: Day, ...rows: (RosterRow | null)[]) {
  const knowledge: RosterKnowledge = {
    people: new Map(known ? [[known.idNumber, known]] : []),
    pay: new Map(),
    asOf: () => asOf,
    fileName: () => 'roster.csv',
    earlierFile,
    endTold: () => undefined,
    heard: () => false,
    placeName: (place) => `unit ${place.unit}`,
    units: unitsOverTime(units),
  };
  return planRoster(read(...rows), knowledge);
}

const facts = (changes: readonly FactChange[]) => changes.map(({ fact }) => fact);
const posts = (changes: readonly FactChange[]) =>
  changes
    .filter((change) => change.fact === 'post')
    .map(({ post: number, after: { place, from, until } }) => ({ number, unit: place.unit, from, until }));

describe('somebody new', () => {
  it('becomes a person with details and a post from 上岗日期', () => {
    const { rows, newPeople, newPosts } = plan(null, day('2026-07-01'), row());
    expect(rows[0]).toMatchObject({ outcome: 'new', line: 2 });
    expect(facts(rows[0]!.changes)).toEqual(['post', 'details']);
    expect(newPeople).toEqual([ID]);
    expect(newPosts).toBe(1);
  });

  it('holds a certificate without 发证日期 from the day of the roster', () => {
    const { rows } = plan(null, day('2026-07-01'), row({ level: '初级' }));
    expect(rows[0]!.changes.find(({ fact }) => fact === 'certificate')?.after).toEqual({
      level: '初级',
      number: null,
      issued: '2026-07-01',
      issuedAssumed: true,
    });
  });

  it.each([
    ['2026-06-30', '2026Q2'],
    ['2026-07-01', '2026Q3'],
  ])('has 服务记录 and 发挥专业作用 counted for the quarter of %s alone', (asOf, quarter) => {
    const { rows } = plan(null, day(asOf), row({ services: 3, role: '是' }));
    const { changes } = rows[0]!;
    expect(changes.find(({ fact }) => fact === 'service-claim')?.after).toEqual({ quarter, claim: 3 });
    expect(changes.find(({ fact }) => fact === 'assessment')?.after).toMatchObject({
      period: quarter,
      result: '是',
    });
  });
});

describe('a known person', () => {
  it('with nothing new is the same', () => {
    expect(plan(person(), day('2026-10-01'), row()).rows[0]).toMatchObject({ outcome: 'same', changes: [] });
  });

  it('is not cleared by an empty cell', () => {
    const known = person({ phone: '13800000000', bank: '某银行' });
    expect(plan(known, day('2026-10-01'), row({ bank: null, phone: null })).rows[0]!.outcome).toBe('same');
  });

  it('under another name is a conflict, and nothing of the row is taken', () => {
    const { rows, findings } = plan(person(), day('2026-10-01'), row({ name: '李四', phone: '13900000000' }));
    expect(rows[0]).toMatchObject({ outcome: 'conflict', changes: [] });
    expect(findings.map(({ code }) => code)).toEqual(['person.other-name']);
  });

  it.each(['张　三', '张 三'])('is known as %s too', (name) => {
    expect(plan(person(), day('2026-10-01'), row({ name })).rows[0]!.outcome).toBe('same');
  });

  it('with a first title holds it from 上岗日期: it is new to the register', () => {
    const { rows } = plan(person(), day('2026-10-01'), row({ title: '社会工作师三级' }));
    expect(rows[0]!.changes).toEqual([
      expect.objectContaining({ fact: 'post', after: expect.objectContaining({ title: '社会工作师三级' }) }),
    ]);
  });

  it('with another title holds it from the day of the roster', () => {
    const known = person({ posts: [post({ title: '社会工作师二级' })] });
    const { rows } = plan(known, day('2026-10-01'), row({ title: '社会工作师三级' }));
    expect(rows[0]!.changes).toEqual([
      expect.objectContaining({
        fact: 'post-change',
        post: 7,
        before: null,
        after: { from: '2026-10-01', category: '城乡社区专职工作者', title: '社会工作师三级' },
      }),
    ]);
  });

  it('has the title corrected when the roster of the same day is mended', () => {
    const known = person({ posts: [post({ title: '社会工作师二级' })] });
    const { rows } = plan(known, day('2026-07-01'), row({ title: '社会工作师三级' }));
    expect(rows[0]!.changes).toEqual([
      expect.objectContaining({ fact: 'post', after: expect.objectContaining({ title: '社会工作师三级' }) }),
    ]);
  });

  it('keeps the later title when an older roster arrives late', () => {
    const known = person({ posts: [post({ title: '社会工作师二级', asOf: day('2026-10-01') })] });
    const { rows } = plan(known, day('2026-07-01'), row({ title: '社会工作师三级' }));
    expect(rows[0]!.changes).toEqual([
      expect.objectContaining({
        fact: 'post-change',
        after: { from: '2026-10-01', category: '城乡社区专职工作者', title: '社会工作师二级' },
      }),
      expect.objectContaining({
        fact: 'post',
        after: expect.objectContaining({ title: '社会工作师三级', asOf: '2026-07-01' }),
      }),
    ]);
  });

  it('who left has 离岗日期 recorded on the known post', () => {
    const { rows } = plan(person(), day('2026-10-01'), row({ until: day('2026-08-15') }));
    expect(posts(rows[0]!.changes)).toEqual([
      { number: 7, unit: 1, from: '2021-03-01', until: '2026-08-15' },
    ]);
  });

  it('with a corrected certificate date changes exactly that fact', () => {
    const certificate = {
      ...origin,
      level: '初级' as const,
      number: 'A',
      issued: day('2023-01-01'),
      issuedAssumed: false,
    };
    const { rows } = plan(
      person({ certificates: [certificate] }),
      day('2026-10-01'),
      row({ level: '初级', issued: day('2023-01-10') }),
    );
    expect(rows[0]!.changes).toEqual([
      expect.objectContaining({
        fact: 'certificate',
        after: { level: '初级', number: 'A', issued: '2023-01-10', issuedAssumed: false },
      }),
    ]);
  });

  it('with a higher certificate adds it beside the lower one', () => {
    const certificate = {
      ...origin,
      level: '初级' as const,
      number: null,
      issued: day('2023-01-01'),
      issuedAssumed: false,
    };
    const { rows } = plan(
      person({ certificates: [certificate] }),
      day('2026-10-01'),
      row({ level: '中级', issued: day('2026-09-01') }),
    );
    expect(rows[0]!.changes).toEqual([expect.objectContaining({ fact: 'certificate', before: null })]);
  });

  it('does not have a stated 有效期至 overwritten by one that was worked out', () => {
    const registration = { ...origin, from: day('2025-01-01'), until: day('2027-06-30') };
    const known = person({ registrations: [registration] });
    const stated = { registeredFrom: day('2025-01-01'), registeredUntil: day('2027-12-31') };
    const assumed = plan(known, day('2026-10-01'), row({ ...stated, registeredUntilAssumed: true }));
    expect(assumed.rows[0]!.outcome).toBe('same');
    expect(plan(known, day('2026-10-01'), row(stated)).rows[0]!.outcome).toBe('changed');
  });
});

describe('a roster that arrives late', () => {
  const later = person({
    phone: '13900000000',
    detailsFile: 1,
    certificates: [
      { ...origin, level: '初级', number: null, issued: day('2024-05-01'), issuedAssumed: false },
    ],
    registrations: [{ ...origin, from: day('2024-06-01'), until: day('2027-05-31') }],
    serviceClaims: [{ ...origin, quarter: quarter('2026Q3'), claim: '否' }],
    assessments: [{ ...origin, period: '2026Q3', result: '否' }],
  });
  const news = row({
    phone: '13800000000',
    bank: '某银行',
    level: '初级',
    certificateNumber: 'A1',
    issued: day('2024-01-01'),
    registeredFrom: day('2024-06-01'),
    registeredUntil: day('2027-12-31'),
    services: '是',
    role: '是',
  });
  const valuesOf = (asOf: string) => {
    FILE_DAYS[1] = day('2026-09-30');
    const { changes } = plan(later, day(asOf), news).rows[0]!;
    FILE_DAYS[1] = day('2026-07-01');
    return Object.fromEntries(changes.map(({ fact, after }) => [fact, after]));
  };

  it('fills blanks and overrides nothing that later news has said', () => {
    expect(valuesOf('2026-08-31')).toEqual({
      details: expect.objectContaining({ phone: '13900000000', bank: '某银行' }),
      certificate: expect.objectContaining({ number: 'A1', issued: '2024-05-01' }),
    });
  });

  const keptOn = (asOf: string) => {
    FILE_DAYS[1] = day('2026-09-30');
    const { findings } = plan(later, day(asOf), news);
    FILE_DAYS[1] = day('2026-07-01');
    return findings.map(({ code, column, value, details }) => ({ code, column, value, ...details }));
  };

  it('says of every cell that is not taken what stands, from where, and how to correct it', () => {
    const of = (column: string, dataset: string, value: string, kept: string) => ({
      ...{ code: 'fact.newer-kept', column, dataset, value, kept },
      ...{ asOf: '2026-08-31', keptFile: '1.csv', keptAsOf: '2026-09-30', keptLine: expect.any(Number) },
    });
    expect(keptOn('2026-08-31')).toEqual([
      of('手机号', 'roster', '13800000000', '139****0000'),
      of('发证日期', 'certificates', '2024-01-01', '2024-05-01'),
      of('登记有效期至', 'registrations', '2027-12-31', '2027-05-31'),
      of('服务记录', 'roster', '是', '否'),
      of('发挥专业作用', 'assessments', '是', '否'),
    ]);
    expect(keptOn('2026-09-30')).toEqual([]);
  });

  it('of the same day or later corrects', () => {
    expect(valuesOf('2026-09-30')).toMatchObject({
      details: { phone: '13800000000' },
      certificate: { number: 'A1', issued: '2024-01-01' },
      registration: { until: '2027-12-31' },
      'service-claim': { claim: '是' },
      assessment: { result: '是' },
    });
  });
});

describe('a post that has ended', () => {
  const left = person({ posts: [post({ until: day('2026-08-15') })] });
  const codes = (known: Person, asOf: string, news: RosterRow) =>
    plan(known, day(asOf), news).findings.map(({ code }) => code);

  it('is not taken up again by an empty 离岗日期, with a warning', () => {
    expect(plan(left, day('2026-10-01'), row()).rows[0]!.outcome).toBe('same');
    expect(codes(left, '2026-10-01', row())).toEqual(['post.listed-after-end']);
    expect(codes(left, '2026-08-15', row())).toEqual([]);
  });

  it('keeps its category: a change would hold from a day after it', () => {
    const news = row({ category: '机关', until: day('2026-08-15') });
    expect(plan(left, day('2026-10-01'), news).rows[0]!.outcome).toBe('same');
    expect(codes(left, '2026-10-01', news)).toEqual(['post.changed-after-end']);
  });
});

describe('a row at another unit', () => {
  it('is a transfer on its 上岗日期 when that is later', () => {
    const { rows, findings } = plan(
      person(),
      day('2026-10-01'),
      row({ place: at(2), stated: day('2026-08-10') }),
    );
    expect(posts(rows[0]!.changes)).toEqual([
      { number: 7, unit: 1, from: '2021-03-01', until: '2026-08-09' },
      { number: -1, unit: 2, from: '2026-08-10', until: null },
    ]);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['post.transferred', 'info']]);
  });

  it.each(['2021-03-01', '2019-01-01'])(
    'that still says 上岗日期 %s moves on the day of the roster, with a warning',
    (stated) => {
      const { rows, findings } = plan(
        person(),
        day('2026-10-01'),
        row({ place: at(2), stated: day(stated) }),
      );
      expect(posts(rows[0]!.changes)).toEqual([
        { number: 7, unit: 1, from: '2021-03-01', until: '2026-09-30' },
        { number: -1, unit: 2, from: '2026-10-01', until: null },
      ]);
      expect(findings.map(({ code }) => code)).toEqual(['post.transfer-dated']);
    },
  );

  it('is the same when it is imported again', () => {
    const moved = post({
      id: 8,
      place: at(2),
      stated: day('2021-03-01'),
      from: day('2026-10-01'),
      asOf: day('2026-10-01'),
    });
    const known = person({ posts: [post({ until: day('2026-09-30') }), moved] });
    expect(plan(known, day('2026-10-01'), row({ place: at(2) })).rows[0]!.outcome).toBe('same');
  });

  it('is only history when its post had ended before', () => {
    const { rows } = plan(
      person(),
      day('2026-10-01'),
      row({ place: at(2), stated: day('2018-01-01'), until: day('2021-02-28') }),
    );
    expect(posts(rows[0]!.changes)).toEqual([
      { number: -1, unit: 2, from: '2018-01-01', until: '2021-02-28' },
    ]);
  });

  it('of an older roster ends where the newer post begins', () => {
    const known = person({ posts: [post({ from: day('2026-08-10'), asOf: day('2026-10-01') })] });
    const { rows } = plan(known, day('2026-07-01'), row({ place: at(2), stated: day('2021-03-01') }));
    expect(posts(rows[0]!.changes)).toEqual([
      { number: -1, unit: 2, from: '2021-03-01', until: '2026-08-09' },
    ]);
  });

  it('of an older roster that lets the newer post begin on the day of its own roster says so', () => {
    const known = person({ posts: [post({ from: day('2021-03-01'), asOf: day('2026-10-01') })] });
    const { rows, findings } = plan(
      known,
      day('2026-07-01'),
      row({ place: at(2), stated: day('2021-03-01') }),
    );
    expect(posts(rows[0]!.changes)).toMatchObject([
      { number: 7, unit: 1, from: '2026-10-01' },
      { unit: 2, from: '2021-03-01', until: '2026-09-30' },
    ]);
    expect(findings).toMatchObject([
      {
        ...{ code: 'post.transfer-dated', severity: 'warning' },
        details: {
          from: 'unit 2',
          to: 'unit 1',
          on: '2026-10-01',
          ended: '2026-09-30',
          stated: '2021-03-01',
        },
      },
    ]);
  });

  it('that overlaps inexplicably is a conflict', () => {
    const { rows, findings } = plan(
      person(),
      day('2026-10-01'),
      row({ place: at(2), stated: day('2020-01-01'), until: day('2023-01-01') }),
    );
    expect(rows[0]).toMatchObject({ outcome: 'conflict', changes: [] });
    expect(findings.map(({ code }) => code)).toEqual(['post.overlaps-known']);
  });
});

describe('the same unit with another 上岗日期', () => {
  it.each([
    ['later', '2024-05-01', { known: '2024-04-30', added: null }],
    ['earlier', '2019-05-01', { known: null, added: '2021-02-28' }],
  ])('(%s) adds a stretch, and the two never overlap', (_, stated, ends) => {
    const { rows } = plan(person(), day('2026-10-01'), row({ stated: day(stated) }));
    const added = posts(rows[0]!.changes).find(({ number }) => number === -1);
    const known = posts(rows[0]!.changes).find(({ number }) => number === 7);
    expect(added).toMatchObject({ from: stated, until: ends.added });
    expect(known?.until ?? null).toBe(ends.known);
  });
});

describe('two rows of one person in one import', () => {
  const earlier = row({
    stated: day('2019-01-01'),
    until: day('2021-02-28'),
    place: at(2),
    phone: '13800000000',
  });

  it('are two posts when their periods do not overlap, in either order', () => {
    for (const rows of [
      [earlier, row()],
      [row(), earlier],
    ]) {
      const planned = plan(null, day('2026-07-01'), ...rows);
      expect(planned.rows.map(({ outcome }) => outcome)).toEqual(['new', 'new']);
      expect(planned.newPeople).toEqual([ID]);
      expect(planned.newPosts).toBe(2);
    }
  });

  it.each([
    ['overlap', row({ place: at(2) })],
    ['name', row({ place: at(2), name: '李四', stated: day('2010-01-01'), until: day('2011-01-01') })],
  ])('are a conflict that names both lines (%s)', (why, other) => {
    const { rows, findings, newPeople } = plan(null, day('2026-07-01'), row(), other);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['conflict', 'conflict']);
    expect(findings.map(({ line, details }) => [line, details])).toEqual([
      [2, { otherFile: 'roster.csv', otherLine: 3, why }],
      [3, { otherFile: 'roster.csv', otherLine: 2, why }],
    ]);
    expect(newPeople).toEqual([]);
  });

  it('count once when they are equal', () => {
    const { rows } = plan(null, day('2026-07-01'), row(), row());
    expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'same']);
  });

  it('let the later post speak for cells that are one per person, and say so', () => {
    const { rows, findings } = plan(null, day('2026-07-01'), row({ phone: '13900000000' }), earlier);
    const details = rows.flatMap(({ changes }) => changes).find(({ fact }) => fact === 'details');
    expect(details?.after).toMatchObject({ phone: '13900000000' });
    expect(findings.map(({ code }) => code)).toEqual(['person.rows-disagree']);
  });

  it.each<[string, Partial<RosterRow>, Partial<RosterRow>]>([
    ['服务记录', { services: 3 }, { services: 2 }],
    ['发挥专业作用', { role: '是' }, { role: '否' }],
    ['证书管理号', { certificateNumber: 'A1' }, { certificateNumber: 'B2' }],
    ['发证日期', { issued: day('2024-01-01') }, { issued: day('2024-02-01') }],
    [
      '登记有效期至',
      { registeredFrom: day('2024-06-01'), registeredUntil: day('2027-05-31') },
      { registeredFrom: day('2024-06-01'), registeredUntil: day('2027-06-30') },
    ],
  ])('are told where they disagree on %s', (column, before, now) => {
    const former = { stated: day('2019-01-01'), until: day('2020-12-31'), place: at(2) };
    const level = { level: '初级' as const };
    const { findings } = plan(
      null,
      day('2026-07-01'),
      row({ ...level, ...former, ...before }),
      row({ ...level, ...now }),
    );
    expect(findings.map((each) => [each.code, each.column, each.line])).toEqual([
      ['person.rows-disagree', column, 2],
    ]);
  });
});

describe('three rows of one person in one import', () => {
  const first = row({ stated: day('2019-01-01'), until: day('2020-12-31'), place: at(2), level: '初级' });
  const second = row({ stated: day('2021-01-01'), until: day('2021-12-31'), place: at(3), level: '初级' });
  const third = row({ stated: day('2022-01-01'), level: '中级' });
  const of = (fact: FactChange['fact'], ...rows: RosterRow[]) =>
    plan(null, day('2026-07-01'), ...rows)
      .rows.flatMap(({ changes }) => changes)
      .filter((change) => change.fact === fact)
      .map(({ after }) => after);

  it.each([[[first, second, third]], [[third, second, first]], [[second, third, first]]])(
    'tell of a certificate once, in any order',
    (rows) => {
      const levels = of('certificate', ...rows).map((after) => (after as { level: string }).level);
      expect(levels.sort()).toEqual(['中级', '初级']);
    },
  );

  it('fill the blanks of each other', () => {
    const dated = { ...first, issued: day('2019-06-01'), certificateNumber: '20190601' };
    expect(of('certificate', dated, second, third)).toContainEqual({
      level: '初级',
      number: '20190601',
      issued: '2019-06-01',
      issuedAssumed: false,
    });
  });

  it('tell of a registration once, by the row that states its end', () => {
    const from = day('2019-07-01');
    const stated = { ...first, registeredFrom: from, registeredUntil: day('2021-06-30') };
    const assumed = { ...second, registeredFrom: from, registeredUntil: day('2022-06-30') };
    const rows = [stated, { ...assumed, registeredUntilAssumed: true }, third];
    expect(of('registration', ...rows)).toEqual([{ from: '2019-07-01', until: '2021-06-30' }]);
  });
});

it('warns of two people of one name', () => {
  const other = row({ idNumber: '440524188001010014' });
  const { findings } = plan(null, day('2026-07-01'), row(), other);
  expect(findings.map(({ code, line }) => [code, line])).toEqual([['person.same-name', 3]]);
});

it('counts a rejected row as rejected and plans the rest', () => {
  const { rows } = plan(null, day('2026-07-01'), null, row());
  expect(rows.map(({ outcome }) => outcome)).toEqual(['rejected', 'new']);
});

it('says nothing new for rows that were heard before', () => {
  const knowledge: RosterKnowledge = {
    people: new Map(),
    pay: new Map(),
    asOf: () => day('2026-07-01'),
    fileName: () => 'roster.csv',
    earlierFile,
    endTold: () => undefined,
    heard: (_, line) => line === 2,
    placeName: () => '',
    units: unitsOverTime(UNITS),
  };
  const { rows } = planRoster(read(row(), row({ idNumber: '440524188001010014' })), knowledge);
  expect(rows.map(({ outcome }) => outcome)).toEqual(['same', 'new']);
});

describe('units that were merged: people and posts follow', () => {
  const merged = [unit(1, { dissolved: day('2026-07-31'), successor: 2 }), unit(2), unit(3)];
  const codes = ({ findings }: ReturnType<typeof plan>) => findings.map(({ code }) => code);

  it('a row at the successor with the old 上岗日期 is the same post', () => {
    const told = planWith(merged, person(), day('2026-09-30'), row({ place: at(2) }));
    expect(told.rows.map(({ outcome }) => outcome)).toEqual(['same']);
    expect(codes(told)).toEqual([]);
  });

  it('so is a row that still has the old name', () => {
    const known = person({ posts: [post({ place: at(2) })] });
    expect(planWith(merged, known, day('2026-09-30'), row()).rows[0]?.outcome).toBe('same');
  });

  it.each([
    ['2026-07-31', ['post.transfer-dated']],
    ['2026-08-01', []],
  ])('a roster of %s: %j', (asOf, expected) => {
    expect(codes(planWith(merged, person(), day(asOf), row({ place: at(2) })))).toEqual(expected);
  });

  it.each([
    ['2026-07-31', null, []],
    ['2026-08-01', null, ['post.unit-ended']],
    ['2026-08-01', '2026-08-02', ['post.unit-ended']],
    ['2026-08-01', '2026-07-31', []],
  ] as const)(
    'a unit that ended without a successor, roster of %s, 离岗日期 %s: %j',
    (asOf, until, expected) => {
      const ended = [unit(1, { dissolved: day('2026-07-31') })];
      const stated = row({ until: until && day(until) });
      expect(codes(planWith(ended, null, day(asOf), stated))).toEqual(expected);
    },
  );
});
