import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ExportAsked, exportQuarter } from '../../src/cli/export-quarter.js';
import { quarter } from '../../src/domain/quarter.js';
import { UserError } from '../../src/domain/user-error.js';
import { USUAL_BANK_LAYOUT } from '../../src/reports/bank-layout.js';
import { readAudit } from '../../src/store/audit.js';
import { loadClosings } from '../../src/store/closings.js';
import { ClosingOffice } from '../tasks/closing-office.js';

let office: ClosingOffice;
let root: string;
let folders = 0;
beforeAll(() => {
  office = new ClosingOffice();
});
beforeEach(() => {
  office.reset();
  root = mkdtempSync(join(tmpdir(), 'shegong-papers-'));
});
afterAll(() => {
  office.end();
  rmSync(root, { recursive: true, force: true });
});

type Papers = Record<string, string>;

/** Exports into a folder of its own; the papers by name, and what the command tells. */
async function exported(of: string, asked: Partial<ExportAsked> = {}) {
  const to = join(root, String(++folders));
  const told = await exportQuarter(office.workspace, quarter(of), {
    ...{ to, together: false, withId: false, force: false, format: 'csv', bank: USUAL_BANK_LAYOUT },
    ...asked,
  });
  const names = readdirSync(to).sort();
  const papers: Papers = Object.fromEntries(
    names.map((name) => [name, readFileSync(join(to, name), 'utf8')]),
  );
  return { ...told, to, names, papers, codes: told.findings.map(({ code }) => code) };
}

const problem = async (work: Promise<unknown>): Promise<UserError | null> =>
  work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof UserError) return error;
      throw error;
    },
  );

const states = () =>
  Object.fromEntries(loadClosings(office.workspace.db).map(({ district, state }) => [district, state]));
const lines = (paper: string | undefined) => (paper ?? '').split('\r\n');
const audit = () =>
  [...readAudit(office.workspace.db)]
    .filter(({ command }) => command === 'subsidy export')
    .map(({ details }) => JSON.parse(details));

/** 锦江区 closed, and approved if that is asked. */
function closeJinjiang({ approved }: { approved: boolean }) {
  office.roster([{ id: 1 }, { id: 2 }, { id: 3, role: '否' }]);
  office.on('2026-10-08').close('2026Q3');
  if (approved) office.on('2026-10-20').approve('2026Q3', { from: '2026-10-08' });
}

describe('papers of a closed quarter', () => {
  it('are without 草稿, say who closed it and that it waits for approval, and move nothing', async () => {
    closeJinjiang({ approved: false });
    const { names, papers, codes, drafts } = await exported('2026Q3');
    expect(names).toEqual(
      ['公示表', '未发放名单', '汇总表', '清单']
        .map((sheet) => `2026Q3-锦江区-${sheet}.csv`)
        .map((name) => name.replace('锦江区-清单', '清单'))
        .sort(),
    );
    expect(lines(papers['2026Q3-锦江区-公示表.csv']).slice(0, 6)).toEqual([
      '\uFEFF锦江区2026年第三季度社会工作者职业补贴公示表',
      '结账：2026-10-08，王敏；待审批。',
      '单位：元',
      '镇(街道),村(社区),姓名,证书级别,月数,金额',
      '锦官驿街道,水井坊社区居委会,张乙,初级,3,600.00',
      '锦官驿街道,水井坊社区居委会,张丙,初级,3,600.00',
    ]);
    expect(codes).toContain('export.not-approved');
    expect(drafts).toEqual([]);
    expect(states()).toEqual({ 锦江区: 'closed' });
  });

  it('refuse the payroll by name until they are approved', async () => {
    closeJinjiang({ approved: false });
    const refused = await problem(exported('2026Q3', { what: ['payroll'] }));
    expect(refused?.problem).toBe('closing.wrong-state');
    expect(refused?.details).toMatchObject({ districts: [{ district: '锦江区', state: 'closed' }] });
    expect(audit()).toEqual([]);
  });

  it('are the same bytes ever after, whatever facts, values, day and state', async () => {
    closeJinjiang({ approved: false });
    const first = await exported('2026Q3');
    office.roster([{ id: 1, level: '中级', issued: '2026-01-01' }, { id: 4 }]);
    office.on('2026-10-30').approve('2026Q3', { from: '2026-10-08' });
    office.set({ rates: { '2024-01-01': 900 } });
    const later = await exported('2026Q3', { what: ['public', 'summary', 'unpaid'] });
    expect(later.papers).toEqual(first.papers);
    expect([first.again, later.again]).toEqual([0, later.names.length]);
    expect(states()).toEqual({ 锦江区: 'approved' });
  });

  it('need no policy to be handed out again', async () => {
    closeJinjiang({ approved: true });
    const first = await exported('2026Q3');
    office.set({ rates: {} });
    expect((await exported('2026Q3')).papers).toEqual(first.papers);
  });

  it('are others after the quarter was reopened and closed again', async () => {
    closeJinjiang({ approved: false });
    const first = await exported('2026Q3', { what: ['public'] });
    office.reopen('2026Q3');
    office.roster([{ id: 4 }]);
    office.close('2026Q3', { by: '赵云' });
    const second = await exported('2026Q3', { what: ['public'] });
    expect(second.again).toBe(0);
    expect(second.papers['2026Q3-锦江区-公示表.csv']).not.toBe(first.papers['2026Q3-锦江区-公示表.csv']);
  });
});

describe('the payroll of an approved quarter', () => {
  it('moves it to exported, by whom it was asked, with the files in the audit log', async () => {
    closeJinjiang({ approved: true });
    const { papers, to, moved } = await exported('2026Q3', {
      by: '陈静',
      what: ['payroll', 'public', 'summary', 'unpaid'],
    });
    expect([moved, states()]).toEqual([['锦江区'], { 锦江区: 'exported' }]);
    const name = '2026Q3-锦江区-发放花名册.csv';
    expect(lines(papers[name])[1]).toBe(
      '结账：2026-10-08，王敏；公示：2026-10-08 至 2026-10-15；审批：2026-10-20，李强。',
    );
    expect(statSync(join(to, name)).mode & 0o777).toBe(0o600);
    const [movedEntry, files] = audit();
    expect(movedEntry).toMatchObject({ districts: ['锦江区'], by: '陈静' });
    expect(files).toMatchObject({ quarter: '2026Q3', by: '陈静', closings: [1] });
    expect(files.files.map(({ file }: { file: string }) => file)).toHaveLength(5);
    expect(files.files[0]).toMatchObject({
      ...{ file: name, rows: 2, people: 2, totalFen: 120_000 },
      sha256: createHash('sha256')
        .update(papers[name] as string)
        .digest('hex'),
    });
  });

  it('is the same again, moves nothing again, and each folder it goes to is recorded', async () => {
    closeJinjiang({ approved: true });
    const first = await exported('2026Q3', { what: ['payroll'] });
    const second = await exported('2026Q3', { what: ['payroll'] });
    expect(second.papers).toEqual(first.papers);
    expect([second.moved, audit().length]).toEqual([[], 3]);
    const moves = loadClosings(office.workspace.db).flatMap((closing) =>
      closing.moves.map(({ move }) => move),
    );
    expect(moves).toEqual(['close', 'approve', 'export']);
  });

  it('leaves nothing behind when the files cannot be put into the folder', async () => {
    closeJinjiang({ approved: true });
    const refused = await problem(exported('2026Q3', { to: join(root, 'none', 'below') }));
    expect(refused?.problem).toBe('export.folder-missing');
    expect([states(), audit()]).toEqual([{ 锦江区: 'approved' }, []]);
    expect(office.workspace.db.prepare('SELECT count(*) FROM issued_paper').pluck().get()).toBe(0);
  });
});

describe('districts that have not come equally far', () => {
  beforeEach(() => {
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }]);
    office.on('2026-10-08').close('2026Q3', { district: '锦江区' });
  });

  it('are each exported by their own state, and the manifest says which are drafts', async () => {
    const { names, papers } = await exported('2026Q3');
    expect(names.filter((name) => name.includes('公示表'))).toEqual([
      '2026Q3-武侯区-公示表-草稿.csv',
      '2026Q3-锦江区-公示表.csv',
    ]);
    expect(names.filter((name) => name.includes('发放花名册'))).toEqual([
      '2026Q3-武侯区-发放花名册-草稿.csv',
    ]);
    const manifest = lines(papers['2026Q3-清单-草稿.csv']);
    expect(manifest.slice(1, 3)).toEqual([
      '草稿：武侯区尚未结账，其文件不得据以发放或公示。',
      '结账：2026-10-08，王敏；待审批。',
    ]);
    expect(manifest).toContain('结账编号：锦江区 1（数据截至第 2 批导入）');
  });

  it('do not stand in one file', async () => {
    const refused = await problem(exported('2026Q3', { together: true }));
    expect([refused?.problem, refused?.details]).toEqual([
      'export.stages-differ',
      {
        quarter: '2026Q3',
        districts: [
          { district: '锦江区', state: 'closed' },
          { district: '武侯区', state: 'draft' },
        ],
      },
    ]);
  });

  it('stand together once both are closed, and who closed which is said', async () => {
    office.close('2026Q3', { district: '武侯区', by: '赵云' });
    const { papers } = await exported('2026Q3', { together: true, what: ['summary'] });
    const paper = lines(papers['2026Q3-全市-汇总表.csv']);
    expect(paper.slice(0, 3)).toEqual([
      '\uFEFF全市2026年第三季度社会工作者职业补贴汇总表',
      '锦江区：结账：2026-10-08，王敏；待审批。',
      '武侯区：结账：2026-10-08，赵云；待审批。',
    ]);
  });
});

describe('amends of earlier quarters', () => {
  beforeEach(() => {
    office.roster([{ id: 1 }, { id: 2, level: '', registered: '' }, { id: 4 }], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    // 1 left on 15 April; 2 had a certificate since 20 April; 4 was not registered in June
    office.roster(
      [
        { id: 1, until: '2026-04-15' },
        { id: 2, issued: '2026-04-20', registered: '2026-04-25' },
        { id: 4, registeredUntil: '2026-05-31' },
      ],
      '2026-06-30',
    );
    office.roster(
      [
        { id: 2, issued: '2026-04-20', registered: '2026-04-25' },
        { id: 3 },
        { id: 4, registered: '2026-07-01' },
      ],
      '2026-09-30',
    );
    office.on('2026-10-08');
  });

  const amounts = (paper: string[]) =>
    paper
      .filter((line) => /^\d+,/.test(line))
      .map((line) => {
        const cells = line.split(',');
        return [cells[3], ...cells.slice(9, 13).map(Number)];
      });

  it('are on the draft as the close will carry them, and 应发 + 补发 − 扣回 = 实发 in every row and in all', async () => {
    const draft = await exported('2026Q3');
    office.close('2026Q3');
    office.on('2026-10-20').approve('2026Q3', { from: '2026-10-08' });
    const closed = await exported('2026Q3');
    const payroll = lines(closed.papers['2026Q3-锦江区-发放花名册.csv']);
    expect(amounts(payroll)).toEqual(amounts(lines(draft.papers['2026Q3-锦江区-发放花名册-草稿.csv'])));
    for (const [, due = 0, arrears = 0, taken = 0, net] of amounts(payroll) as [string, ...number[]][]) {
      expect(due + arrears - taken).toBe(net);
    }
    expect(payroll).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^合计,/),
        '另有 1 人应扣回的 400.00 元超过本次应付金额，转入待追回名单，未在本表扣回。',
      ]),
    );
    const sheet = (entries: typeof closed.entries, name: string) =>
      entries.find((entry) => entry.sheet === name);
    const {
      file: _,
      sha256: __,
      sheet: ___,
      rows: ____,
      ...totals
    } = sheet(closed.entries, 'payroll') ?? ({} as never);
    expect(sheet(closed.entries, 'summary')).toMatchObject(totals);
    expect(sheet(closed.entries, 'public')?.totalFen).toBe(totals.totalFen);
    expect(totals).toMatchObject({ carriedFen: 40_000 });
  });

  it('are told month by month with their cause, the same in draft and closed', async () => {
    const draft = await exported('2026Q3', { what: ['corrections', 'recovery'] });
    office.close('2026Q3');
    const closed = await exported('2026Q3', { what: ['corrections', 'recovery'] });
    const body = (papers: Papers, name: string) =>
      lines(papers[name]).filter((line) => /^(\d+|序号|合计),/.test(line));
    expect(body(closed.papers, '2026Q3-锦江区-补发扣回明细.csv')).toEqual(
      body(draft.papers, '2026Q3-锦江区-补发扣回明细-草稿.csv'),
    );
    expect(body(closed.papers, '2026Q3-锦江区-补发扣回明细.csv')).toMatchInlineSnapshot(`
      [
        "序号,镇(街道),村(社区),姓名,身份证号,原季度,月份,已结,重算,差额,原因",
        "1,锦官驿街道,水井坊社区居委会,张乙,510104********0019,2026Q2,2026-05,200.00,0.00,-200.00,在岗 2024-01-01 至 2026-04-15，已离岗；第 3 批导入",
        "2,锦官驿街道,水井坊社区居委会,张乙,510104********0019,2026Q2,2026-06,200.00,0.00,-200.00,在岗 2024-01-01 至 2026-04-15，已离岗；第 3 批导入",
        "3,锦官驿街道,水井坊社区居委会,张丙,510104********0027,2026Q2,2026-05,0.00,200.00,200.00,证书：初级，2026-04-20 发证；登记 2026-04-25 至 2027-12-31；补贴标准：每月 200 元；第 3 批导入",
        "4,锦官驿街道,水井坊社区居委会,张丙,510104********0027,2026Q2,2026-06,0.00,200.00,200.00,证书：初级，2026-04-20 发证；登记 2026-04-25 至 2027-12-31；补贴标准：每月 200 元；第 3 批导入",
        "5,锦官驿街道,水井坊社区居委会,张戊,510104********0043,2026Q2,2026-06,200.00,0.00,-200.00,登记 2025-01-01 至 2026-05-31，已过期；第 3 批导入",
        "合计,,,,,,,,,-200.00,",
      ]
    `);
    expect(body(closed.papers, '2026Q3-锦江区-待追回名单.csv')).toEqual(
      body(draft.papers, '2026Q3-锦江区-待追回名单-草稿.csv'),
    );
    expect(body(closed.papers, '2026Q3-锦江区-待追回名单.csv')).toMatchInlineSnapshot(`
      [
        "序号,区(市)县,姓名,身份证号,形成季度,应追回,已追回,余额",
        "1,锦江区,张乙,510104********0019,2026Q3,400.00,0.00,400.00",
        "合计,,,,,400.00,0.00,400.00",
      ]
    `);
  });

  it('have no sheet of their own where there is nothing to tell', async () => {
    const { names } = await exported('2026Q2');
    expect(names.some((name) => /补发扣回|待追回/.test(name))).toBe(false);
  });

  it('that were carried are taken later, and the list tells both', async () => {
    office.close('2026Q3');
    office.roster([{ id: 1, from: '2026-12-01' }], '2026-12-31');
    office.on('2027-01-05').close('2026Q4');
    const { papers } = await exported('2026Q4', { what: ['recovery'] });
    expect(lines(papers['2026Q4-锦江区-待追回名单.csv'])).toContainEqual(
      expect.stringMatching(/^1,锦江区,张乙,.*,2026Q3,400\.00,200\.00,200\.00$/),
    );
    const before = await exported('2026Q3', { what: ['recovery'] });
    expect(lines(before.papers['2026Q3-锦江区-待追回名单.csv'])).toContainEqual(
      expect.stringMatching(/^1,锦江区,张乙,.*,2026Q3,400\.00,0\.00,400\.00$/),
    );
  });
});

describe('papers as workbooks', () => {
  it('are ready to print, and keep numbers as text', async () => {
    closeJinjiang({ approved: true });
    const { to, names } = await exported('2026Q3', { what: ['payroll', 'summary'], format: 'xlsx' });
    expect(names).toEqual(['2026Q3-清单.xlsx', '2026Q3-锦江区-发放花名册.xlsx', '2026Q3-锦江区-汇总表.xlsx']);
    const { sheets } = await readXlsx(readFileSync(join(to, '2026Q3-锦江区-发放花名册.xlsx')));
    const [sheet] = sheets;
    expect(sheet?.name).toBe('发放花名册');
    expect(sheet?.merges).toContainEqual({ startRow: 0, startCol: 0, endRow: 0, endCol: 15 });
    expect(sheet?.pageSetup).toMatchObject({
      ...{ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 },
      printTitlesRow: '$4:$4',
    });
    expect(sheet?.headerFooter?.oddFooter).toBe('&C第 &P 页，共 &N 页');
    expect(sheet?.rows[4]?.slice(3, 5)).toEqual(['张乙', expect.stringMatching(/^\d{17}[\dX]$/)]);
    expect(sheet?.rows[4]?.[14]).toMatch(/^6222\d+$/);
    // words side by side stand once each, none hidden under a merged cell
    expect(sheet?.rows[8]?.filter((cell) => cell !== null)).toEqual(['制表人：', '审核人：', '负责人：']);
    expect(sheet?.rows[6]?.slice(8, 13)).toEqual([6, 1200, 0, 0, 1200]);
  });

  it('are the same bytes again', async () => {
    closeJinjiang({ approved: true });
    const first = await exported('2026Q3', { format: 'xlsx' });
    const second = await exported('2026Q3', { format: 'xlsx' });
    expect(second.papers).toEqual(first.papers);
  });
});
