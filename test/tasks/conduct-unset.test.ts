import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { checkOpenComplaints, checkRegisterComplaints } from '../../src/tasks/check-complaints.js';
import { listEducationBenefits, unclearTitles } from '../../src/tasks/list-awards.js';
import { policyGoals } from '../../src/tasks/policy-goals.js';
import { LI, office, ZHANG } from './datasets.js';

const on = day('2026-11-23');

describe('what an office with nothing set is told', () => {
  const at = office();

  it('complaint check cannot answer without any deadline, complaint list can', () => {
    at.load('complaints', '编号,收到日期,被投诉人身份证号,类别', [`T1,2026-05-01,${ZHANG},收费`]);
    expect(() => checkOpenComplaints(at.workspace, { on })).toThrow(
      expect.objectContaining({
        problem: 'policy.value-unset',
        details: expect.objectContaining({ parameter: 'complaint.days', on: '2026-05-01' }),
      }),
    );
    expect(checkRegisterComplaints(at.workspace, { on }).totals).toMatchObject({
      open: 1,
      withoutDeadline: 1,
    });
    expect(checkOpenComplaints(at.workspace, { on, category: '保密' }).rows).toEqual([]);
    at.load('complaints', '编号,收到日期,被投诉人身份证号,类别,办理期限', [`T2,2026-05-01,${LI},收费,30天`]);
    expect(checkOpenComplaints(at.workspace, { on }).totals).toMatchObject({ open: 2, overdue: 1 });
  });

  it('titles that are nearly one of the two named, in the area that is asked about', () => {
    at.load('awards', '身份证号,称号,授予日期', [
      `${ZHANG},第二批全国社会工作领军人才,2025-05-01`,
      `${LI},成都市高级社会工作督导人才,2025-05-01`,
    ]);
    const told = (district?: string) =>
      unclearTitles(at.workspace, { on, district }).map(({ subject }) => subject.split(' ')[0]);
    expect(told()).toEqual(['张三']);
    expect(told('锦江区')).toEqual(['张三']);
    expect(told('高新区')).toEqual([]);
    expect(listEducationBenefits(at.workspace, { on }).map(({ ground }) => ground)).toEqual([
      '成都市高级社会工作督导人才',
    ]);
  });

  it('goals: a course counts in the year in which it ended', () => {
    at.load('trainings', '身份证号,课程,开始日期,结束日期,学时', [
      `${ZHANG},实务,2024-12-30,2025-01-02,16`,
      `${LI},实务,2025-12-30,2026-01-02,16`,
    ]);
    const goal = policyGoals(at.workspace, day('2025-12-31')).rows.find(
      ({ year, system }) => year === '2025' && system === '职业培养',
    );
    expect(goal?.evidence).toContainEqual({ measure: 'trained', value: 1, of: null });
  });
});
