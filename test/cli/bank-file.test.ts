import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ExportAsked, exportQuarter } from '../../src/cli/export-quarter.js';
import { exportRetry, type RetryAsked } from '../../src/cli/export-retry.js';
import { quarter } from '../../src/domain/quarter.js';
import { BusyError, UserError } from '../../src/domain/user-error.js';
import {
  type BankEncoding,
  readBankColumns,
  requirePayable,
  USUAL_BANK_LAYOUT,
} from '../../src/reports/bank-layout.js';
import { loadClosings } from '../../src/store/closings.js';
import { loadLinePayments, withPaid } from '../../src/store/line-payments.js';
import { ClosingOffice } from '../tasks/closing-office.js';
import { idNumber } from '../tasks/rated-office.js';

let office: ClosingOffice;
let root: string;
let folders = 0;
beforeAll(() => {
  office = new ClosingOffice();
  root = mkdtempSync(join(tmpdir(), 'shegong-bank-'));
});
beforeEach(() => office.reset());
afterAll(() => {
  office.end();
  rmSync(root, { recursive: true, force: true });
});

const Q = quarter('2026Q3');
const card = (id: number): string => `6222020000000000${String(id).padStart(3, '0')}`;

/** 2026Q3 approved: 1 and 2 in 锦江区, 3 without a card there, 4 in 武侯区; 600 yuan each. */
function approved(): void {
  office.on('2026-10-12');
  office.roster([{ id: 1 }, { id: 2 }, { id: 3, account: '' }, { id: 4, at: '武侯' }]);
  office.close('2026Q3');
  office.on('2026-10-21');
  office.approve('2026Q3', { from: '2026-10-13' });
}

const layout = (columns?: string, encoding: BankEncoding = 'gb18030', heading = true) => ({
  ...{ ...USUAL_BANK_LAYOUT, encoding, heading },
  ...(columns !== undefined && { columns: readBankColumns(columns) }),
});

type Told = Awaited<ReturnType<typeof exportQuarter>>;

function seen(to: string, told: Told) {
  const names = readdirSync(root).includes(to) ? readdirSync(join(root, to)).sort() : [];
  return {
    ...told,
    names,
    bytes: (name: string) => readFileSync(join(root, to, name)),
    text: (name: string, encoding = 'gb18030') => iconv.decode(readFileSync(join(root, to, name)), encoding),
    mode: (name: string) => statSync(join(root, to, name)).mode & 0o777,
    said: told.findings
      .filter(({ code }) => !code.startsWith('policy.'))
      .map(({ code, severity, subject }) => [code, severity, subject].join(' ')),
  };
}

async function bank(asked: Partial<ExportAsked> = {}) {
  const to = String(++folders);
  const told = await exportQuarter(office.workspace, Q, {
    ...{ to: join(root, to), what: ['bank'], together: false, withId: false, force: false, format: 'csv' },
    ...asked,
  });
  return seen(to, told);
}

async function retry(asked: Partial<RetryAsked> = {}) {
  const to = String(++folders);
  const told = await exportRetry(office.workspace, Q, {
    ...{ to: join(root, to), together: false, force: false, number: null, bank: USUAL_BANK_LAYOUT },
    ...asked,
  });
  return seen(to, told);
}

const HEADINGS = '季度,身份证号,金额(元),状态,失败原因,支付日期';
/** What the bank answers, known on 30 October. */
const answers = (...rows: readonly string[]) =>
  office.on('2026-10-30').load('payments', [HEADINGS, ...rows.map((row) => `2026Q3,${row}`)]);
const states = () =>
  loadLinePayments(office.workspace.db, loadClosings(office.workspace.db, Q)).map(({ state }) => state);
const problem = async (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof UserError) return error.problem;
      throw error;
    },
  );

describe('the bank file', () => {
  it('has a row for each person with a card, plain and in GB18030; who has none is an error', async () => {
    approved();
    const { names, text, bytes, said, mode } = await bank({ district: '锦江区' });
    const file = '2026Q3-锦江区-银行代发文件.csv';
    expect(names).toEqual([file, '2026Q3-锦江区-清单.csv'].sort());
    expect(text(file)).toBe(
      [
        '序号,账号,户名,金额,开户行,身份证号',
        `1,${card(1)},张乙,600.00,成都银行,${idNumber(1)}`,
        `2,${card(2)},张丙,600.00,成都银行,${idNumber(2)}`,
        '',
      ].join('\r\n'),
    );
    expect(bytes(file)[0]).not.toBe(0xef);
    expect(mode(file)).toBe(0o600);
    expect(said.filter((each) => each.includes('error'))).toEqual([
      `subsidy.no-account error 张丁 ${idNumber(3).slice(0, 6)}********${idNumber(3).slice(-4)}`,
    ]);
    expect(loadClosings(office.workspace.db, Q).map(({ state }) => state)).toEqual(
      ['approved', 'exported'].sort(),
    );
  });

  it('the manifest shows that payroll = bank + unpayable', async () => {
    approved();
    const { text } = await bank({ what: ['payroll', 'bank'], together: true });
    const manifest = text('2026Q3-全市-清单.csv', 'utf-8');
    expect(manifest).toContain(
      '全市：发放花名册实发 4 人 2400.00 元 = 银行代发 3 人 1800.00 元 + 无可用银行卡 1 人 600.00 元',
    );
  });

  it.each([
    ['before approval', () => office.roster([{ id: 1 }]) && office.close('2026Q3')],
    ['of a draft', () => office.roster([{ id: 1 }])],
  ])('%s is refused when asked for by name', async (_, prepare) => {
    prepare();
    expect(await problem(bank())).toBe('closing.wrong-state');
  });

  it.each([
    ['账号,户名,金额,备注=2026年三季度补贴', `${card(4)},张戊,600.00,2026年三季度补贴`],
    ['收款人姓名，卡号，实发金额', `张戊,${card(4)},600.00`],
    ['金额(元),摘要==1+1', "600.00,'=1+1"],
    ['序号,区县,街道,社区', '1,武侯区,簇桥街道,锦城社区居委会'],
  ])('columns as the bank wants them: %s', async (columns, row) => {
    approved();
    const { text } = await bank({ district: '武侯区', bank: layout(columns, 'utf-8', false) });
    expect(text('2026Q3-武侯区-银行代发文件.csv', 'utf-8')).toBe(`${row}\r\n`);
  });

  it.each([
    ['账号,户名,金额', []],
    ['户名,身份证号,实发金额,开户行=成都银行', []],
    ['户名,金额', ['账号']],
    ['账号,户名,备注=三季度补贴', ['金额']],
    ['账号,户名,金额=600', ['金额']],
    ['账号,户名,实发,金额=600', ['金额']],
    ['卡号=1,身份证号,金额', ['账号']],
    ['序号,区县', ['金额', '账号']],
  ])('columns that a bank can pay by: %s lacks %j', (columns, missing) => {
    const read = readBankColumns(columns);
    let told: unknown = [];
    try {
      expect(requirePayable(read)).toBe(read);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      expect(error.problem).toBe('bank.columns-missing');
      told = error.details.missing;
    }
    expect(told).toEqual(missing);
  });

  it('handed out again says who still has no card, and that another layout is only another layout', async () => {
    approved();
    await bank();
    const other = { bank: layout('账号,户名,金额') };
    const warned = (await bank(other)).said;
    expect(warned.filter((each) => each.startsWith('bank.other-layout'))).toHaveLength(2);
    expect((await bank(other)).said).toEqual(warned);
    answers(`${idNumber(3)},600,成功,,2026-10-29`);
    expect((await bank()).said).toEqual([]);
  });

  it('free text never runs as a formula', async () => {
    office.on('2026-10-12');
    office.roster([{ id: 1, bank: '=HYPERLINK(1)' }]);
    office.close('2026Q3');
    office.approve('2026Q3');
    const { text } = await bank({ bank: layout('开户行', 'gb18030', false) });
    expect(text('2026Q3-锦江区-银行代发文件.csv')).toBe("'=HYPERLINK(1)\r\n");
  });

  it.each([
    ['gbk', '张𬱖', 'bank.characters'],
    ['gb18030', '张𬱖', null],
    ['utf-8', '张𬱖', null],
    ['gb18030', '张\uE5E5', 'bank.characters'],
    ['utf-8', '张\uE5E5', 'bank.characters'],
    ['gb18030', '张䶮', null],
  ] as const)('in %s, the name %s: %s', async (encoding, name, expected) => {
    office.on('2026-10-12');
    office.roster([{ id: 1, name }]);
    office.close('2026Q3');
    office.approve('2026Q3');
    const work = bank({ bank: layout('户名', encoding, false) });
    if (expected === null) {
      expect((await work).text('2026Q3-锦江区-银行代发文件.csv', encoding)).toBe(`${name}\r\n`);
      return;
    }
    expect(await problem(work)).toBe(expected);
    expect(loadClosings(office.workspace.db, Q).map(({ state }) => state)).toEqual(['approved']);
  });

  it('is the same bytes whenever it is asked for again, and in another layout only with a warning', async () => {
    approved();
    const first = await bank();
    office.on('2026-11-02').roster([{ id: 1, account: card(9) }]);
    const again = await bank();
    for (const name of first.names) expect(again.bytes(name)).toEqual(first.bytes(name));
    const other = await bank({ bank: layout('账号,金额') });
    expect(other.said).toContain('bank.other-layout warning 锦江区');
    expect(office.workspace.db.prepare('SELECT count(*) FROM bank_entry').pluck().get()).toBe(3);
    answers(`${idNumber(1)},600,失败,销户,2026-10-23`);
    expect(await problem(bank({ bank: layout('账号') }))).toBe('bank.sent-already');
  });

  it('leaves out who was sent in the file of one district when all are asked for together', async () => {
    approved();
    await bank({ district: '武侯区' });
    const { text, said } = await bank({ together: true });
    expect(text('2026Q3-全市-银行代发文件.csv')).not.toContain(card(4));
    expect(said).toContain('bank.left-out warning 武侯区');
  });
});

describe('a quarter is paid', () => {
  it('when every line with 实发 > 0 has come back as paid, and no more once that is undone', async () => {
    approved();
    await bank();
    const all = [1, 2, 3, 4].map((id) => `${idNumber(id)},600,成功,,2026-10-23`);
    const state = () =>
      withPaid(office.workspace.db, loadClosings(office.workspace.db, Q)).map((each) => each.state);
    answers(...all.slice(1));
    expect(state()).toEqual(['paid', 'exported']);
    const batch = answers(...all.slice(0, 1));
    expect(state()).toEqual(['paid', 'paid']);
    office.undo(batch);
    expect(state()).toEqual(['paid', 'exported']);
  });
});

describe('what failed is sent again', () => {
  it('with the card known now, numbered, and not a third time before it has come back', async () => {
    approved();
    await bank();
    answers(`${idNumber(1)},600,失败,销户,2026-10-23`, `${idNumber(2)},600,成功,,2026-10-23`);
    office.on('2026-10-31').roster([{ id: 1, account: card(11) }]);
    const first = await retry();
    expect(first.names).toEqual(['2026Q3-清单-补1.csv', '2026Q3-锦江区-银行代发文件-补1.csv']);
    const file = first.text('2026Q3-锦江区-银行代发文件-补1.csv');
    expect(file).toContain(`1,${card(11)},张乙,600.00`);
    expect(file.trim().split('\r\n')).toHaveLength(2);
    const manifest = first.text('2026Q3-清单-补1.csv', 'utf-8');
    expect(manifest).toContain(
      '待重新报盘 2 人 1200.00 元 = 银行代发 1 人 600.00 元 + 无可用银行卡 1 人 600.00 元',
    );
    expect(manifest).toContain('按导出时登记的为准');
    expect(first.said).toContain('bank.waiting info 武侯区');

    const nothing = await retry();
    expect(nothing.names).toEqual([]);
    expect(nothing.said).toContain('bank.nothing-to-retry info 2026Q3');
    expect((await retry({ number: 1 })).bytes('2026Q3-锦江区-银行代发文件-补1.csv')).toEqual(
      first.bytes('2026Q3-锦江区-银行代发文件-补1.csv'),
    );
    expect(await problem(retry({ number: 2 }))).toBe('bank.no-such-retry');

    office.roster([{ id: 3, account: card(3) }]);
    office.on('2026-11-02');
    office.load('payments', [HEADINGS, `2026Q3,${idNumber(1)},600,失败,户名不符,2026-11-01`]);
    const second = await retry();
    expect(second.names).toContain('2026Q3-锦江区-银行代发文件-补2.csv');
    expect(second.text('2026Q3-锦江区-银行代发文件-补2.csv').trim().split('\r\n')).toHaveLength(3);
    office
      .on('2026-11-04')
      .load('payments', [HEADINGS, ...[1, 3, 4].map((id) => `2026Q3,${idNumber(id)},600,成功,,2026-11-03`)]);
    expect(states()).toEqual(['paid', 'paid', 'paid', 'paid']);
    expect((await retry()).names).toEqual([]);
  });

  it('the database itself refuses a line that is under way', async () => {
    approved();
    await bank();
    const { db } = office.workspace;
    const [paper, line] = db.prepare('SELECT paper, line FROM bank_entry LIMIT 1').raw().get() as [
      number,
      number,
    ];
    const send = (attempt: number, answer: number | null) =>
      db
        .prepare('INSERT INTO bank_entry (paper, line, attempt, answer) VALUES (?, ?, ?, ?)')
        .run(...[paper, line, attempt, answer]);
    expect(() => send(1, null)).toThrow('only after a failure');
    expect(() => send(2, null)).toThrow();
    answers(`${idNumber(2)},600,失败,销户,2026-10-23`, `${idNumber(1)},600,成功,,2026-10-23`);
    const answer = (state: string) =>
      db.prepare('SELECT id FROM payment WHERE state = ?').pluck().get(state) as number;
    expect(() => send(2, answer('成功'))).toThrow('only after a failure');
    expect(() => send(3, answer('失败'))).toThrow('only after a failure');
  });

  it.each([
    ['the same file', () => [bank(), bank()]],
    ['two layouts', () => [bank(), bank({ bank: layout('账号,金额') })]],
    ['one district and all together', () => [bank({ district: '锦江区' }), bank({ together: true })]],
  ])('of two exports at once, one sends the lines: %s', async (_, start) => {
    approved();
    const ends = await Promise.allSettled(start());
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(BusyError) });
    expect(states().every((state) => state === 'sent' || state === 'unsent')).toBe(true);
    const twice = 'SELECT count(*) FROM (SELECT 1 FROM bank_entry GROUP BY line HAVING count(*) > 1)';
    expect(office.workspace.db.prepare(twice).pluck().get()).toBe(0);
  });

  it('is not sent again when it is told to be paid between plan and file', async () => {
    approved();
    await bank();
    answers(`${idNumber(1)},600,失败,销户,2026-10-23`);
    office.on('2026-11-02');
    const running = retry();
    office.load('payments', [HEADINGS, `2026Q3,${idNumber(1)},600,成功,,2026-11-01`]);
    await expect(running).rejects.toThrow(BusyError);
    expect((await retry()).names).toEqual([]);
  });

  it('before anything was exported there is nothing to send again', async () => {
    approved();
    expect(await problem(retry())).toBe('closing.wrong-state');
  });
});
