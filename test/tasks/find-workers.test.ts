import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { WorkerState } from '../../src/domain/history.js';
import { findWorkers, type WorkerQuery } from '../../src/tasks/find-workers.js';
import { idNumber, openOffice } from './history-office.js';

const office = openOffice();
afterAll(() => office.close());

const COLUMNS =
  '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,岗位名称,上岗日期,离岗日期,证书级别,发证日期,登记日期,登记有效期至';
const SHUIJINGFANG = '锦江区,锦官驿街道,水井坊社区,城乡社区专职工作者,';
const JINLI = '武侯区,浆洗街街道,锦里社区,城乡社区专职工作者,';
beforeAll(() => {
  office.importFile(
    'roster',
    `${COLUMNS}
王小芳,${idNumber(1)},${SHUIJINGFANG},2021-03-01,,初级,2022-05-01,2023-12-01,2026-11-30
李　四,${idNumber(2)},${SHUIJINGFANG},2021-03-01,2026-07-31,中级,2022-05-01,,
阿依·古丽,${idNumber(3)},${JINLI},2021-03-01,,,,,
王大明,${idNumber(4)},${JINLI},2026-08-01,,中级,2026-06-15,2026-07-01,2029-06-30
`,
    { asOf: day('2026-09-30') },
  );
});

const find = (query: Partial<WorkerQuery> & { on?: ReturnType<typeof day> }) =>
  findWorkers(office.at(), { states: [], on: day('2026-09-30'), ...query }).map(({ person }) => person.name);

describe('worker find', () => {
  it.each([
    ['a part of a name', '王', ['王小芳', '王大明']],
    ['a name with spaces', '王 小 芳', ['王小芳']],
    ['a name stored with a space', '李四', ['李四']],
    ['another middle dot', '阿依・古丽', ['阿依·古丽']],
    ['a full-width dot', '阿依．古丽', ['阿依·古丽']],
    ['the end of a number', idNumber(4).slice(-4), ['王大明']],
    [
      'a full-width end of a number',
      idNumber(4)
        .slice(-4)
        .replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? ''),
      ['王大明'],
    ],
    ['a whole number', idNumber(3), ['阿依·古丽']],
    ['a masked number', `${idNumber(2).slice(0, 6)}********${idNumber(2).slice(-4)}`, ['李四']],
    ['a unit', '锦里', ['阿依·古丽', '王大明']],
    ['nobody', '赵', []],
  ])('by %s', (_, query, expected) => {
    expect(
      find({ query })
        .map((name) => name.replace(/\s/g, ''))
        .sort(),
    ).toEqual([...expected].sort());
  });

  it.each([
    ['2021-02-28', [], []],
    ['2026-07-31', ['李四', '王小芳', '阿依·古丽'], []],
    ['2026-08-01', ['王大明', '王小芳', '阿依·古丽'], ['李四']],
  ])('on %s knows who is on post and who has left', (on, onPost, left) => {
    const inState = (state: WorkerState) =>
      find({ states: [state], on: day(on) })
        .map((name) => name.replace(/\s/g, ''))
        .sort();
    expect([inState('on-post'), inState('left')]).toEqual([[...onPost].sort(), left]);
  });

  it.each([
    ['2026-08-31', ['王小芳'], [], []],
    ['2026-09-01', ['王小芳'], ['王小芳'], []],
    ['2026-11-30', ['王小芳'], ['王小芳'], []],
    ['2026-12-01', [], [], ['王小芳']],
  ])('on %s knows registrations that are valid, due and expired', (on, valid, due, expired) => {
    const inState = (state: WorkerState) => find({ states: [state], level: '初级', on: day(on) });
    expect([inState('registered'), inState('due'), inState('expired')]).toEqual([valid, due, expired]);
  });

  it('knows who holds a certificate of a level, and who never registered it', () => {
    expect(find({ level: '中级', on: day('2026-06-14') })).toHaveLength(1);
    expect(find({ level: '中级', on: day('2026-06-15') })).toHaveLength(2);
    expect(find({ states: ['unregistered'] }).map((name) => name.replace(/\s/g, ''))).toEqual(['李四']);
    expect(find({ states: ['uncertified'] })).toEqual(['阿依·古丽']);
  });

  it('looks at one district, township or unit, and all that is asked must hold', () => {
    expect(find({ district: '武侯', states: ['on-post'] }).sort()).toEqual(['王大明', '阿依·古丽'].sort());
    expect(find({ township: '锦官驿', query: '王' })).toEqual(['王小芳']);
    expect(find({ unit: '水井坊', states: ['on-post', 'certified'] })).toEqual(['王小芳']);
  });
});
