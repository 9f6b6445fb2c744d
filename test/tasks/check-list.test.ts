import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { maskNumber } from '../../src/domain/mask.js';
import { checkList } from '../../src/tasks/check-list.js';
import { openFiles } from '../../src/tasks/open-files.js';
import { LI, office, STRANGER, ZHANG } from './datasets.js';

const at = office();
const folder = mkdtempSync(join(tmpdir(), 'shegong-list-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function check(content: string | Uint8Array, on = '2026-09-30', name = '名单.csv') {
  const file = join(folder, name);
  writeFileSync(file, content);
  return checkList(at.workspace, { file, opened: await openFiles([file]), sheet: null, on: day(on) });
}

const LIST = '序号,姓名,身份证号';
const answers = async (...rows: string[]) =>
  (await check([LIST, ...rows.map((row, index) => `${index + 1},${row}`)].join('\n'))).rows.map(
    ({ line, answer, worker }) => `${line} ${answer} ${worker?.person.name ?? ''}`.trim(),
  );

describe('三(二)2: a list of people, each row answered', () => {
  it.each([
    ['name and number', `张三,${ZHANG}`, 'found 张三'],
    ['the number alone', `,${ZHANG}`, 'found 张三'],
    ['the name alone, spaced out', '张　三,', 'found 张三'],
    ['a masked number', `张三,${maskNumber(ZHANG)}`, 'found 张三'],
    ['its last six', `,${ZHANG.slice(-6)}`, 'found 张三'],
    ['a number in full width and lower case', `张三,'${ZHANG.toLowerCase()}`, 'found 张三'],
    ['an unknown number, whatever the name', `张三,${STRANGER}`, 'unknown'],
    ['an unknown name', '王五,', 'unknown'],
    ['another’s number', `张三,${LI}`, 'other-name'],
    ['a number that cannot be', `张三,${ZHANG.slice(0, 17)}${ZHANG.endsWith('1') ? '2' : '1'}`, 'bad-number'],
    ['a number ruined by a spreadsheet', '张三,5.10104E+17', 'bad-number'],
  ])('%s', async (_, row, answer) => expect(await answers(row)).toEqual([`2 ${answer}`]));

  it('answers every row in order, the bad ones too, each with a finding at its line', async () => {
    const text = [LIST, `1,张三,${ZHANG}`, '2,王五,', `3,李四,${LI}`, '4,张三,5.10104E+17', ''].join('\n');
    const { rows, findings } = await check(text);
    expect(rows.map(({ line, answer }) => [line, answer])).toEqual([
      [2, 'found'],
      [3, 'unknown'],
      [4, 'found'],
      [5, 'bad-number'],
    ]);
    expect(
      findings.filter(({ severity }) => severity === 'error').map(({ code, line }) => [code, line]),
    ).toEqual([
      ['list.unknown', 3],
      ['id-number.invalid', 5],
    ]);
  });

  it('says that a name is several people’s, and takes the number that tells them apart', async () => {
    at.load('certificates', '姓名,身份证号,证书级别,发证日期', [`张三,${STRANGER},初级,2024-01-01`]);
    expect(await answers('张三,', `张三,${STRANGER}`)).toEqual(['2 ambiguous', '3 found 张三']);
  });

  it('tells certificate, registration and services as of the day', async () => {
    at.load('certificates', '身份证号,证书级别,发证日期', [
      `${ZHANG},初级,2020-01-01`,
      `${ZHANG},中级,2026-08-01`,
    ]);
    at.load('registrations', '身份证号,登记日期,登记有效期至', [`${ZHANG},2023-10-01,2026-09-30`]);
    at.load('services', '身份证号,服务日期,服务领域,时长(小时),内容', [
      `${ZHANG},2025-12-31,社区服务,1,甲`,
      `${ZHANG},2026-01-01,社区服务,1,乙`,
      `${ZHANG},2026-10-01,社区服务,1,丙`,
    ]);
    const on = async (asked: string) => {
      const [row] = (await check(`姓名,身份证号\n张三,${ZHANG}\n`, asked)).rows;
      const { level, registration } = row?.worker ?? {};
      return [level, row?.issued, registration, row?.services?.ofYear, row?.services?.last];
    };
    expect(await on('2026-06-30')).toEqual(['初级', '2020-01-01', 'valid', 1, '2026-01-01']);
    expect(await on('2026-09-30')).toEqual(['中级', '2026-08-01', 'due', 1, '2026-01-01']);
    expect(await on('2026-10-01')).toEqual(['中级', '2026-08-01', 'expired', 2, '2026-10-01']);
  });

  it('says that a row names somebody again, by whatever name or number', async () => {
    const text = [LIST, `1,李四,${LI}`, `2,,${LI.slice(-6)}`, `3,,${ZHANG}`, ''].join('\n');
    const { findings } = await check(text);
    expect(findings.filter(({ code }) => code === 'list.repeated')).toMatchObject([
      { severity: 'warning', line: 3, details: { earlier: 2 } },
    ]);
  });

  it('reads a workbook, with titles above and one column alone', async () => {
    const rows = [['评先评优名单'], ['人员姓名', '推荐单位'], ['张三', '甲'], ['王五', '乙']];
    const bytes = await writeXlsx({ sheets: [{ name: '名单', rows }] });
    const { rows: answered } = await check(bytes, '2026-09-30', '名单.xlsx');
    expect(answered.map(({ line, answer }) => [line, answer])).toEqual([
      [3, 'found'],
      [4, 'unknown'],
    ]);
  });

  it('a file without either column is no list', async () =>
    await expect(check('单位,电话\n甲,1\n')).rejects.toMatchObject({ problem: 'file.no-heading-row' }));

  it('writes nothing', async () => {
    const before = at.workspace.db.serialize();
    await check(`姓名,身份证号\n张三,${ZHANG}\n`);
    expect(at.workspace.db.serialize().equals(before)).toBe(true);
  });
});
