import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runHere } from './run-here.js';
import { ID, office } from './subsidy-office.js';

const LEADER = '全国社会工作领军人才';
const OTHER = '成都市优秀社工';
const reward = (yuan: number) => `  award.reward:
    - { from: 2022-03-01, value: { ${LEADER}: ${yuan} }, citation: { document: "测办发〔2026〕3号", article: "第二条" } }
`;

let cwd: string;
const shegong = async (...args: string[]) =>
  runHere(args, { cwd, env: { SHEGONG_NOW: '2026-10-20T12:00:00+08:00' } });
const json = async (...args: string[]) => {
  const { code, stdout } = await shegong(...args, '--format', 'json');
  return { code, text: stdout, ...JSON.parse(stdout) };
};

beforeAll(async () => {
  cwd = await office();
  appendFileSync(join(cwd, 'policies', 'city.yaml'), reward(10_000));
  // the same folder with another amount
  mkdirSync(join(cwd, '拟定'));
  const city = readFileSync(join(cwd, 'policies', 'city.yaml'), 'utf8');
  writeFileSync(join(cwd, '拟定', 'city.yaml'), city.replace(reward(10_000), reward(12_000.5)));
  const row = (id: string, title: string, on: string) => `${id},${title},${on},民政部,某函〔2026〕1号`;
  const awards = [
    '身份证号,称号,授予日期,授予单位,文号',
    row(ID.moved, LEADER, '2026-08-15'),
    row(ID.lapsed, OTHER, '2026-08-15'),
    row(ID.gone, LEADER, '2026-07-01'),
  ];
  writeFileSync(join(cwd, '表扬奖励.csv'), `${awards.join('\n')}\n`);
  const imported = await shegong('import', 'awards', '表扬奖励.csv');
  expect(imported.code, imported.stderr).toBe(0);
});

const AWARD = { title: LEADER, awardedOn: '2026-08-15', amountFen: 1_000_000 };
const CITED = { document: '测办发〔2026〕3号', article: '第二条' };

describe('rewards on the command line', () => {
  it('preview tells them apart from months and corrections, personal data masked', async () => {
    const { code, text, totals, rewards, findings } = await json('subsidy', 'preview', '2026Q3');
    expect(code).toBe(0);
    expect(totals).toMatchObject({ rewardFen: 1_000_000, totalFen: 198_150 });
    expect(rewards).toMatchObject([{ ...AWARD, district: '锦江区', citation: CITED }]);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'reward.no-post', severity: 'warning' }));
    expect(text).not.toMatch(/\d{17}/);
    const { stdout, stderr } = await shegong('subsidy', 'preview', '2026Q3', '--lang', 'en');
    expect(stdout.split('\n')[0]).toMatch(/,Rewards$/);
    expect(stderr).toContain('10000.00 yuan of rewards for 1 person');
    const wuhou = await json('subsidy', 'preview', '2026Q3', '--district', '武侯区');
    expect([wuhou.totals.rewardFen, wuhou.rewards]).toEqual([0, []]);
  });

  it.each([
    [ID.moved, 'due', 1_000_000, '10000.00 元，由锦江区发放（测办发〔2026〕3号 第二条；表扬奖励.csv 第 2 行'],
    [ID.lapsed, 'not-listed', 0, '不发：award.reward 没有列这一称号'],
    [ID.gone, 'no-post', 0, '不发：授予当日没有岗位'],
  ] as const)('explain says why: %s', async (who, answer, amountFen, said) => {
    const { rewards } = await json('subsidy', 'explain', '2026Q3', who);
    expect(rewards).toMatchObject([{ answer, amountFen }]);
    const { stderr } = await shegong('subsidy', 'explain', '2026Q3', who);
    expect(stderr).toContain(said);
  });

  it('simulate compares them under another policy folder', async () => {
    const { totals } = await json('subsidy', 'simulate', '2026Q3', '--with-policies', '拟定');
    expect(totals.rewards).toEqual({ nowFen: 1_000_000, thenFen: 1_200_050, differenceFen: 200_050 });
    const { stderr } = await shegong('subsidy', 'simulate', '2026Q3', '--with-policies', '拟定');
    expect(stderr).toContain('现行 10000.00 元，假设 12000.50 元，相差 +2000.50 元');
  });

  it('close, status, corrections and explain tell of them once they are frozen', async () => {
    const closed = await json('subsidy', 'close', '2026Q3', '--by', '王敏');
    expect(closed.totals).toMatchObject({ dueFen: 198_150, rewardFen: 1_000_000, netFen: 1_198_150 });
    const status = await json('subsidy', 'status', '2026Q3');
    expect(status.totals).toMatchObject({ dueFen: 198_150, netFen: 1_198_150 });
    expect(status.totals).toMatchObject({ rewardFen: 1_000_000, provenRewards: 1, differences: 0 });
    expect((await shegong('db', 'check')).code).toBe(0);

    writeFileSync(join(cwd, '补.csv'), `身份证号,称号,授予日期\n${ID.lapsed},${LEADER},2026-09-01\n`);
    await shegong('import', 'awards', '补.csv');
    const { rows, totals } = await json('subsidy', 'corrections', '2026Q4');
    expect(totals).toMatchObject({ arrearsFen: 1_000_000, people: 1 });
    expect(rows).toMatchObject([
      {
        ...{ kind: '补发', month: '2026-09', reward: { title: LEADER, awardedOn: '2026-09-01' } },
        cause: { codes: ['award'], source: { file: '补.csv', line: 2 }, citation: CITED },
      },
    ]);
    const frozen = await json('subsidy', 'explain', '2026Q3', ID.moved);
    expect(frozen.rewards).toMatchObject([{ ...AWARD, answer: 'due', state: 'closed', late: false }]);
    const late = await json('subsidy', 'explain', '2026Q3', ID.lapsed);
    expect(late.rewards).toMatchObject([
      { title: OTHER, answer: 'not-listed' },
      { title: LEADER, answer: 'due', state: null, late: true },
    ]);
  });
});
