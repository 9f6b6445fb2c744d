import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { packageFolder } from '../../fixtures/city/package-folder.js';
import { areaOrder } from '../../src/domain/area-order.js';
import type { Unit, UnitTerm } from '../../src/domain/facts.js';

type Term = readonly [code: string, county: string, township: string, district?: string];

const unit = (id: number, ...terms: Term[]): Unit => ({
  id,
  founded: null,
  dissolved: null,
  terms: terms.map(([code, county, township, district = county]) => ({
    ...{ from: null, code, county, township, district, name: `第${id}社区`, kind: '社区' },
    ...{ kindConfirmed: true, districtConfirmed: true, file: 1, line: id },
  })) as unknown as Unit['terms'],
});

const SHIPPED = (
  parse(readFileSync(join(packageFolder(), 'data/units/chengdu.csv')), { bom: true, from: 2 }) as string[][]
).map(([code, county, township, , , district], at) =>
  unit(at + 1, [code as string, county as string, township as string, district as string]),
);

describe('districts', () => {
  it('stand in the order of the administrative codes, and those without codes after them', () => {
    const names = [...new Set(SHIPPED.map(({ terms }) => (terms[0] as UnitTerm).district))];
    const { compareDistricts } = areaOrder([...SHIPPED].reverse());
    expect(names.sort().sort(compareDistricts)).toEqual([
      ...['锦江区', '青羊区', '金牛区', '武侯区', '成华区', '龙泉驿区', '青白江区', '新都区', '温江区'],
      ...['双流区', '郫都区', '新津区', '金堂县', '大邑县', '蒲江县', '都江堰市', '彭州市', '邛崃市'],
      ...['崇州市', '简阳市', '成都高新区', '四川天府新区', '成都东部新区'],
    ]);
  });

  it('that nobody knows come last', () => {
    const { compareDistricts } = areaOrder(SHIPPED);
    expect(['别处区', '成都高新区', '一区', '锦江区'].sort(compareDistricts)).toEqual([
      ...['锦江区', '成都高新区', '一区', '别处区'],
    ]);
  });

  it('keep their place when a unit passes from one to another', () => {
    const moved = unit(
      1,
      ['510107061001', '武侯区', '芳草街街道'],
      ['510107061001', '武侯区', '芳草街街道', '成都高新区'],
    );
    const { compareDistricts } = areaOrder([moved, unit(2, ['510108002002', '成华区', '猛追湾街道'])]);
    expect(['成都高新区', '成华区', '武侯区'].sort(compareDistricts)).toEqual([
      '武侯区',
      '成华区',
      '成都高新区',
    ]);
  });
});

describe('townships', () => {
  const { compareTownships } = areaOrder([
    unit(1, ['510104018001', '锦江区', '东湖街道']),
    unit(2, ['510104017002', '锦江区', '锦官驿街道']),
    unit(3, ['510105001001', '青羊区', '东湖街道']),
  ]);

  it('stand in the order of their codes inside their own district; without a name first, unknown last', () => {
    expect(
      ['东湖街道', '别处街道', '锦官驿街道', ''].sort((a, b) => compareTownships('锦江区', a, b)),
    ).toEqual(['', '锦官驿街道', '东湖街道', '别处街道']);
    expect(['锦官驿街道', '东湖街道'].sort((a, b) => compareTownships('青羊区', a, b))).toEqual([
      ...['东湖街道', '锦官驿街道'],
    ]);
  });
});
