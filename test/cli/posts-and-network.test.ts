import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from './run.js';
import { runOn } from './world.js';

/** Invented people of 西园街道: three communities, two units whose kind nobody has said. */
const ROSTER = `姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,岗位名称,上岗日期,证书级别,发证日期
甲一,510104199001011230,成都高新区,西园街道,尚锦社区,城乡社区专职工作者,社会工作专业岗位,2024-01-01,初级,2023-01-01
乙二,510104199002021246,成都高新区,西园街道,尚锦社区,城乡社区专职工作者,网格员,2024-01-01,中级,2023-01-01
`;
const STATIONS = `层级,名称,区(市)县,镇(街道),村(社区),设立日期,专职人数,持证人数
镇(街道)社工站,西园街道社工站,成都高新区,西园街道,,2026-01-01,4,2
村(社区)社工室,尚锦社工室,成都高新区,西园街道,尚锦社区,2026-07-10,2,
`;

let db = '';
beforeAll(async () => {
  const folder = emptyFolder();
  db = join(folder, 'shegong.db');
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const early = (...args: string[]) =>
    runOn({}, [...args, '--db', db], { SHEGONG_NOW: '2026-07-14T12:00:00+08:00' });
  expect((await early('init')).code).toBe(0);
  expect((await early('import', 'roster', file('花名册.csv', ROSTER), '--as-of', '2026-07-01')).code).toBe(0);
  expect((await shegong('import', 'stations', file('四级网络.csv', STATIONS))).code).toBe(0);
});

const shegong = (...args: string[]) => runOn({}, [...args, '--db', db]);

async function json(...args: string[]) {
  const { code, stdout, stderr } = await shegong(...args, '--format', 'json');
  expect(stdout, stderr).not.toBe('');
  return { code, ...JSON.parse(stdout) } as {
    code: number;
    command: string;
    rows: Record<string, unknown>[];
    months?: Record<string, unknown>[];
    totals: Record<string, unknown>;
    findings: { code: string; message: string }[];
  };
}
const HERE = ['--township', '西园街道'];

describe('network check', () => {
  it('tells each place, what stands there, and is 1 when something is missing', async () => {
    const { code, command, rows, totals } = await json('network', 'check', ...HERE, '--on', '2026-07-10');
    expect([code, command]).toEqual([1, 'network check']);
    expect(rows).toHaveLength(6);
    expect(rows[0]).toMatchObject({
      level: '镇(街道)社工站',
      covered: true,
      stations: 1,
      name: '西园街道社工站',
      staff: 4,
      certified: 2,
    });
    expect(rows.find(({ unit }) => unit === '尚锦社区居民委员会')).toMatchObject({
      covered: true,
      staff: 2,
      certified: null,
    });
    expect(totals).toMatchObject({ places: 6, covered: 2, missing: 4, staff: 6, certified: 2 });
  });

  it('a past day, and what was known then', async () => {
    expect((await json('network', 'check', ...HERE, '--on', '2026-07-09')).totals.covered).toBe(1);
    expect((await json('network', 'check', ...HERE, '--known-at', '2026-07-14')).totals.covered).toBe(0);
  });

  it('is 2 where no policy is in force', async () => {
    expect((await shegong('network', 'check', '--on', '2022-02-28')).code).toBe(2);
  });
});

describe('quota plan', () => {
  it('names who could take the new posts, masked unless asked', async () => {
    const { code, rows, totals } = await json('quota', 'plan', ...HERE);
    expect(code).toBe(1);
    expect(rows.map(({ unit, newPosts, fromUnit, recruit }) => [unit, newPosts, fromUnit, recruit])).toEqual([
      ['尚锦社区居民委员会', 1, 1, 0],
      ['檬柏社区居民委员会', 2, 0, 2],
      ['尚雅社区居民委员会', 2, 0, 2],
    ]);
    expect(rows[0]?.people).toMatchObject([
      { name: '乙二', idNumber: '510104********1246', level: '中级', from: 'unit' },
    ]);
    expect(totals).toMatchObject({ units: 3, newPosts: 5, fromUnit: 1, recruit: 4, unknownKind: 2 });
    const revealed = await json('quota', 'plan', ...HERE, '--reveal');
    expect(revealed.rows[0]?.people).toMatchObject([{ idNumber: '510104199002021246' }]);
  });

  it.each([
    ['csv', [], '乙二 510104********1246（中级）'],
    ['csv', ['--reveal'], '乙二 510104199002021246（中级）'],
    ['json', [], '"idNumber":"510104********1246"'],
    ['json', ['--reveal'], '"idNumber":"510104199002021246"'],
  ])('a file (%s %j) tells namesakes apart and is private', async (format, more, shown) => {
    const plan = join(emptyFolder(), `plan.${format}`);
    await shegong('quota', 'plan', ...HERE, '--format', format, ...more, '-o', plan);
    expect(readFileSync(plan, 'utf8')).toContain(shown);
    expect((statSync(plan).mode & 0o777).toString(8)).toBe('600');
  });

  it('--move: both ends, in both languages, and nothing written', async () => {
    const move = ['--move', '乙二=尚雅社区：社会工作专业岗位'];
    const { code, rows, months } = await json('quota', 'plan', ...move);
    expect(code).toBe(1);
    expect(rows).toMatchObject([
      { name: '乙二', end: 'from', unit: '尚锦社区居民委员会', shortfall: { before: 1, after: 1 }, ok: null },
      {
        end: 'to',
        unit: '尚雅社区居民委员会',
        established: { before: 0, after: 1 },
        shortfall: { before: 2, after: 1 },
        citation: { article: '三(四)1' },
        ok: true,
      },
    ]);
    expect(months).toEqual([]);
    const english = await shegong('quota', 'plan', ...move, '--lang', 'en');
    expect(english.stderr).toMatch(/subsidy\.rate is not set/);
    expect(english.stdout).toContain('0→1');
    expect((await json('quota', 'plan', ...HERE)).totals.newPosts).toBe(5);
  });

  it.each([
    ['乙二'],
    ['乙二='],
    ['=尚雅社区'],
    ['乙二=尚雅社区:'],
    ['乙二=尚雅社区:甲:乙'],
    ['没有这个人=尚雅社区'],
    ['乙二=没有这个社区'],
    ['乙二=尚锦社区'],
  ])('--move %s cannot be', async (move) => {
    expect((await shegong('quota', 'plan', '--move', move)).code).toBe(2);
  });
});

describe('quota show, grade structure, service summary', () => {
  it('answer and are 0: nothing is asked of what they tell', async () => {
    const show = await json('quota', 'show', '尚锦社区', ...HERE);
    expect([show.code, show.rows.map(({ about, name }) => name ?? about).sort()]).toEqual([
      0,
      ['unit', '乙二', '甲一'],
    ]);
    const structure = await json('grade', 'structure', '--by', 'unit', ...HERE);
    expect([structure.code, structure.rows]).toMatchObject([
      0,
      [
        {
          unit: '尚锦社区居民委员会',
          tier: null,
          established: 1,
          filled: 1,
          qualified: 1,
          vacant: 0,
          target: null,
        },
      ],
    ]);
    const services = await json('service', 'summary');
    expect([services.code, services.rows.length, services.totals.records]).toEqual([0, 21, 0]);
    expect((await shegong('service', 'summary', '--by', 'week')).code).toBe(2);
  });
});
