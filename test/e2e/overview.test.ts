import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCharacter } from '../../src/domain/id-number.js';
import { DOCUMENT_SYSTEMS } from '../../src/policy/document-systems.js';
import { withoutSpaces } from '../../src/policy/documents.js';
import { ROOT } from '../cli/run.js';
import { runHere } from '../cli/run-here.js';
import { runOn } from '../cli/world.js';

const TRAP = '<script>alert(1)</script>';
const digits = '51010419900101001';
const NUMBER = digits + checkCharacter(digits);
const MASKED = '510104********001';
const NAME = '甄无忌';

let cwd = '';
const file = (name: string) => join(cwd, name);
const shegong = (line: string, env: Record<string, string> = {}) =>
  runHere(line.split(' '), { cwd, env: { SHEGONG_NOW: '2026-11-23T09:00:00+08:00', ...env } });
const overview = async (options = '', env = {}) => shegong(`report overview ${options}`.trim(), env);

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'shegong-overview-'));
  expect((await shegong('init')).code).toBe(0);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('an empty register', () => {
  it('says what is missing, and nowhere 0 in its place', async () => {
    const { code, stdout } = await overview('--lang zh');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    for (const told of [
      '尚未导入证书',
      '尚未导入四级网络表',
      '未设置 pay.reference',
      '未设置 subsidy.rate',
      '4,796',
    ])
      expect(stdout).toContain(told);
    expect(stdout).not.toMatch(/undefined|NaN|\[object|null/);
    expect(stdout).not.toContain('示例标准');
  });

  it('claims nothing to be as it should be that nobody has told', async () => {
    const { stdout } = await overview('--lang zh');
    const card = /逾期事项<\/span>([\s\S]*?)<\/li>/.exec(stdout)?.[1] ?? '';
    expect(card).toContain('尚无可统计的资料');
    expect(card).toContain('暂无');
    expect(card).not.toContain('达标');
    const { rows } = JSON.parse((await overview('--format json')).stdout);
    const told = (name: string) => rows.find(({ figure }: { figure: string }) => figure === name);
    expect(told('benefits')).toMatchObject({ value: null, lack: { why: 'not-imported', dataset: 'awards' } });
  });

  it('has no units that meet anything before there were any', async () => {
    const { rows } = JSON.parse((await overview('--known-at 2020-01-01 --format json')).stdout);
    for (const name of ['unitsMeeting', 'established', 'shortfall'])
      expect(rows.find(({ figure }: { figure: string }) => figure === name)).toMatchObject({
        ...{ value: null, state: 'unanswered' },
      });
  });

  it('is English where that is asked, but for the words of the document', async () => {
    const { stdout } = await overview('--lang en');
    expect(stdout).toContain('<html lang="en">');
    expect(stdout).toContain('nothing imported yet: certificates');
    for (const { quote } of DOCUMENT_SYSTEMS)
      expect(stdout).toContain(`<blockquote lang="zh-CN"><p>${quote}</p>`);
  });

  it.each(['2022-02-28', '2027-03-01'])('has no policy on %s, and so no page', async (on) => {
    const { code, stdout } = await overview(`--on ${on}`);
    expect([code, stdout]).toEqual([2, '']);
  });
});

it.each(DOCUMENT_SYSTEMS)('$part: the quote stands in the document', ({ quote }) => {
  const text = readFileSync(join(ROOT, 'data/sources/chengdu-2022.txt'), 'utf8');
  expect(withoutSpaces(text)).toContain(withoutSpaces(quote));
});

describe('a register with somebody in it', () => {
  beforeAll(async () => {
    const row = [NAME, NUMBER, '锦江区', '锦官驿街道', '', `${TRAP}服务中心`, '社会组织', '2024-01-01'];
    writeFileSync(
      file('花名册.csv'),
      `姓名,身份证号,区(市)县,镇(街道),村(社区),工作单位,人员类别,上岗日期,证书级别,发证日期,登记日期,登记有效期至\n${row.join(',')},初级,2022-01-01,2022-06-01,2025-05-31\n`,
    );
    writeFileSync(
      file('投诉.csv'),
      `编号,收到日期,被投诉人身份证号,类别,办理期限\nT-1,2026-01-05,${NUMBER},${TRAP} 13812345678,2026-02-05\n`,
    );
    expect((await shegong('import roster 花名册.csv --as-of 2026-06-30')).stderr).not.toContain('退回 1');
    expect((await shegong('import complaints 投诉.csv')).code).toBe(0);
  });

  it('names nobody unless asked, and lets no text become markup', async () => {
    const { stdout } = await overview();
    for (const personal of [NAME, NUMBER, MASKED, '13812345678']) expect(stdout).not.toContain(personal);
    expect(stdout).not.toContain('<script');
    expect(stdout).toContain('&lt;script&gt;alert(1)&lt;/script&gt;服务中心');
  });

  it('names people with masked numbers, for the owner of the file alone', async () => {
    await overview('--people -o 名单.html');
    const page = readFileSync(file('名单.html'), 'utf8');
    expect(page).toContain(NAME);
    expect(page).toContain(MASKED);
    expect(page).not.toContain(NUMBER);
    expect(page).not.toContain('<script');
    expect(statSync(file('名单.html')).mode & 0o777).toBe(0o600);
  });

  it('shows whole numbers with --people --reveal, and the audit log knows', async () => {
    const before = (await shegong('audit list --format ndjson')).stdout.split('\n').length;
    expect((await overview('--people --reveal')).stdout).toContain(NUMBER);
    const { stdout } = await shegong('audit list --format ndjson');
    expect(stdout.split('\n').length).toBe(before + 1);
    expect(stdout).toContain('report overview');
    expect((await overview('--reveal')).stdout).not.toContain(NUMBER);
    expect((await overview('--reveal')).stdout).toBe((await overview()).stdout);
  });

  it('is the same each time, whatever the clock says within the day', async () => {
    const first = await overview('--on 2026-09-30');
    const again = await overview('--on 2026-09-30', { SHEGONG_NOW: '2026-11-23T17:00:00+08:00' });
    expect(again.stdout).toBe(first.stdout);
  });

  it('answers from what was known before', async () => {
    const { stdout } = await overview('--known-at 2026-11-22 --format json');
    const rows = (JSON.parse(stdout) as { rows: Record<string, unknown>[] }).rows;
    expect(rows.find(({ figure }) => figure === 'holders')).toMatchObject({
      ...{ value: null, state: 'unanswered', lack: { why: 'not-imported', dataset: 'certificates' } },
    });
  });
});

describe('formats', () => {
  it('json has a row for each figure, money in fen', async () => {
    const { code, stdout } = await overview(
      `--format json --policies ${join(ROOT, 'data/policies/example')}`,
    );
    const { command, on, rows, totals, findings } = JSON.parse(stdout);
    expect({ code, command, on }).toEqual({ code: 1, command: 'report overview', on: '2026-11-23' });
    expect(Object.keys(rows[0])).toEqual(
      expect.arrayContaining([
        'section',
        'figure',
        'value',
        'valueFen',
        'unit',
        'target',
        'article',
        'state',
      ]),
    );
    expect(totals.figures).toBe(rows.length);
    expect(findings.map(({ code: of }: { code: string }) => of)).toContain('overview.open');
    expect(findings.map(({ code: of }: { code: string }) => of)).toContain('policy.example');
    const shortfall = rows.find(({ figure }: { figure: string }) => figure === 'shortfall');
    expect(shortfall).toMatchObject({ section: '职业发展', article: '三(四)1', state: 'short' });
  });

  it.each([
    ['-o 概览.html', '概览.html', '<!doctype html>'],
    ['--format html -o 概览.txt', '概览.txt', '<!doctype html>'],
    ['-o 概览.csv', '概览.csv', '\uFEFF部分,指标'],
    ['-o 概览.json', '概览.json', '{"command":"report overview"'],
  ])('%s', async (options, name, beginning) => {
    await overview(`${options} --lang zh`);
    expect(readFileSync(file(name), 'utf8').slice(0, beginning.length)).toBe(beginning);
  });

  it.each([[[]], [['--format', 'html']]])('a terminal is no place for a page (%j)', async (more) => {
    const asked = ['report', 'overview', '--lang', 'zh', ...more];
    const { code, stdout, stderr } = await runOn({ stdout: true, stderr: true }, asked);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('-o 结果.html');
  });

  it('a format that is none is told with html among the others', async () => {
    const { code, stderr } = await overview('--format pdf --lang zh');
    expect([code, stderr]).toEqual([2, expect.stringContaining('html、table')]);
  });

  it('a page that cannot be written leaves nothing', async () => {
    const { code, stdout } = await overview('-o 没有的目录/概览.html');
    expect([code, stdout]).toEqual([2, '']);
  });
});
