import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Unit } from '../../src/domain/facts.js';
import type { StationLevel } from '../../src/domain/terms.js';
import { checkNetwork, type NetworkQuestion, type Station } from '../../src/rules/network.js';
import { book, SHIPPED } from './book.js';
import { unit } from './people.js';

const law = book(...SHIPPED);

const station = (level: StationLevel, place: Partial<Station> = {}): Station => ({
  level,
  name: '某站',
  district: null,
  township: null,
  unit: null,
  founded: day('2023-05-01'),
  dissolved: null,
  operator: null,
  staff: null,
  certified: null,
  ...place,
});
const CENTRE = station('市社工支持中心');
const ofDistrict = (district: string, more: Partial<Station> = {}) =>
  station('区(市)县社工总站', { district, ...more });
const ofTownship = (township: string, more: Partial<Station> = {}) =>
  station('镇(街道)社工站', { district: '锦江区', township, ...more });
const ofUnit = (id: number, more: Partial<Station> = {}) => station('村(社区)社工室', { unit: id, ...more });

/** Two townships of 锦江区 and one unit of 武侯区. */
const UNITS = [
  unit(1),
  unit(2),
  unit(3, { township: '东湖街道' }),
  unit(4, { district: '武侯区', township: '浆洗街街道', kind: '建制村' }),
];

const check = (
  stations: readonly Station[],
  {
    units = UNITS,
    on = '2026-07-01',
    ...asked
  }: { units?: Unit[]; on?: string } & Partial<Pick<NetworkQuestion, 'area'>> = {},
) => checkNetwork({ units, stations, book: law, on: day(on), ...asked });

describe('三(三)1: 市社工支持中心, 区(市)县社工总站, 镇(街道)社工站, 村(社区)社工室', () => {
  it('asks for one of each level in each area, units of every kind too', () => {
    const { rows, totals, findings } = check([]);
    expect(
      rows.map(({ level, district, township, unit: name }) => [level, district, township, name]),
    ).toEqual([
      ['市社工支持中心', null, null, null],
      ['区(市)县社工总站', '锦江区', null, null],
      ['区(市)县社工总站', '武侯区', null, null],
      ['镇(街道)社工站', '锦江区', '春熙路街道', null],
      ['镇(街道)社工站', '锦江区', '东湖街道', null],
      ['镇(街道)社工站', '武侯区', '浆洗街街道', null],
      ['村(社区)社工室', '锦江区', '春熙路街道', '第1社区'],
      ['村(社区)社工室', '锦江区', '春熙路街道', '第2社区'],
      ['村(社区)社工室', '锦江区', '东湖街道', '第3社区'],
      ['村(社区)社工室', '武侯区', '浆洗街街道', '第4社区'],
    ]);
    expect(rows[0]).toMatchObject({ covered: false, staff: null, citation: { article: '三(三)1' } });
    expect(totals).toMatchObject({ places: 10, covered: 0, missing: 10 });
    expect(findings.map(({ code, severity, subject }) => `${code} ${severity} ${subject}`)).toEqual(
      rows.map(
        ({ district, township, unit: name }) =>
          `network.missing error ${[district, township, name].filter(Boolean).join(' ')}`,
      ),
    );
  });

  it('is silent where every place has its station', () => {
    const stations = [
      CENTRE,
      ...['锦江区', '武侯区'].map((district) => ofDistrict(district)),
      ...['春熙路街道', '东湖街道'].map((township) => ofTownship(township)),
      ofTownship('浆洗街街道', { district: '武侯区' }),
      ...[1, 2, 3, 4].map((id) => ofUnit(id)),
    ];
    const { totals, findings } = check(stations);
    expect([totals.covered, totals.missing, findings]).toEqual([10, 0, []]);
  });

  it.each([
    ['2023-04-30', false],
    ['2023-05-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('a station that stands 2023-05-01 … 2026-06-30 covers its place on %s: %s', (on, covers) => {
    const stations = [ofTownship('东湖街道', { dissolved: day('2026-06-30') })];
    const row = check(stations, { on }).rows.find(({ township }) => township === '东湖街道');
    expect(row?.covered).toBe(covers);
  });

  it.each([
    ['2022-02-28', false],
    ['2022-03-01', true],
    ['2027-02-28', true],
    ['2027-03-01', false],
  ])('on %s the article is in force: %s', (on, inForce) => {
    const ask = () => check([], { on });
    if (inForce) expect(ask().totals.missing).toBe(10);
    else expect(ask).toThrow(expect.objectContaining({ problem: 'policy.none-in-force' }));
  });
});

describe('staff and certified staff', () => {
  it('of several stations in one place are added up; the place counts once', () => {
    const { rows, totals } = check([
      ofUnit(1, { name: '乙室', founded: day('2024-01-01'), staff: 3, certified: 1 }),
      ofUnit(1, { name: '甲室', staff: 2, certified: 2 }),
      ofUnit(2),
    ]);
    const room = rows.find(({ unit: name }) => name === '第1社区');
    expect(room).toMatchObject({ covered: true, staff: 5, certified: 3 });
    expect(room?.stations.map(({ name }) => name)).toEqual(['甲室', '乙室']);
    expect(totals).toMatchObject({ covered: 2, stations: 3, staff: 5, certified: 3, staffUnstated: 1 });
    expect(totals.byTownship).toMatchObject([
      { township: '春熙路街道', places: 3, covered: 2, missing: 1, staff: 5 },
      { township: '东湖街道', places: 2, covered: 0, staff: 0 },
      { township: '浆洗街街道', places: 2, covered: 0, staff: 0 },
    ]);
  });

  it('a number that no station states is unknown, not 0', () => {
    const row = check([ofUnit(1)]).rows.find(({ unit: name }) => name === '第1社区');
    expect([row?.covered, row?.staff, row?.certified]).toEqual([true, null, null]);
    const { totals } = check([ofUnit(1, { staff: 3 }), ofUnit(2, { staff: 2, certified: 1 })]);
    expect(totals).toMatchObject({ staff: 5, staffUnstated: 0, certified: 1, certifiedUnstated: 1 });
  });
});

describe('one area', () => {
  it('a district leaves the city out; a township leaves the district out', () => {
    const levels = (area: NonNullable<NetworkQuestion['area']>) =>
      check([CENTRE], { area }).totals.byLevel.map(({ level, places }) => [level, places]);
    expect(levels({ district: '锦江区', township: null })).toEqual([
      ['区(市)县社工总站', 1],
      ['镇(街道)社工站', 2],
      ['村(社区)社工室', 3],
    ]);
    expect(levels({ district: '锦江区', township: '东湖街道' })).toEqual([
      ['镇(街道)社工站', 1],
      ['村(社区)社工室', 1],
    ]);
  });
});

describe('areas that change', () => {
  const covered = (stations: readonly Station[], units: Unit[], on: string) => {
    const { rows, findings } = check(stations, { units, on });
    return [
      rows.filter((row) => row.covered).map(({ unit: name, district }) => name ?? district),
      findings.filter(({ severity }) => severity === 'warning').map(({ code }) => code),
    ];
  };

  it('the room of a merged unit stands at its successor', () => {
    const units = [unit(1, { dissolved: '2025-12-31', successor: 2 }), unit(2)];
    expect(covered([ofUnit(1)], units, '2025-12-31')).toEqual([['第1社区'], []]);
    expect(covered([ofUnit(1)], units, '2026-01-01')).toEqual([['第2社区'], []]);
  });

  it('the room of a unit that ended and went nowhere covers nothing, with a warning', () => {
    const units = [unit(1, { dissolved: '2025-12-31' }), unit(2)];
    expect(covered([ofUnit(1)], units, '2026-01-01')).toEqual([[], ['network.no-such-area']]);
  });

  it('the station of a township follows it into another district', () => {
    const units = [
      unit(1, { changes: [{ from: '2026-01-01', district: '武侯区' }] }),
      unit(2, { township: '东湖街道' }),
    ];
    expect(covered([ofTownship('春熙路街道')], units, '2025-12-31')).toEqual([['锦江区'], []]);
    expect(covered([ofTownship('春熙路街道')], units, '2026-01-01')).toEqual([['武侯区'], []]);
  });

  it('the station of a district that was split covers nothing, with a warning', () => {
    const units = [
      unit(1, { changes: [{ from: '2026-01-01', district: '武侯区' }] }),
      unit(2, { township: '东湖街道', changes: [{ from: '2026-01-01', district: '青羊区' }] }),
    ];
    expect(covered([ofDistrict('锦江区')], units, '2026-01-01')).toEqual([[], ['network.no-such-area']]);
  });
});
