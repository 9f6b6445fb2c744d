import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { maskNumber } from '../../src/domain/mask.js';
import { emptyFolder, run } from './run.js';
import { ID, office } from './subsidy-office.js';

let cwd: string;
beforeAll(async () => {
  cwd = await office();
}, 60_000);

const subsidy = (...args: string[]) => run(['subsidy', ...args], { cwd });

interface Month {
  month: string;
  paid: boolean;
  amountFen: number;
  reasons: string[];
}
interface PreviewRow {
  name: string;
  idNumber: string;
  district: string;
  township: string;
  unit: string;
  totalFen: number;
  months: Month[];
}

async function preview(...args: string[]) {
  const { code, stdout } = await subsidy('preview', '2026Q3', ...args, '--format', 'json');
  return { code, ...(JSON.parse(stdout) as { rows: PreviewRow[]; totals: object; corrections: unknown[] }) };
}

const paidBy = (rows: readonly PreviewRow[]) => rows.map(({ name, totalFen }) => `${name} ${totalFen / 100}`);

describe('subsidy preview', () => {
  const TOTALS = {
    people: 4,
    personMonths: 10,
    totalFen: 198_150,
    rewardFen: 0,
    byDistrict: { 锦江区: 178_150, 武侯区: 20_000 },
  };

  it('shows who is paid how much, and counts months and fen by paying district', async () => {
    const { code, rows, totals, corrections } = await preview();
    expect(code).toBe(0);
    expect(paidBy(rows)).toEqual(['甲一 721', '乙二 300', '戊五 300', '丙三 660.5']);
    expect(rows[3]).toMatchObject({
      district: '武侯区',
      township: '浆洗街街道',
      idNumber: maskNumber(ID.moved),
    });
    expect(totals).toEqual(TOTALS);
    expect(corrections).toEqual([]);
  });

  it('shows everybody on post with --all, and counts the same', async () => {
    const { rows, totals } = await preview('--all');
    expect(paidBy(rows)).toEqual(['甲一 721', '乙二 300', '戊五 300', '丙三 660.5', '丁四 0', '戊五 0']);
    expect(totals).toEqual(TOTALS);
    expect(rows.find(({ name }) => name === '丁四')?.months.map(({ reasons }) => reasons)).toEqual([
      ['on-post', 'certificate', 'registration', 'service-record', 'professional-role'],
      ['on-post', 'certificate', 'registration', 'service-record', 'professional-role'],
      ['certificate', 'registration', 'service-record', 'professional-role'],
    ]);
  });

  it.each([
    ['--district 锦江区', ['丙三 460.5', '甲一 721', '乙二 300', '戊五 300'], 178_150],
    ['--district 武侯', ['丙三 200'], 20_000],
    ['--township 浆洗街', ['丙三 200'], 20_000],
  ])('with %s counts the months that this area pays', async (options, expected, totalFen) => {
    const { rows, totals } = await preview(...options.split(' '));
    expect(paidBy(rows).sort()).toEqual([...expected].sort());
    expect(totals).toMatchObject({ totalFen });
  });

  it('names the values used, by district where they differ, on stderr', async () => {
    const { stderr } = await subsidy('preview', '2026Q3');
    expect(stderr).toContain('2026年第三季度：应发 4 人、10 人月，合计 1981.50 元（试算，未保存）。');
    expect(stderr).toContain(
      '武侯区，7月至9月：每月标准 员级 100 元、初级 200 元、中级 300 元、高级 500 元（测办发〔2026〕1号 第一条）',
    );
    expect(stderr).toContain(
      '锦江区，8月至9月：每月标准 员级 100 元、中级 300 元、高级 500 元（测办发〔2026〕1号 第一条）；每月标准 初级 260.50 元（测办发〔2026〕2号 第一条）',
    );
  });

  it('says 示例标准 when it rests on the example pack', async () => {
    const example = join(import.meta.dirname, '..', '..', 'data', 'policies', 'example');
    const { stderr, code } = await subsidy('preview', '2026Q3', '--policies', example);
    expect(code).toBe(0);
    expect(stderr).toContain('示例标准');
  });

  it.each([
    ['2026Q3', 0],
    ['2027Q1', 0],
    ['2022Q1', 2],
    ['2021Q4', 2],
    ['2027Q2', 2],
    ['2026Q5', 2],
  ])('%s ends with exit code %i', async (quarter, code) => {
    expect((await subsidy('preview', quarter)).code).toBe(code);
  });

  it('refuses without a rate of the office, and names what is missing', async () => {
    const fresh = emptyFolder();
    await run(['init'], { cwd: fresh });
    const { code, stdout, stderr } = await run(['subsidy', 'preview', '2026Q3'], { cwd: fresh });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('subsidy.');
  });
});

describe('subsidy explain', () => {
  const reasonsOf = async (who: string) => {
    const { code, stdout, stderr } = await subsidy('explain', '2026Q3', who, '--format', 'json');
    return code === 0 ? (JSON.parse(stdout).rows as Month[]).map(({ reasons }) => reasons.join('+')) : stderr;
  };

  it.each([
    ['the whole number', ID.lapsed],
    ['the number with a small x or full-width digits', ID.lapsed.toLowerCase().replace('5', '５')],
    ['the masked number', maskNumber(ID.lapsed)],
    ['the last six characters', ID.lapsed.slice(-6)],
    ['a name that is one person’s alone', '乙二'],
    ['the same name with a space', '乙　二'],
  ])('finds a person by %s', async (_case, who) => {
    expect(await reasonsOf(who)).toEqual(['', 'registration', 'registration']);
  });

  it('tells a condition with its source and article', async () => {
    const { stdout } = await subsidy('explain', '2026Q3', '乙二', '--format', 'table');
    expect(stdout.replace(/\s+/g, '')).toContain(
      '登记：要求2026-08-01在有效期内；登记2023-08-01至2026-07-31，已过期→不符合（花名册.csv第3行，第',
    );
  });

  it('gives each month the amount of its district', async () => {
    const { stdout } = await subsidy('explain', '2026Q3', ID.moved, '--format', 'json');
    const { rows } = JSON.parse(stdout) as { rows: (Month & { district: string })[] };
    expect(rows.map(({ month, district, amountFen }) => [month, district, amountFen])).toEqual([
      ['2026-07', '锦江区', 20_000],
      ['2026-08', '锦江区', 26_050],
      ['2026-09', '武侯区', 20_000],
    ]);
  });

  it.each([
    [
      'a name of two people names both, masked',
      '戊五',
      [maskNumber(ID.namesakeA), maskNumber(ID.namesakeB), '水井坊'],
    ],
    ['a name of nobody', '没有此人', ['没有此人']],
    ['a number of nobody, masked', '510104199001019999', ['510104********9999']],
  ])('%s', async (_case, who, expected) => {
    const { code, stdout, stderr } = await subsidy('explain', '2026Q3', who);
    expect([code, stdout]).toEqual([2, '']);
    for (const part of expected) expect(stderr).toContain(part);
    expect(stderr).not.toMatch(/\d{17}/);
  });

  it('answers for somebody known without a post in the quarter', async () => {
    const { code, stdout, stderr } = await subsidy('explain', '2026Q3', '己六', '--format', 'json');
    const { rows, findings } = JSON.parse(stdout);
    expect([code, rows]).toEqual([0, []]);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'subsidy.no-post-in-quarter', severity: 'info' }),
    );
    expect(stderr).toContain('2020-01-01 至 2026-06-30');
  });
});

describe('subsidy export', () => {
  const names = (folder: string) => readdirSync(join(cwd, folder)).sort();
  const read = (folder: string, name: string) => readFileSync(join(cwd, folder, name), 'utf8');
  const handedOut = (): { files: { file: string; sha256: string }[] }[] => {
    const db = new Database(join(cwd, 'shegong.db'), { readonly: true });
    const entries = db
      .prepare("SELECT details FROM audit WHERE command = 'subsidy export' ORDER BY entry")
      .pluck()
      .all();
    db.close();
    return entries.map((details) => JSON.parse(details as string));
  };

  it('writes a set of drafts for each paying district, and a manifest that adds up', async () => {
    const { code, stdout } = await subsidy('export', '2026Q3', '--to', 'all', '--format', 'json');
    expect(code).toBe(0);
    const sheets = ['公示表', '发放花名册', '未发放名单', '汇总表'];
    expect(names('all')).toEqual(
      ['武侯区', '锦江区']
        .flatMap((district) => sheets.map((sheet) => `2026Q3-${district}-${sheet}-草稿.csv`))
        .concat('2026Q3-清单-草稿.csv')
        .sort(),
    );
    const { rows, totals } = JSON.parse(stdout);
    expect(totals).toEqual({
      ...{ files: 9, people: 4, personMonths: 10, dueFen: 198_150, totalFen: 198_150 },
      ...{ rewardFen: 0, arrearsFen: 0, recoveredFen: 0, carriedFen: 0 },
    });
    const sum = (sheet: string) =>
      rows
        .filter((row: { sheet: string }) => row.sheet === sheet)
        .reduce((all: number, row: { totalFen: number }) => all + row.totalFen, 0);
    expect([sum('payroll'), sum('public'), sum('summary')]).toEqual([198_150, 198_150, 198_150]);
    for (const { file, sha256 } of rows) {
      const bytes = readFileSync(join(cwd, 'all', file));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(bytes.toString()).toMatch(/^\uFEFF[^\r]*（草稿）\r\n/);
      if (!file.includes('清单')) expect(read('all', '2026Q3-清单-草稿.csv')).toContain(sha256);
    }
  });

  it('gives a person who moved a line in the payroll of each district, with its months alone', () => {
    expect(read('all', '2026Q3-锦江区-发放花名册-草稿.csv')).toContain(
      `丙三,${ID.moved}\t,初级,2027-12-31,200×1+260.50×1,2,460.50,`,
    );
    expect(read('all', '2026Q3-武侯区-发放花名册-草稿.csv')).toContain(
      `丙三,${ID.moved}\t,初级,2027-12-31,200×1,1,200.00,`,
    );
  });

  it('shows whole numbers in the payroll alone, which only its owner may read, and records every file', () => {
    for (const name of names('all')) {
      const payroll = name.includes('发放花名册');
      expect([name, /\d{17}[\dX]/.test(read('all', name).replace(/[0-9a-f]{64}/g, ''))]).toEqual([
        name,
        payroll,
      ]);
      if (payroll) expect(statSync(join(cwd, 'all', name)).mode & 0o777).toBe(0o600);
    }
    const last = handedOut().at(-1)?.files ?? [];
    expect(last.map(({ file }) => file).sort()).toEqual(names('all'));
    for (const { file, sha256 } of last) {
      expect(
        createHash('sha256')
          .update(readFileSync(join(cwd, 'all', file)))
          .digest('hex'),
      ).toBe(sha256);
    }
  });

  it('gives the same bytes again and hands out nothing new', async () => {
    const before = handedOut().length;
    const { code, stderr } = await subsidy('export', '2026Q3', '--to', 'all');
    expect(code).toBe(0);
    expect(stderr).toContain('9 个文件内容相同');
    expect(handedOut().length).toBe(before);
  });

  it('never replaces other contents unless forced, and then all of them', async () => {
    const name = '2026Q3-锦江区-公示表-草稿.csv';
    const written = read('all', name);
    writeFileSync(join(cwd, 'all', name), 'mine');
    const refused = await subsidy('export', '2026Q3', '--to', 'all');
    expect([refused.code, read('all', name)]).toEqual([2, 'mine']);
    expect(refused.stderr).toContain('--force');
    expect((await subsidy('export', '2026Q3', '--to', 'all', '--force')).code).toBe(0);
    expect(read('all', name)).toBe(written);
  });

  it('warns of people to be paid who have no usable card', async () => {
    const { stderr } = await subsidy('export', '2026Q3', '--to', 'cards');
    expect(stderr).toContain(`乙二 ${maskNumber(ID.lapsed)}`);
    const { stderr: without } = await subsidy('export', '2026Q3', '--to', 'public', '--what', 'public');
    expect(without).not.toContain('乙二');
  });

  it.each([
    [
      'one sheet of one district',
      ['--district', '锦江区', '--what', 'public'],
      ['2026Q3-锦江区-公示表-草稿.csv', '2026Q3-锦江区-清单-草稿.csv'],
    ],
    [
      'all districts in one file',
      ['--together', '--what', 'payroll'],
      ['2026Q3-全市-发放花名册-草稿.csv', '2026Q3-全市-清单-草稿.csv'],
    ],
  ])('writes %s', async (what, options, expected) => {
    expect((await subsidy('export', '2026Q3', '--to', what, ...options)).code).toBe(0);
    expect(names(what)).toEqual(expected);
  });

  it('writes workbooks with --format xlsx, and answers as text', async () => {
    const { code, stdout } = await subsidy(
      ...[
        'export',
        '2026Q3',
        '--to',
        'books',
        '--district',
        '锦江区',
        '--what',
        'payroll',
        '--format',
        'xlsx',
      ],
    );
    expect(code).toBe(0);
    expect(names('books')).toEqual(['2026Q3-锦江区-发放花名册-草稿.xlsx', '2026Q3-锦江区-清单-草稿.xlsx']);
    expect(stdout).toContain('2026Q3-锦江区-发放花名册-草稿.xlsx');
    expect(statSync(join(cwd, 'books', '2026Q3-锦江区-发放花名册-草稿.xlsx')).mode & 0o777).toBe(0o600);
  });

  it('shows masked identity numbers on the public notice when asked', async () => {
    await subsidy('export', '2026Q3', '--to', 'ids', '--what', 'public', '--with-id');
    expect(read('ids', '2026Q3-锦江区-公示表-草稿.csv')).toContain(
      `甲一,${maskNumber(ID.risen)},初级,3,721.00`,
    );
  });

  it.each([
    ['a folder under a missing one', ['--to', 'none/below']],
    ['a file for a folder', ['--to', '花名册.csv']],
    ['an unknown sheet', ['--to', 'x', '--what', 'payroll,bank']],
    ['an unknown district', ['--to', 'x', '--district', '锦工区']],
    ['a district in which nobody is on post', ['--to', 'x', '--district', '蒲江县']],
    ['no folder at all', []],
  ])('refuses %s and writes nothing', async (_case, options) => {
    const { code, stdout } = await subsidy('export', '2026Q3', ...options);
    expect([code, stdout]).toEqual([2, '']);
    expect(existsSync(join(cwd, 'x'))).toBe(false);
  });

  it('keeps the papers Chinese and the same whatever language the screen speaks', async () => {
    const { stderr } = await subsidy('export', '2026Q3', '--to', 'all', '--lang', 'en');
    expect(stderr).toContain('9 more stand there already');
  });
});
