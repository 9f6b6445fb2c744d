import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/domain/user-error.js';
import { loadPeople } from '../../src/store/register.js';
import type { CompleteAsked } from '../../src/tasks/complete-roster.js';
import { correctIdNumber } from '../../src/tasks/identity.js';
import { idNumber, openRatedOffice, type RatedOffice } from './rated-office.js';

const COLUMNS = '姓名,身份证号,区(市)县,镇(街道),村(社区),工作单位,人员类别,上岗日期,离岗日期';
const SHUIJINGFANG = '锦江区,锦官驿街道,水井坊社区,';
const CHONGDELI = '锦江区,锦官驿街道,崇德里社区,';
const JINLI = '武侯区,浆洗街街道,锦里社区,';
const row = (sequence: number, place: string, from = '2024-01-01', until = '') =>
  `张${sequence},${idNumber(sequence)},${place},城乡社区专职工作者,${from},${until}`;

let office: RatedOffice;
beforeAll(() => {
  office = openRatedOffice();
});
beforeEach(() => {
  office.reset();
  const everybody = [row(1, SHUIJINGFANG), row(2, CHONGDELI), row(3, JINLI), row(4, '锦江区,,,某医院')];
  office.load('roster', [COLUMNS, ...everybody], { asOf: '2026-06-30' });
});
afterAll(() => office.close());

const complete = (rows: readonly string[], asked: Partial<CompleteAsked> = {}, change: object = {}) =>
  office.load('roster', [COLUMNS, ...rows], {
    asOf: '2026-09-30',
    complete: { area: {}, close: false, ...asked },
    ...change,
  });
const missingIn = ({ findings }: ReturnType<typeof complete>) =>
  findings.filter(({ code }) => code === 'person.missing').map(({ subject }) => subject.split(' ')[0]);
const ends = () => loadPeople(office.workspace.db).map(({ posts }) => posts.map(({ until }) => until));
const OPEN = [[null], [null], [null], [null]];

describe('--complete: the file lists everybody in its area', () => {
  it.each([
    ['the townships it names', {}, ['张2']],
    ['a township', { township: '锦官驿街道' }, ['张2']],
    ['a district', { district: '锦江' }, ['张2', '张4']],
    ['another district', { district: '武侯区' }, ['张3']],
  ])('%s: reports who is missing, and changes nobody', (_, area, expected) => {
    const result = complete([row(1, SHUIJINGFANG)], { area });
    expect(missingIn(result)).toEqual(expected);
    expect(result.absent).toEqual({ missing: expected.length, closed: 0 });
    expect(result.counts).toMatchObject({ read: 1, same: 1 });
    expect(ends()).toEqual(OPEN);
  });

  it('names file and heading line', () => {
    const found = complete([row(1, SHUIJINGFANG)]).findings.find(({ code }) => code === 'person.missing');
    expect(found).toMatchObject({ severity: 'warning', file: expect.stringMatching(/csv$/), line: 1 });
  });

  it('somebody who moved within the files is not missing', () => {
    expect(missingIn(complete([row(1, SHUIJINGFANG), row(2, JINLI, '2026-08-01')]))).toEqual(['张3']);
  });

  it.each([
    ['her own number', 2],
    ['a number that was corrected', 6],
  ])('somebody whose row is rejected for another cell stands in the file, under %s', (_, sequence) => {
    if (sequence !== 2) {
      const numbers = { one: idNumber(2), two: idNumber(6) };
      correctIdNumber(office.workspace, { ...numbers, reason: '户籍更正', by: null });
    }
    const result = complete([row(1, SHUIJINGFANG), row(2, CHONGDELI, '去年')]);
    expect(result.counts).toMatchObject({ rejected: 1 });
    expect(missingIn(result)).toEqual([]);
  });

  it.each([
    ['2026-09-29', []],
    ['2026-09-30', ['张2']],
  ])('somebody who left on %s: missing %j', (until, expected) => {
    office.load('roster', [COLUMNS, row(2, CHONGDELI, '2024-01-01', until)], { asOf: '2026-07-31' });
    expect(missingIn(complete([row(1, SHUIJINGFANG)]))).toEqual(expected);
  });

  it('posts that only a later roster told of are later news', () => {
    office.load('roster', [COLUMNS, row(5, CHONGDELI)], { asOf: '2026-10-31' });
    expect(missingIn(complete([row(1, SHUIJINGFANG)]))).toEqual(['张2']);
  });
});

describe('--close-missing', () => {
  it('ends their posts in the area the day before --as-of, in the same batch', () => {
    const result = complete([row(1, SHUIJINGFANG)], { close: true });
    expect(result.absent).toEqual({ missing: 1, closed: 1 });
    expect(result.batch).not.toBeNull();
    expect(ends()).toEqual([[null], ['2026-09-29'], [null], [null]]);
    const recorded = office.workspace.db
      .prepare('SELECT recorded, line FROM post WHERE until_on IS NOT NULL')
      .get();
    expect(recorded).toEqual({ recorded: result.batch, line: 1 });
  });

  it('a dry run shows it and writes nothing', () => {
    const result = complete([row(1, SHUIJINGFANG)], { close: true }, { dryRun: true });
    expect(result.rows().filter(({ outcome }) => outcome === 'closed')).toMatchObject([
      { idNumber: idNumber(2), changes: [{ field: '离岗日期', before: null, after: '2026-09-29' }] },
    ]);
    expect(ends()).toEqual(OPEN);
  });

  it('the same file again finds nobody missing', () => {
    complete([row(1, SHUIJINGFANG)], { close: true });
    expect(complete([row(1, SHUIJINGFANG)], { close: true })).toMatchObject({
      batch: null,
      absent: { missing: 0, closed: 0 },
    });
  });

  it.each([
    ['2026-09-29', '2026-09-29'],
    ['2026-09-30', null],
  ])('a post that began on %s ends on %s', (from, until) => {
    office.load('roster', [COLUMNS, row(5, CHONGDELI, from)], { asOf: from });
    complete([row(1, SHUIJINGFANG), row(2, CHONGDELI)], { close: true });
    expect(ends()[4]).toEqual([until]);
  });

  const REJECTED = `张2,51010419900101002,${CHONGDELI},城乡社区专职工作者,2024-01-01,`;
  const CONFLICT = `李四,${idNumber(2)},${CHONGDELI},城乡社区专职工作者,2024-01-01,`;
  it.each([
    ['rejected', REJECTED],
    ['in conflict', CONFLICT],
  ])('is refused while a row of the area is %s, and nothing comes in', (_, bad) => {
    const attempt = () => complete([row(1, SHUIJINGFANG), row(9, SHUIJINGFANG), bad], { close: true });
    expect(attempt).toThrow(UserError);
    expect(attempt).toThrow(
      expect.objectContaining({ problem: 'import.close-refused', details: { rows: 1, area: '' } }),
    );
    expect(ends()).toEqual(OPEN);
    expect(missingIn(complete([row(1, SHUIJINGFANG), bad]))).toEqual(bad === REJECTED ? ['张2'] : []);
  });

  it('a township that only a rejected row names is of the area too', () => {
    const rows = [row(1, SHUIJINGFANG), row(2, CHONGDELI), row(5, JINLI, '去年')];
    expect(missingIn(complete(rows))).toEqual(['张3']);
    expect(() => complete(rows, { close: true })).toThrow(
      expect.objectContaining({ problem: 'import.close-refused', details: { rows: 1, area: '' } }),
    );
  });

  it.each([
    ['浆洗街街道', '张3'],
    ['锦官驿街道', null],
  ])('a bad row of another township does not stand in the way (%s)', (township, closed) => {
    const attempt = () => complete([row(1, SHUIJINGFANG), REJECTED], { area: { township }, close: true });
    if (closed === null) expect(attempt).toThrow(UserError);
    else expect(missingIn(attempt())).toEqual([closed]);
  });
});
