import { describe, expect, it } from 'vitest';
import { run } from './run.js';

const rowsOf = (stdout: string) => JSON.parse(stdout).rows as { title: string; grade: number | null }[];

describe('grade map (三(四)2)', () => {
  it('gives the eight titles their grades, 5 to 12', async () => {
    const { code, stdout } = await run(['grade', 'map', '--format', 'json']);
    expect(code).toBe(0);
    expect(rowsOf(stdout).map(({ title, grade }) => [title, grade])).toEqual([
      ['高级社会工作师一级', 5],
      ['高级社会工作师二级', 6],
      ['高级社会工作师三级', 7],
      ['社会工作师一级', 8],
      ['社会工作师二级', 9],
      ['社会工作师三级', 10],
      ['助理社会工作师一级', 11],
      ['助理社会工作师二级', 12],
    ]);
    expect(Object.keys(rowsOf(stdout)[0] ?? {})).toEqual([
      'title',
      'grade',
      'tier',
      'certificate',
      'citation',
    ]);
  });

  it.each([
    ['社会工作员', 0, 'grade.level-without-grade'],
    ['助理社会工作师三级', 1, 'grade.unknown-title'],
    ['网格员', 0, 'grade.not-professional'],
  ])('%s has no grade and a clear answer (exit %i)', async (title, exit, code) => {
    const answer = await run(['grade', 'map', title, '--format', 'json']);
    expect(answer.code).toBe(exit);
    expect(rowsOf(answer.stdout)).toEqual([]);
    expect(JSON.parse(answer.stdout).findings).toMatchObject([{ code, citation: { article: '三(四)2' } }]);
    expect(answer.stderr).toContain(title);
  });

  it('社会工作专业岗位 is professional, without a grade', async () => {
    const { code, stdout } = await run(['grade', 'map', '社会工作专业岗位', '--format', 'json']);
    expect(rowsOf(stdout)).toMatchObject([{ title: '社会工作专业岗位', grade: null }]);
    expect(code).toBe(0);
  });

  it.each([
    ['2022-02-28', 2],
    ['2022-03-01', 0],
    ['2027-02-28', 0],
    ['2027-03-01', 2],
  ])('on %s: exit %i', async (on, exit) => {
    const { code, stdout, stderr } = await run(['grade', 'map', '--on', on]);
    expect(code).toBe(exit);
    if (exit === 2) {
      expect(stdout).toBe('');
      expect(stderr).toMatch(/2022-03-01.*2027-02-28/);
    }
  });

  it('says from 180 days before it that the document ends, and not a day earlier', async () => {
    const said = async (day: string) =>
      (await run(['grade', 'map'], { env: { SHEGONG_NOW: `${day}T12:00:00+08:00` } })).stderr;
    expect(await said('2026-08-31')).toBe('');
    expect(await said('2026-09-01')).toMatch(/2027-02-28/);
  });
});
