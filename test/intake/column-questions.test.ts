import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { ReadableDataset } from '../../src/intake/column.js';
import { readColumnMap } from '../../src/intake/column-map.js';
import { columnQuestions } from '../../src/intake/column-questions.js';
import { posts } from '../../src/intake/datasets/posts.js';
import { roster } from '../../src/intake/datasets/roster.js';
import { likelyFields } from '../../src/intake/likely-columns.js';
import { openFile } from '../../src/intake/open-file.js';
import { readSheet } from '../../src/intake/sheet.js';
import { csv, problemOf, SOUND, temporaryFile } from './support.js';
import { workbookOf } from './workbooks.js';

const today = day('2026-11-23');
const likely = (heading: string, values: string[], dataset: ReadableDataset = roster) =>
  likelyFields(heading, values, { dataset, fields: Object.keys(dataset.columns), today });

function questions(content: string, typed: [string, string][] = []) {
  const map = readColumnMap(roster, { typed, saved: [] });
  const sheet = readSheet(temporaryFile(content), roster, { map, lenient: true });
  return columnQuestions(sheet, roster, { map, today });
}
const questionsOf = (cells: Record<string, string>, typed: [string, string][] = []) =>
  questions(csv([cells]), typed);
const without = (heading: string, cells: Record<string, string>): Record<string, string> => {
  const { [heading]: _, ...rest } = SOUND as Record<string, string>;
  return { ...rest, ...cells };
};

describe('the column that an unknown heading may mean, likeliest first', () => {
  it.each([
    ['证件', ['510104199003071245'], 'idNumber'],
    ['某某', ['510104199003071245', '510104199001011011', '51010419900307124X'], 'idNumber'],
    ['号码', ['13800001111'], 'phone'],
    ['上岗的日子', ['2021.3.1', '2022年4月'], 'stated'],
    ['离岗年份月份', ['2023年5月'], 'until'],
    ['类别', ['城乡社区专职工作者'], 'category'],
    ['证书', ['助理社会工作师', '中级'], 'level'],
    ['是否发挥作用', ['是', '否'], 'role'],
    ['社工岗位名', ['网格员'], 'title'],
  ])('%s with values such as %j', (heading, values, field) => {
    expect(likely(heading, values)[0]).toBe(field);
  });

  it.each([
    ['民族', ['汉族', '羌族']],
    ['政治面貌', ['中共党员']],
    ['学历', ['本科']],
  ])('%s looks like none', (heading, values) => {
    expect(likely(heading, values)).toEqual([]);
  });

  it('values that the column would refuse rule it out, whatever the heading', () => {
    expect(likely('身份证号（旧）', ['甲', '乙'])).not.toContain('idNumber');
    expect(likely('上岗日期说明', ['按合同'])).not.toContain('stated');
  });

  it('is of the dataset that is imported', () => {
    expect(likely('个数', ['2', '3'], posts)[0]).toBe('count');
  });
});

describe('what is asked about a file', () => {
  it('nothing, when every heading is known or like nothing known', () => {
    expect(questionsOf({ ...SOUND, 民族: '汉族', 序号: '1' })).toEqual({ unknown: [], choices: [] });
  });

  it('an unknown heading that looks like a column, with samples whose numbers are masked', () => {
    const { unknown } = questionsOf(without('身份证号', { 证件: '510104199003071245' }));
    expect(unknown).toMatchObject([
      {
        heading: '证件',
        samples: ['510104********1245'],
        likely: ['身份证号'],
        missing: ['身份证号'],
      },
    ]);
    expect(unknown[0]?.others).toContain('备注');
    expect(unknown[0]?.others).not.toContain('姓名');
  });

  it('samples are a few, different, short, and of one line', () => {
    const row = (note: string) => ({ ...SOUND, 说明岗位名称: note });
    const { unknown } = questions(
      csv([row('甲'), row('甲'), row('乙\n乙'), row('很'.repeat(60)), row('丁')]),
    );
    expect(unknown[0]?.samples).toEqual(['甲', '乙 乙', `${'很'.repeat(24)}…`]);
  });

  it('every unknown heading with values, as long as a required column is missing', () => {
    const { unknown } = questionsOf(without('人员类别', { 民族: '汉族', 学历: '' }));
    expect(unknown.map(({ heading, likely }) => [heading, likely])).toEqual([['民族', []]]);
  });

  it('not what the map already says', () => {
    const cells = without('身份证号', { 证件: '510104199003071245' });
    expect(questionsOf(cells, [['证件', '身份证号']]).unknown).toEqual([]);
    expect(questionsOf({ ...SOUND, 证件: '510104199003071245' }, [['证件', '']]).unknown).toEqual([]);
  });

  it('which of two columns counts, unless the map says it', () => {
    const cells = { ...SOUND, 电话: '13800001111', 联系电话: '' };
    expect(questionsOf(cells).choices).toMatchObject([
      {
        column: '手机号',
        among: [
          { heading: '电话', samples: ['138****1111'] },
          { heading: '联系电话', samples: [] },
        ],
      },
    ]);
    expect(questionsOf(cells, [['电话', '手机号']]).choices).toEqual([]);
    expect(questionsOf(cells, [['电话', '']]).choices).toEqual([]);
  });

  it('the headings of a file of which none is known', () => {
    const strange = Object.entries(SOUND).map(([heading, cell]) => [`某${heading.slice(0, 1)}`, cell]);
    const { unknown } = questions(`某某街道\n${csv([Object.fromEntries(strange)])}`);
    expect(unknown.map(({ heading }) => heading)).toContain('某身');
    expect(unknown.find(({ heading }) => heading === '某身')?.likely[0]).toBe('身份证号');
  });

  it('of a workbook as of any file', async () => {
    const cells = without('身份证号', { 证件: '510104199003071245' });
    const path = await workbookOf({ name: '甲', rows: [Object.keys(cells), Object.values(cells)] });
    const opened = (await openFile(path)) ?? undefined;
    const sheet = readSheet(path, roster, { opened, lenient: true });
    const { unknown } = columnQuestions(sheet, roster, { map: new Map(), today });
    expect(unknown).toMatchObject([{ heading: '证件', samples: ['510104********1245'] }]);
  });

  it('nothing about a file that is no table', () => {
    expect(problemOf(() => questions('甲\n乙\n')).problem).toBe('file.no-heading-row');
  });
});
