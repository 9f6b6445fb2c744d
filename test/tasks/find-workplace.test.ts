import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/domain/facts.js';
import { findWorkplace } from '../../src/tasks/find-workplace.js';

const at = (district: string, workplace: string, township: string | null = null): Place => ({
  unit: null,
  ...{ district, township, workplace },
});
const PLACES: readonly Place[] = [
  { unit: 1, workplace: null, district: null, township: null },
  at('锦江区', '区人民医院', '春熙路街道'),
  at('锦江区', '区人民医院', '东湖街道'),
  at('武侯区', '区人民医院'),
  at('武侯区', '某社会组织（普惠型）'),
];
const CITY = { district: null, township: null };

describe('a 工作单位 by its name', () => {
  it.each([
    ['某社会组织（普惠型）', CITY, '武侯区'],
    [' 某社会组织(普惠型) ', CITY, '武侯区'],
    ['锦江区/区人民医院', CITY, '锦江区'],
    ['区人民医院', { district: '武侯区', township: null }, '武侯区'],
    ['区人民医院', { district: null, township: '东湖街道' }, '锦江区'],
    ['人民医院', CITY, undefined],
    ['某社会组织（普惠型）', { district: '锦江区', township: null }, undefined],
  ])('%s in %o: %s', (where, area, district) => {
    expect(findWorkplace(PLACES, where, area)?.district).toBe(district);
  });

  it('of several districts is ambiguous, and all are named', () => {
    expect(() => findWorkplace(PLACES, '区人民医院', CITY)).toThrow(
      expect.objectContaining({
        problem: 'where.ambiguous',
        details: { where: '区人民医院', candidates: ['锦江区/区人民医院', '武侯区/区人民医院'] },
      }),
    );
  });
});
