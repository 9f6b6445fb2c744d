import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, holdsOn } from '../../src/domain/day.js';
import { inForce, rateInForce } from '../../src/policy/in-force.js';
import { PARAMETERS } from '../../src/policy/parameters.js';
import { LAYERS, type PolicyBook, type Version } from '../../src/policy/policy-book.js';
import { city, district, folderOf, load, setting } from './folders.js';

const book = load(
  folderOf({
    'city.yaml': city(
      setting('subsidy.rate', [
        ['2022-01-01', '{ 员级: 100, 初级: 200, 中级: 300 }'],
        ['2024-01-01..2026-12-31', '{ 员级: 110, 初级: 210, 中级: 310 }'],
        ['2028-01-01', '{ 初级: 260 }'],
      ]),
    ),
    'districts/锦江区.yaml': district(
      '锦江区',
      setting('subsidy.rate', [['2024-05-15..2025-05-14', '{ 初级: 250, 高级: 600 }']]),
      setting('quota.minimum', [['2024-05-15', '{ 社区: 3, 建制村: 1 }']]),
    ),
  }),
);

describe('which rate holds', () => {
  it.each([
    ['the day before the first', '锦江区', '初级', '2021-12-31', undefined],
    ['the first day', '锦江区', '初级', '2022-01-01', 200],
    ['the last day of a version that the next one ends', '锦江区', '初级', '2023-12-31', 200],
    ['the first day of the next', '锦江区', '初级', '2024-01-01', 210],
    ['the day before the district speaks', '锦江区', '初级', '2024-05-14', 210],
    ['the first day of the district', '锦江区', '初级', '2024-05-15', 250],
    ['the last day of the district', '锦江区', '初级', '2025-05-14', 250],
    ['the day after: the city answers again', '锦江区', '初级', '2025-05-15', 210],
    ['a level that the district leaves out', '锦江区', '员级', '2024-05-15', 110],
    ['a level that the city leaves out', '锦江区', '高级', '2024-05-15', 600],
    ['a level that nobody sets', '青羊区', '高级', '2024-05-15', undefined],
    ['a district without a file', '青羊区', '初级', '2024-05-15', 210],
    ['the last stated day', '青羊区', '初级', '2026-12-31', 210],
    ['the day after: nothing is carried over', '青羊区', '初级', '2027-01-01', undefined],
    ['an office that cites its own number outlives the document', '青羊区', '初级', '2028-01-01', 260],
  ] as const)('%s (%s, %s, %s): %s', (_name, where, level, on, yuan) =>
    expect(rateInForce(book, where, level, day(on))?.yuan).toBe(yuan),
  );

  it('says where the value comes from', () => {
    const { version } = rateInForce(book, '锦江区', '初级', day('2024-05-15')) ?? {};
    expect(version).toMatchObject({ layer: 'district', district: '锦江区', line: 4, until: '2025-05-14' });
    expect(version?.citation).toEqual({ document: '某办发〔2024〕1号', article: '第三条' });
    expect(rateInForce(book, '锦江区', '员级', day('2024-05-15'))?.version.layer).toBe('city');
  });
});

describe('which layer answers', () => {
  it.each([
    ['锦江区', '2024-05-14', 'shipped'],
    ['锦江区', '2024-05-15', 'district'],
    ['锦江区', '2027-03-01', 'district'],
    ['青羊区', '2024-05-15', 'shipped'],
    [null, '2024-05-15', 'shipped'],
    [null, '2027-03-01', undefined],
  ])('quota.minimum in %s on %s: %s', (where, on, layer) =>
    expect(inForce(book, 'quota.minimum', where, day(on))?.layer).toBe(layer),
  );
});

/** The answer by the words of the contract, without any index. */
function plainAnswer(versions: readonly Version[], where: string | null, on: Day): Version | undefined {
  for (const layer of LAYERS) {
    for (const version of versions) {
      const speaksFor = version.district === null || version.district === where;
      if (version.layer === layer && speaksFor && holdsOn(version, on)) return version;
    }
  }
  return undefined;
}

it('answers as a plain search does, in whatever order it is asked', () => {
  const start = day('2022-01-01');
  const anyDay = fc.nat(3000).map((days) => addDays(start, days));
  const anyVersion = fc.record({
    from: anyDay,
    days: fc.option(fc.nat(900)),
    where: fc.constantFrom('a', 'b', null),
  });
  fc.assert(
    fc.property(
      fc.array(anyVersion, { maxLength: 12 }),
      fc.array(fc.tuple(anyDay, fc.constantFrom('a', 'b', 'c', null)), { minLength: 1, maxLength: 20 }),
      (made, questions) => {
        const versions = made.map(
          ({ from, days, where }, index): Version<number> => ({
            from,
            until: days === null ? null : addDays(from, days),
            value: index,
            citation: { document: 'd', article: 'a' },
            layer: where === null ? (index % 2 === 0 ? 'city' : 'shipped') : 'district',
            district: where,
            file: 'f',
            line: index,
            example: false,
            checked: null,
          }),
        );
        const all = Object.fromEntries(PARAMETERS.map((parameter) => [parameter, versions]));
        const invented = { versions: all as unknown as PolicyBook['versions'] };
        for (const [on, where] of questions) {
          expect(inForce(invented, 'complaint.days', where, on)).toBe(plainAnswer(versions, where, on));
        }
      },
    ),
  );
});
