import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { checkRegisterComplaints } from '../../src/tasks/check-complaints.js';
import { listEducationBenefits, listRegisterAwards } from '../../src/tasks/list-awards.js';
import { LI, office, ZHANG } from './datasets.js';

const on = day('2026-11-23');

describe('complaints and awards, of a part of the city or of one person', () => {
  const at = office();

  it('a complaint belongs to the area of the person it is about; one about an organisation alone to none', () => {
    at.load('complaints', '编号,收到日期,被投诉人身份证号,被投诉机构,类别,办结日期', [
      `T1,2026-05-01,${ZHANG},,收费,2026-05-02`,
      'T2,2026-05-01,,某中心,保密,',
    ]);
    const numbers = (asked: Omit<Parameters<typeof checkRegisterComplaints>[1], 'on'>) =>
      checkRegisterComplaints(at.workspace, { ...asked, on }).rows.map(({ number }) => number);
    expect(numbers({})).toEqual(['T1', 'T2']);
    expect(numbers({ district: '锦江' })).toEqual(['T1']);
    expect(numbers({ township: '锦官驿' })).toEqual(['T1']);
    expect(numbers({ district: '高新区' })).toEqual([]);
    expect(numbers({ category: '保密' })).toEqual(['T2']);
    expect(numbers({ state: 'settled' })).toEqual(['T1']);
    expect(numbers({ state: 'overdue' })).toEqual([]);
  });

  it('nobody who complained is handed out', () => {
    at.load('complaints', '编号,收到日期,被投诉人身份证号,类别,投诉人,投诉人电话', [
      `T1,2026-05-01,${ZHANG},收费,钱七,13912345678`,
    ]);
    expect(JSON.stringify(checkRegisterComplaints(at.workspace, { on }))).not.toMatch(/钱七|139123/);
  });

  it('awards by title, year, person and area', () => {
    at.load('awards', '身份证号,称号,授予日期', [
      `${ZHANG},全国社会工作领军人才,2025-05-01`,
      `${LI},优秀社会工作者,2026-05-01`,
    ]);
    at.load('supervisors', '身份证号,级别,认定日期,有效期至', [`${LI},高级督导,2024-01-01,2026-12-31`]);
    const names = (asked: Omit<Parameters<typeof listRegisterAwards>[1], 'on'>) =>
      listRegisterAwards(at.workspace, { ...asked, on }).rows.map(({ person }) => person.name);
    expect(names({})).toEqual(['张三', '李四']);
    expect(names({ title: '领军人才' })).toEqual(['张三']);
    expect(names({ year: '2026' })).toEqual(['李四']);
    expect(names({ who: '张三' })).toEqual(['张三']);
    expect(names({ district: '高新区' })).toEqual([]);
    const benefits = listEducationBenefits(at.workspace, { on, district: '锦江区' });
    expect(benefits.map(({ person, ground }) => [person.name, ground]).sort()).toEqual([
      ['张三', '全国社会工作领军人才'],
      ['李四', '高级督导'],
    ]);
    expect(() => names({ who: '王五' })).toThrow(expect.objectContaining({ problem: 'who.unknown' }));
  });
});
