import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/domain/facts.js';
import { resolveArea } from '../../src/tasks/area.js';

const TOWNSHIPS: readonly (readonly [district: string, township: string])[] = [
  ['锦江区', '锦官驿街道'],
  ['新都区', '新都街道'],
  ['新津区', '五津街道'],
  ['都江堰市', '幸福街道'],
  ['金堂县', '三溪镇'],
  ['成都高新区', '芳草街街道'],
  ['四川天府新区', '华阳街道'],
  ['成都东部新区', '三岔街道'],
];

const units: Unit[] = TOWNSHIPS.map(([district, township], id) => ({
  id,
  founded: null,
  dissolved: null,
  terms: [
    {
      from: null,
      code: String(id),
      name: '某社区居委会',
      county: district,
      township,
      kind: '社区',
      kindConfirmed: false,
      district,
      districtConfirmed: false,
      file: 1,
      line: id + 2,
    },
  ],
}));

describe('a district is meant by its name in full or shortened', () => {
  it.each([
    ['锦江区', '锦江区'],
    ['锦江', '锦江区'],
    ['都江堰', '都江堰市'],
    ['金堂', '金堂县'],
    ['成都高新区', '成都高新区'],
    ['高新区', '成都高新区'],
    ['高新', '成都高新区'],
    ['天府新区', '四川天府新区'],
    ['天府', '四川天府新区'],
    ['东部新区', '成都东部新区'],
    ['东部', '成都东部新区'],
    ['　高新 ', '成都高新区'],
  ])('%s is %s', (district, expected) => {
    expect(resolveArea(units, { district })).toEqual({ district: expected, township: null });
  });

  it.each([['新区'], ['区'], ['温江'], ['']])('%j is nobody’s alone', (district) => {
    expect(() => resolveArea(units, { district })).toThrow();
  });
});

describe('a township is meant by its name in full or shortened', () => {
  it.each([
    ['锦官驿', '锦官驿街道'],
    ['锦官驿街道办事处', '锦官驿街道'],
    ['三溪', '三溪镇'],
    ['芳草街', '芳草街街道'],
  ])('%s is %s', (township, expected) => {
    expect(resolveArea(units, { township })).toEqual({ district: null, township: expected });
  });

  it('is looked for inside the district asked for', () => {
    expect(() => resolveArea(units, { district: '锦江', township: '三溪' })).toThrow();
  });
});
