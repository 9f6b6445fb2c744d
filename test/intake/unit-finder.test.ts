import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { createUnitFinder } from '../../src/intake/unit-finder.js';
import { someUnits, unitsOf } from './support.js';

const finder = createUnitFinder(someUnits());
const find = (district: string, township: string, name: string, code = '') => {
  const answer = finder.find({ code, district, township, name });
  return 'unit' in answer ? answer.unit.terms[0].code : answer.finding;
};

describe('a unit is found by area and name', () => {
  it.each([
    ['锦江区', '锦官驿街道', '水井坊社区居委会', '510104017001'],
    ['锦江', '锦官驿', '水井坊社区', '510104017001'],
    ['成都市锦江区', '锦官驿街道办事处', '水井坊社区居民委员会', '510104017001'],
    ['锦 江 区', '锦官驿街道 ', '水井坊社区　', '510104017001'],
    ['锦江区', '锦江区锦官驿街道', '锦官驿街道水井坊社区', '510104017001'],
    ['武侯区', '簇桥街道', '锦城社区', '510107012001'],
    ['武侯区', '石羊街道', '锦城社区', '510107063003'],
    ['成都高新区', '石羊街道', '锦城社区', '510107063003'],
    ['高新区', '石羊', '锦城社区居委会', '510107063003'],
    ['高新', '石羊', '锦城社区', '510107063003'],
    ['成都高新技术产业开发区', '石羊', '锦城社区', '510107063003'],
    ['天府新区', '华阳街道', '广都社区', '510116003001'],
    ['四川天府新区', '华阳', '广都社区', '510116003001'],
    ['四川天府新区成都直管区', '华阳', '广都社区', '510116003001'],
    ['双流', '东升', '广都社区', '510116001001'],
    ['东部新区', '三岔镇', '汪家村', '510185111201'],
    ['简阳', '三岔镇人民政府', '汪家村村委会', '510185111201'],
    ['成华区', '龙潭街道', '跳蹬村', '510108010201'],
    ['成华区', '龙潭街道', '跳蹬村村民委员会', '510108010201'],
    ['成华区', '龙潭街道', '跳蹬村委会', '510108010201'],
    ['都江堰', '聚源', '导江社区', '510181101201'],
    ['都江堰市', '聚源镇', '导江社区村委会', '510181101201'],
    ['新都区', '清流镇', '白云村委会', '510114110201'],
  ])('%s %s %s', (district, township, name, code) => expect(find(district, township, name)).toBe(code));

  it.each([
    ['成都高新区', '簇桥街道', '锦城社区', 'township', '成都高新区', []],
    ['锦江', '锦官亿街道', '水井坊社区', 'township', '锦江区', ['锦官驿街道']],
    ['金江区', '锦官驿街道', '水井坊社区', 'district', '', ['锦江区']],
    ['锦江区', '锦官驿街道', '水井房社区', 'unit', '锦江区 锦官驿街道', ['水井坊社区居委会']],
    ['锦江区', '锦官驿街道', '翡翠城社区', 'unit', '锦江区 锦官驿街道', ['东湖街道 翡翠城社区居委会']],
    ['锦江区', '锦官驿街道', '水井坊', 'unit', '锦江区 锦官驿街道', ['水井坊社区居委会']],
    ['新', '清流镇', '白云村', 'district', '', []],
  ])('%s %s %s is unknown: %s', (district, township, name, part, within, nearest) => {
    expect(find(district, township, name)).toMatchObject({
      code: 'unit.unknown',
      severity: 'error',
      details: { part, within, nearest },
    });
  });

  it('offers three names at most', () => {
    const lines = ['一', '二', '三', '四', '五'].map(
      (number, index) => [`51010401700${index}`, '锦江区', '锦官驿街道', `水井${number}社区居委会`] as const,
    );
    const answer = createUnitFinder(unitsOf(lines)).find({
      code: '',
      district: '锦江区',
      township: '锦官驿',
      name: '水井社区',
    });
    expect(answer).toMatchObject({
      finding: { details: { nearest: expect.objectContaining({ length: 3 }) } },
    });
  });
});

describe('a unit is found by code', () => {
  it.each([
    ['alone', '', '', ''],
    ['with its county', '武侯区', '', ''],
    ['with its managing district', '高新', '石羊', '锦城社区'],
  ])('%s', (_name, district, township, name) => {
    expect(find(district, township, name, '510107063003')).toBe('510107063003');
  });

  it('one that nobody has', () => {
    expect(find('锦江区', '锦官驿', '水井坊社区', '510104017999')).toMatchObject({
      code: 'unit.unknown',
      details: { part: 'code', nearest: ['锦官驿街道 水井坊社区居委会 510104017001'] },
    });
  });

  it.each([
    ['the name', '锦江区', '锦官驿街道', '崇德里社区'],
    ['the township', '锦江区', '东湖街道', ''],
    ['the district', '武侯区', '', ''],
  ])('%s of another unit rejects', (_name, district, township, name) => {
    expect(find(district, township, name, '510104017001')).toMatchObject({
      code: 'unit.code-differs',
      details: { byCode: '锦官驿街道 水井坊社区居委会 510104017001' },
    });
  });
});

describe('one unit or none', () => {
  const twins = unitsOf([
    ['510107012001', '武侯区', '簇桥街道', '锦城社区居委会'],
    ['510107012201', '武侯区', '簇桥街道', '锦城社区村委会'],
  ]);
  const ask = (units: typeof twins, name: string) =>
    createUnitFinder(units).find({ code: '', district: '武侯', township: '簇桥', name });

  it('two that fit are ambiguous, with the codes to tell them apart', () => {
    expect(ask(twins, '锦城社区')).toMatchObject({
      finding: {
        code: 'unit.ambiguous',
        details: {
          candidates: ['簇桥街道 锦城社区居委会 510107012001', '簇桥街道 锦城社区村委会 510107012201'],
        },
      },
    });
  });

  it('the whole name decides', () => expect(ask(twins, '锦城社区村委会')).toMatchObject({ unit: { id: 2 } }));

  it('a dissolved unit is found, and gives way to one that exists', () => {
    const dissolved = twins.map((unit, index) =>
      index === 0 ? { ...unit, dissolved: day('2024-12-31') } : unit,
    );
    expect(ask(dissolved, '锦城社区居委会')).toMatchObject({ unit: { id: 1 } });
    expect(ask(dissolved, '锦城社区')).toMatchObject({ unit: { id: 2 } });
  });

  it('an earlier name still finds the unit', () => {
    const [unit] = unitsOf([['510115001001', '温江区', '柳城街道', '大南街社区居委会']]);
    if (!unit) throw new Error();
    const renamed = {
      ...unit,
      terms: [unit.terms[0], { ...unit.terms[0], from: day('2024-01-01'), name: '南街社区居委会' }] as const,
    };
    const both = createUnitFinder([renamed]);
    for (const name of ['大南街社区', '南街社区']) {
      expect(both.find({ code: '', district: '温江', township: '柳城', name })).toMatchObject({
        unit: { id: 1 },
      });
    }
  });
});

describe('people without a unit', () => {
  it.each([
    ['高新区', '成都高新区'],
    ['锦江', '锦江区'],
    ['成都市武侯区', '武侯区'],
    ['天府新区', '四川天府新区'],
  ])('%s is managed by %s', (asked, district) => expect(finder.district(asked)).toEqual({ district }));

  it('an unknown district has neighbours', () =>
    expect(finder.district('金江区')).toEqual({ nearest: ['锦江区'] }));

  it.each([
    ['成都高新区', '石羊', '石羊街道'],
    ['东部新区', '三岔街道', '三岔街道'],
    ['锦江区', '石羊', null],
  ])('%s %s -> %s', (district, asked, township) => {
    expect(finder.township(district, asked)).toBe(township);
  });
});

it('35,000 look-ups over 3,000 units find each its own', () => {
  const lines = Array.from({ length: 3000 }, (_, index) => {
    const street = `第${index % 260}街道`;
    return [String(510_104_000_000 + index), '锦江区', street, `第${index}社区居委会`] as const;
  });
  const big = createUnitFinder(unitsOf(lines));
  for (let i = 0; i < 35_000; i++) {
    const [code, district, township, name] = lines[i % lines.length] ?? ['', '', '', ''];
    const answer = big.find({ code: '', district, township, name: name.replace('居委会', '') });
    if (!('unit' in answer) || answer.unit.terms[0].code !== code) throw new Error(name);
  }
});
