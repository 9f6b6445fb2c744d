import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskNumber } from '../../src/domain/mask.js';
import { emptyFolder } from '../cli/run.js';
import { runOn } from '../cli/world.js';
import { idNumber, openRatedOffice } from './rated-office.js';

const HEADINGS =
  '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,上岗日期,离岗日期,证书级别,发证日期,登记日期,登记有效期至,服务记录,发挥专业作用';
const JINJIANG = '锦江区,锦官驿街道,水井坊社区';
const WUHOU = '武侯区,浆洗街街道,锦里社区';
const line = (name: string, number: number, place: string, from: string, level: string) =>
  `${name},${idNumber(number)},${place},城乡社区专职工作者,${from},,${level},2020-01-01,2025-01-01,2027-12-31,是,是`;

// 初级 200 yuan in the city, 230 in 武侯区; everybody is entitled from the first of the month on
const ROSTER = [
  HEADINGS,
  line('甲一', 1, JINJIANG, '2020-01-01', '初级'),
  line('乙二', 2, JINJIANG, '2026-08-15', '中级'),
  line('丙三', 3, WUHOU, '2020-01-01', '初级'),
];

const cited = 'citation: { document: "草案", article: "第一条" }';
const DRAFT = `scope: city
parameters:
  subsidy.rate:
    - { from: 2026-01-01, value: { 员级: 100, 初级: 250, 中级: 400, 高级: 500 }, ${cited} }
  subsidy.decided-on:
    - { from: 2022-03-01, value: last-day, ${cited} }
  subsidy.service-minimum:
    - { from: 2022-03-01, value: { count: 1, per: quarter }, ${cited} }
`;
/** What follows the document of 2022, from March 2027 on. */
const SUCCESSOR = `${DRAFT}  subsidy.conditions:
    - { from: 2027-03-01, value: [on-post, certificate, registration, service-record, professional-role], ${cited} }
  subsidy.categories:
    - { from: 2027-03-01, value: [城乡社区专职工作者], ${cited} }
`;

let folder: string;
let db: string;
let policies: string;

beforeAll(() => {
  folder = emptyFolder();
  const office = openRatedOffice();
  for (const asOf of ['2026-09-30', '2027-01-15', '2027-06-15']) office.load('roster', ROSTER, { asOf });
  db = join(folder, 'office.db');
  writeFileSync(db, office.workspace.db.serialize());
  policies = join(folder, 'policies');
  cpSync(office.workspace.policies.folder as string, policies, { recursive: true });
  office.close();
  for (const [name, text] of [
    ['draft', DRAFT],
    ['successor', SUCCESSOR],
    ['unsound', DRAFT.replace('2026-01-01', '2026-13-01')],
    ['later', DRAFT.replace('2026-01-01', '2026-07-01')],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'city.yaml'), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) =>
  runOn({}, ['subsidy', 'simulate', ...args, '--db', db, '--policies', policies], {
    SHEGONG_NOW: '2026-11-23T09:00:00+08:00',
  });

interface Answer {
  code: number | null;
  quarter?: string;
  year?: string;
  rows: Record<string, unknown>[];
  totals: Record<string, unknown> & { byDistrict: Record<string, object>; byQuarter: Record<string, object> };
  assumptions: unknown[];
  findings: { code: string; severity: string; message: string }[];
}

async function answer(...args: string[]): Promise<Answer> {
  const { code, stdout, stderr } = await run(...args, '--format', 'json');
  if (stdout === '') throw new Error(stderr);
  return { code, ...(JSON.parse(stdout) as Omit<Answer, 'code'>) };
}

const sums = (totals: object) => {
  const { nowFen, thenFen, differenceFen } = totals as Record<string, number>;
  return [nowFen, thenFen, differenceFen];
};

const codes = ({ findings }: Answer) =>
  findings
    .map(({ severity, code }) => `${severity} ${code}`)
    .filter((each) => !each.endsWith('policy.ending'));

describe('a quarter', () => {
  it('all rates 10 % higher: by district and level', async () => {
    const found = await answer('2026Q3', '--raise', '10%');
    expect(found.code).toBe(0);
    expect(found.quarter).toBe('2026Q3');
    expect(found.assumptions).toEqual([{ kind: 'raise', level: null, percent: 10 }]);
    const row = (district: string, level: string, months: number, nowFen: number, thenFen: number) => ({
      ...{ district, level, nowPeople: 1, nowPersonMonths: months, nowFen },
      ...{ thenPeople: 1, thenPersonMonths: months, thenFen, differenceFen: thenFen - nowFen },
    });
    expect(found.rows).toEqual([
      row('锦江区', '初级', 3, 60_000, 66_000),
      row('锦江区', '中级', 1, 30_000, 33_000),
      row('武侯区', '初级', 3, 69_000, 75_900),
    ]);
    expect(sums(found.totals)).toEqual([159_000, 174_900, 15_900]);
    expect(found.totals).toMatchObject({ gainPeople: 3, gainFen: 15_900, losePeople: 0, loseFen: 0 });
    expect(codes(found)).toEqual([]);
  });

  it('another policy folder, with another day and other rates: who gains, who loses, and why', async () => {
    const found = await answer('2026Q3', '--with-policies', join(folder, 'draft'), '--people');
    // 乙二, on post from 15 August, has August too where the last day decides
    expect(found.rows).toEqual([
      {
        ...{ name: '乙二', idNumber: maskNumber(idNumber(2)), district: '锦江区', township: '锦官驿街道' },
        ...{ unit: '水井坊社区居委会', nowFen: 30_000, thenFen: 80_000, differenceFen: 50_000 },
        why: '2026年8月：改为发放（原因消除：不在岗）；2026年9月：中级标准 300.00 → 400.00',
        changes: [
          {
            months: ['2026-08'],
            ...{ nowDistrict: '锦江区', nowLevel: '中级', nowFen: 0, nowReasons: ['on-post'] },
            ...{ thenDistrict: '锦江区', thenLevel: '中级', thenFen: 40_000, thenReasons: [] },
          },
          {
            months: ['2026-09'],
            ...{ nowDistrict: '锦江区', nowLevel: '中级', nowFen: 30_000, nowReasons: [] },
            ...{ thenDistrict: '锦江区', thenLevel: '中级', thenFen: 40_000, thenReasons: [] },
          },
        ],
      },
      expect.objectContaining({
        name: '甲一',
        differenceFen: 15_000,
        why: '2026年7月至9月：初级标准 200.00 → 250.00',
      }),
      expect.objectContaining({
        name: '丙三',
        differenceFen: 6_000,
        why: '2026年7月至9月：初级标准 230.00 → 250.00',
      }),
    ]);
    expect(sums(found.totals)).toEqual([159_000, 230_000, 71_000]);
  });

  it('several assumptions at once: the day, one level’s rate and a drive in one district', async () => {
    const area = ['--district', '锦江', '--township', '锦官驿'];
    const found = await answer(
      ...['2026Q3', '--decided-on', 'last-day', '--raise', '中级=20', '--drive', '初级=中级'],
      ...area,
    );
    // 甲一 3 × 320, 乙二 2 × 320; 武侯区 is not asked about
    expect(sums(found.totals)).toEqual([90_000, 160_000, 70_000]);
    expect(Object.keys(found.totals.byDistrict)).toEqual(['锦江区']);
    expect(found.assumptions).toEqual([
      { kind: 'decided-on', day: 'last-day' },
      { kind: 'raise', level: '中级', amountFen: 2_000 },
      { kind: 'drive', from: '初级', to: '中级' },
    ]);
  });

  it('for people: a subtotal under each district, a total, and the memo in words', async () => {
    const { stdout, stderr } = await run('2026Q3', '--raise', '10%', '--format', 'csv');
    expect(stdout.split('\n')).toEqual([
      '区(市)县,证书级别,现行人数,现行人月,现行金额(元),模拟人数,模拟人月,模拟金额(元),增减(元)',
      '锦江区,初级,1,3,600.00,1,3,660.00,60.00',
      '锦江区,中级,1,1,300.00,1,1,330.00,30.00',
      '锦江区,小计,2,4,900.00,2,4,990.00,90.00',
      '武侯区,初级,1,3,690.00,1,3,759.00,69.00',
      '武侯区,小计,1,3,690.00,1,3,759.00,69.00',
      '合计,,3,7,1590.00,3,7,1749.00,159.00',
      '',
    ]);
    expect(stderr.split('\n').slice(1, 8)).toEqual([
      '模拟（全市2026年第三季度）：各级标准提高 10%。只作测算，未写入任何数据。',
      '现行：3 人、7 人月，1590.00 元。',
      '模拟：3 人、7 人月，1749.00 元。',
      '增减：+159.00 元（+10.0%）。',
      '锦江区：现行 900.00 元，模拟 990.00 元，增减 +90.00 元。',
      '武侯区：现行 690.00 元，模拟 759.00 元，增减 +69.00 元。',
      '增加的 3 人，共 +159.00 元；减少的 0 人，共 0.00 元。逐人名单请加 --people。',
    ]);
    expect(stderr).toContain(
      '模拟口径的执行标准：武侯区，7月至9月：每月标准 员级 110 元、初级 253 元、中级 330 元、高级 550 元（模拟 据测办发〔2026〕1号 第一条）；认定日：每月第一日；',
    );
  });

  it('in English', async () => {
    const { stderr } = await run('2026Q3', '--raise', '-10%', '--lang', 'en', '--district', '武侯区');
    expect(stderr).toContain(
      [
        'Simulated for 武侯区, 2026Q3: all rates 10% lower. Nothing was stored.',
        'Now: 1 person, 3 person-months, 690.00 yuan.',
        'Then: 1 person, 3 person-months, 621.00 yuan.',
        'Difference: -69.00 yuan (-10.0%).',
        '0 people gain 0.00 yuan, 1 person loses -69.00 yuan. --people lists them.',
      ].join('\n'),
    );
  });

  it('writes a workbook, with whole numbers in nobody’s sight', async () => {
    const file = join(folder, '名单.xlsx');
    const { code } = await run('2026Q3', '--raise', '10%', '--people', '-o', file);
    expect(code).toBe(0);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  });

  it('leaves the database as it was, to the byte', async () => {
    const hash = () => createHash('sha256').update(readFileSync(db)).digest('hex');
    const before = hash();
    await run('2026', '--raise', '10%', '--drive', '初级=高级', '--people');
    expect(hash()).toBe(before);
  });
});

describe('a year', () => {
  it('is its four quarters; months without policy are told, never 0', async () => {
    const found = await answer('2027', '--raise', '10%');
    expect(found.year).toBe('2027');
    // January and February alone: 200 + 300 + 230 a month
    expect(sums(found.totals)).toEqual([146_000, 160_600, 14_600]);
    expect(Object.keys(found.totals.byQuarter)).toEqual(['2027Q1']);
    expect(found.code).toBe(0);
    expect(codes(found)).toEqual([
      'warning subsidy.month-without-policy',
      'warning simulation.quarter-apart',
      'warning simulation.quarter-apart',
      'warning simulation.quarter-apart',
    ]);
  });

  it('a successor that only the other folder knows: what it costs is told apart from the difference', async () => {
    const found = await answer('2027', '--with-policies', join(folder, 'successor'));
    expect(sums(found.totals)).toEqual([146_000, 2 * (25_000 + 40_000 + 25_000), 34_000]);
    // March, and the second quarter; later quarters have no service record yet
    expect(found.totals.apart).toEqual({
      ...{ nowPersonMonths: 0, nowFen: 0 },
      ...{ thenPersonMonths: 12, thenFen: 4 * 90_000 },
    });
    expect(codes(found)).toEqual([
      'warning subsidy.month-without-policy',
      'warning simulation.quarter-apart',
      'warning simulation.quarter-apart',
      'warning simulation.quarter-apart',
      'warning simulation.months-apart',
    ]);
  });

  it('quarters before the other folder’s first rate are an error, and in no difference', async () => {
    const found = await answer('2026', '--with-policies', join(folder, 'later'));
    expect(found.code).toBe(1);
    expect(codes(found)).toEqual([
      'error simulation.quarter-apart',
      'error simulation.quarter-apart',
      'warning simulation.nothing-recorded',
    ]);
    expect(found.findings[0]?.message).toMatch(/2026Q1 按模拟口径没有设定 subsidy.rate/);
    expect(Object.keys(found.totals.byQuarter)).toEqual(['2026Q3', '2026Q4']);
  });

  it('a quarter still to come has no records: its 0 is no answer', async () => {
    const found = await answer('2026Q4', '--raise', '10%');
    expect(sums(found.totals)).toEqual([0, 0, 0]);
    expect(codes(found)).toEqual(['warning simulation.nothing-recorded']);
  });

  it('no quarter at all cannot run', async () => {
    const { code, stderr } = await run('2028', '--raise', '10%');
    expect(code).toBe(2);
    expect(stderr).toContain('2028Q1');
  });
});

it.each([
  [['2026Q3'], '没有给出任何假设'],
  [['2026Q5', '--raise', '1%'], '不是季度或年度'],
  [['2026Q3', '--raise', '多一点'], '无法识别“多一点”'],
  [['2026Q3', '--raise', '10%', '--raise', '20'], '重复'],
  [['2026Q3', '--raise', '初级=1,初级=2'], '重复'],
  [['2026Q3', '--raise', '员级=-100'], '不成其为标准'],
  [['2026Q3', '--drive', '中级=初级'], '新级别要高于原级别'],
  [['2026Q3', '--drive', '员级=初级', '--drive', '员级=中级'], '同一级别'],
  [['2026Q3', '--decided-on', '29'], '--decided-on'],
  [['2026Q3', '--raise', '1%', '--district', '锦红区'], '没有“锦红区”'],
  [['2027Q2', '--raise', '1%'], '三个月都没有有效的政策'],
  [['2026Q3', '--with-policies', '没有这个目录'], '--with-policies'],
  [['2026Q3', '--with-policies', ''], '--with-policies'],
])('%j cannot run', async (args, says) => {
  const { code, stdout, stderr } = await run(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(says);
});

it('an unsound folder cannot run, and its faults are told as policy check tells them', async () => {
  const { code, stderr } = await run('2026Q3', '--with-policies', join(folder, 'unsound'));
  expect(code).toBe(2);
  expect(stderr).toMatch(/city\.yaml.*4.*行.*from/);
  expect(stderr).toContain(join(folder, 'unsound'));
});
