import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ExportAsked, exportQuarter } from '../../src/cli/export-quarter.js';
import { quarter } from '../../src/domain/quarter.js';
import { USUAL_BANK_LAYOUT } from '../../src/reports/bank-layout.js';
import { ClosingOffice } from '../tasks/closing-office.js';

const LEADER = '全国社会工作领军人才';

let office: ClosingOffice;
let root: string;
let folders = 0;
beforeAll(() => {
  office = new ClosingOffice();
  root = mkdtempSync(join(tmpdir(), 'shegong-rewards-'));
});
beforeEach(() => office.reset());
afterAll(() => {
  office.end();
  rmSync(root, { recursive: true, force: true });
});

/** The papers of a quarter by name, line by line. */
async function papers(of: string, asked: Partial<ExportAsked> = {}) {
  const to = join(root, String(++folders));
  await exportQuarter(office.workspace, quarter(of), {
    ...{ to, together: false, withId: false, force: false, format: 'csv', bank: USUAL_BANK_LAYOUT },
    ...asked,
  });
  const bytes = (name: string) => readFileSync(join(to, name));
  const text = (name: string) =>
    name.includes('银行') ? iconv.decode(bytes(name), 'gb18030') : bytes(name).toString('utf8');
  return Object.fromEntries(readdirSync(to).map((name) => [name, text(name).trim().split('\r\n')]));
}
const yuan = (cell: string | undefined) => Math.round(Number(cell) * 100);

/** The cells of a paper's column by heading, of the rows that begin with a number, and of the sum. */
function column(paper: readonly string[] | undefined, heading: string) {
  const lines = paper ?? [];
  const headings = lines.findIndex((line) => line.split(',').includes(heading));
  const at = (lines[headings] ?? '').split(',').indexOf(heading);
  const cells = (line: string) => line.split(',')[at];
  const rows = lines.filter((line) => /^\d+,/.test(line)).map(cells);
  return {
    rows,
    sum: lines.filter((line) => line.startsWith('合计,') && !line.includes('初级')).map(cells)[0],
  };
}

/** 1 and 2 in 锦江区 with a reward of the quarter for 1, and one told late for 2 (of 2026Q2). */
function closed() {
  office.set({ rewards: { [LEADER]: 10_000 } });
  office.roster([{ id: 1 }, { id: 2 }, { id: 3, account: '' }, { id: 4, at: '武侯' }], '2026-06-30');
  office.on('2026-07-05').close('2026Q2');
  office.roster([{ id: 1 }, { id: 2 }, { id: 3, account: '' }, { id: 4, at: '武侯' }], '2026-09-30');
  office.awards([
    [1, LEADER, '2026-08-20'],
    [2, LEADER, '2026-05-20'],
    [3, LEADER, '2026-09-30'],
  ]);
  office.on('2026-10-08').close('2026Q3');
  office.on('2026-10-20').approve('2026Q3', { from: '2026-10-08' });
}

describe('papers of a quarter with rewards', () => {
  it('payroll, notice, summary and bank file agree to the fen', async () => {
    closed();
    const written = await papers('2026Q3');
    const payroll = written['2026Q3-锦江区-发放花名册.csv'];
    expect(payroll?.find((line) => line.startsWith('序号'))).toBe(
      '序号,镇(街道),村(社区),姓名,身份证号,证书级别,登记有效期至,标准明细,月数,本季应发,奖励,补发,扣回,实发,开户行,银行卡号,签字',
    );
    expect(['本季应发', '奖励', '补发', '扣回', '实发'].map((each) => column(payroll, each))).toEqual([
      { rows: ['600.00', '600.00', '600.00'], sum: '1800.00' },
      { rows: ['10000.00', '0.00', '10000.00'], sum: '20000.00' },
      { rows: ['0.00', '10000.00', '0.00'], sum: '10000.00' },
      { rows: ['0.00', '0.00', '0.00'], sum: '0.00' },
      { rows: ['10600.00', '10600.00', '10600.00'], sum: '31800.00' },
    ]);
    expect(payroll).toContain('合计（大写）,叁万壹仟捌佰元整');
    expect(payroll?.filter((line) => line.startsWith('奖励：'))).toEqual([
      `奖励：张乙，“${LEADER}”（2026-08-20 授予），10000.00 元，依据测办发〔2026〕1号 第一条。`,
      `奖励：张丁，“${LEADER}”（2026-09-30 授予），10000.00 元，依据测办发〔2026〕1号 第一条。`,
    ]);
    const notice = written['2026Q3-锦江区-公示表.csv'] ?? [];
    expect(notice.slice(3)).toEqual([
      '镇(街道),村(社区),姓名,证书级别,月数,金额,本季奖励',
      '锦官驿街道,水井坊社区居委会,张乙,初级,3,10600.00,10000.00',
      '锦官驿街道,水井坊社区居委会,张丙,初级,3,10600.00,0.00',
      '锦官驿街道,水井坊社区居委会,张丁,初级,3,10600.00,10000.00',
      '合计,,,,9,31800.00,20000.00',
    ]);
    const summary = written['2026Q3-锦江区-汇总表.csv'];
    expect(summary?.find((line) => line.startsWith('区(市)县'))).toBe(
      '区(市)县,镇(街道),证书级别,人数,人月数,应发,奖励,补发,扣回,实发,转待追回',
    );
    expect(summary).toContain('合计,,,3,9,1800.00,20000.00,10000.00,0.00,31800.00,0.00');
    const amends = written['2026Q3-锦江区-补发扣回明细.csv']?.find((line) => line.startsWith('1,'));
    expect(amends).toContain('2026Q2,2026-05 奖励,0.00,10000.00,10000.00,');
    expect(amends).toContain(`奖励“${LEADER}”（2026-05-20 授予）；表扬奖励有新增、更正或撤销；第 `);
    // who has no card is paid otherwise, and is named in the manifest
    const manifest = written['2026Q3-清单.csv'] ?? [];
    const of = (sheet: string) => manifest.find((line) => line.includes(`锦江区-${sheet}`))?.split(',') ?? [];
    const headings = manifest.find((line) => line.startsWith('文件,'))?.split(',') ?? [];
    const cell = (sheet: string, heading: string) => yuan(of(sheet)[headings.indexOf(heading)]);
    expect([cell('发放花名册', '奖励'), cell('汇总表', '奖励')]).toEqual([2_000_000, 2_000_000]);
    expect(cell('发放花名册', '实发')).toBe(3_180_000);
    expect(cell('银行代发文件', '实发')).toBe(2_120_000);
    expect(
      manifest.some((line) =>
        line.includes('3 人 31800.00 元 = 银行代发 2 人 21200.00 元 + 无可用银行卡 1 人 10600.00 元'),
      ),
    ).toBe(true);
  });

  it('a notice names the reward beside the amount, of which it need not be a part', async () => {
    office.set({ rewards: { [LEADER]: 10_000 } });
    office.roster([{ id: 1 }, { id: 2 }], '2026-06-30');
    const wrong = office.awards([
      [1, LEADER, '2026-05-20'],
      [2, LEADER, '2026-05-20'],
    ]);
    office.on('2026-07-05').close('2026Q2');
    office.undo(wrong);
    office.roster([{ id: 1 }, { id: 2 }, { id: 3 }]);
    office.awards([[1, LEADER, '2026-08-20']]);
    office.on('2026-10-08').close('2026Q3');
    const written = await papers('2026Q3', { what: ['public'] });
    expect(written['2026Q3-锦江区-公示表.csv']?.slice(3)).toEqual([
      '镇(街道),村(社区),姓名,证书级别,月数,金额,本季奖励',
      '锦官驿街道,水井坊社区居委会,张乙,初级,3,600.00,10000.00',
      '锦官驿街道,水井坊社区居委会,张丁,初级,3,600.00,0.00',
      '合计,,,,6,1200.00,10000.00',
    ]);
  });

  it('a notice on which nobody has a reward has no column of them', async () => {
    office.set({ rewards: { [LEADER]: 10_000, 四川省社会工作高端人才: 1 } });
    office.roster([{ id: 1 }], '2026-06-30');
    const wrong = office.awards([[1, LEADER, '2026-05-20']]);
    office.on('2026-07-05').close('2026Q2');
    office.undo(wrong);
    office.roster([{ id: 1 }, { id: 2 }]);
    office.awards([[1, '四川省社会工作高端人才', '2026-08-20']]);
    office.on('2026-10-08').close('2026Q3');
    const written = await papers('2026Q3', { what: ['public'] });
    expect(written['2026Q3-锦江区-公示表.csv']?.join()).not.toContain('奖励');
  });

  it('name no rewards in a district without any', async () => {
    closed();
    const written = await papers('2026Q3');
    for (const sheet of ['发放花名册', '公示表', '汇总表'])
      expect(written[`2026Q3-武侯区-${sheet}.csv`]?.join('\n')).not.toContain('奖励');
  });

  it('are the same bytes again, whatever has become known', async () => {
    closed();
    const first = await papers('2026Q3');
    office.set({ rewards: { [LEADER]: 1 } });
    office.awards([[4, LEADER, '2026-08-20']]);
    expect(await papers('2026Q3')).toEqual(first);
  });

  it('as drafts are what the close then pays', async () => {
    office.set({ rewards: { [LEADER]: 10_000 } });
    office.roster([{ id: 1 }]);
    office.awards([[1, LEADER, '2026-08-20']]);
    const draft = await papers('2026Q3', { what: ['payroll'] });
    office.on('2026-10-08').close('2026Q3');
    office.on('2026-10-20').approve('2026Q3', { from: '2026-10-08' });
    const frozen = await papers('2026Q3', { what: ['payroll'] });
    const rows = (all: typeof draft) =>
      Object.values(all)
        .flat()
        .filter((line) => /^(1,|合计|奖励)/.test(line));
    expect(rows(frozen)).toEqual(rows(draft));
    expect(rows(draft).join()).toContain('10600.00');
  });
});
