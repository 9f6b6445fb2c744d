import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/day.js';
import { formatYuan, inCapitals } from '../../src/domain/money.js';
import { dateKey } from '../../src/intake/cells/date-key.js';
import { readDateText } from '../../src/intake/cells/day-text.js';
import { parseMoney } from '../../src/intake/cells/money.js';
import { codesOf, idNumber, readOne } from './support.js';

describe('dates in every form of spreadsheets', () => {
  it.each([
    ['2021-03-01', '2021-03-01', []],
    ['2021.03.01', '2021-03-01', []],
    ['2021.3.1', '2021-03-01', []],
    ['2021/3/1', '2021-03-01', []],
    ['2021/3/1 0:00', '2021-03-01', []],
    ['2021-03-01 00:00:00', '2021-03-01', []],
    ['2021-03-01T00:00:00', '2021-03-01', []],
    ['20210301', '2021-03-01', []],
    ['2021年3月1日', '2021-03-01', []],
    ['2021 年 3 月 1 日', '2021-03-01', []],
    ['２０２１．０３．０１', '2021-03-01', []],
    ['44256', '2021-03-01', []],
    ['44256.5', '2021-03-01', []],
    ['二〇二一年三月一日', '2021-03-01', []],
    ['二零二一年十二月二十一日', '2021-12-21', []],
    ['二〇二一年三月卅一日', '2021-03-31', []],
    ["'2021-03-01", '2021-03-01', []],
    ['2021-03-01\t', '2021-03-01', []],
    ['2021.3', '2021-03-01', ['date.month-only']],
    ['2021.03', '2021-03-01', ['date.month-only']],
    ['2021-03', '2021-03-01', ['date.month-only']],
    ['2021/3', '2021-03-01', ['date.month-only']],
    ['202103', '2021-03-01', ['date.month-only']],
    ['2021年3月', '2021-03-01', ['date.month-only']],
    ['2021年3月份', '2021-03-01', ['date.month-only']],
    ['二〇二一年三月', '2021-03-01', ['date.month-only']],
    ['2021.1', '2021-01-01', ['date.ambiguous-month']],
    ['2021.01', '2021-01-01', ['date.month-only']],
    ['2021.10', '2021-10-01', ['date.month-only']],
    ['2021年1月', '2021-01-01', ['date.month-only']],
    ['2024-02-29', '2024-02-29', []],
    ['2027-01-01', '2027-01-01', ['date.future']],
    ['2026-10-08', '2026-10-08', []],
    ['2026-10-09', '2026-10-09', ['date.future']],
  ])('上岗日期 %s', (text, expected, codes) => {
    const { row, findings } = readOne({ 上岗日期: text });
    expect(row?.stated).toBe(expected);
    expect(codesOf(findings)).toEqual(codes);
  });

  it.each([
    ...['2023-02-29', '2021-13-01', '2021.02.30', '20210431', '202113', '2021年2月30日', '二〇二一年十三月'],
    ...[
      '21.3.1',
      '3/1/2021',
      '1-Mar-21',
      '20213',
      '99999',
      '去年三月',
      '2021',
      '1021-03-01',
      '二〇二一年二三月',
      '2021-3-1-1',
    ],
  ])('上岗日期 %s is no day and rejects', (text) => {
    const { row, findings } = readOne({ 上岗日期: text });
    expect(row).toBeNull();
    expect(findings).toMatchObject([
      { code: 'date.unreadable', severity: 'error', line: 2, column: '上岗日期', value: text },
    ]);
  });

  it.each([
    ['离岗日期', '2022.2', 'until', '2022-02-28'],
    ['登记有效期至', '2024年2月', 'registeredUntil', '2024-02-29'],
    ['登记日期', '2021年3月', 'registeredFrom', '2021-03-01'],
    ['发证日期', '202103', 'issued', '2021-03-01'],
  ] as const)('a month-only %s %s', (column, text, field, expected) => {
    const { row, findings } = readOne({ 证书级别: '初级', 登记日期: '2021-03-02', [column]: text });
    expect(row?.[field]).toBe(expected);
    expect(findings.find(({ code }) => code === 'date.month-only')).toMatchObject({
      severity: 'warning',
      details: { column, taken: expected },
    });
  });

  it('2021.1 says both months it may be', () => {
    expect(readOne({ 离岗日期: '2022.1' }).findings).toMatchObject([
      { code: 'date.ambiguous-month', details: { taken: '2022-01-31', other: '2022-10-31' } },
    ]);
  });

  it.each(['至今', '在岗', '/', '-', '—', '无', ' '])('离岗日期 %s says nothing', (text) => {
    expect(readOne({ 离岗日期: text })).toMatchObject({ row: { until: null }, findings: [] });
  });

  it('every day reads back from every form', () => {
    for (let at = day('1999-12-25'); at < '2004-03-05'; at = addDays(at, 1)) {
      const [year, month, date] = [Number(at.slice(0, 4)), Number(at.slice(5, 7)), Number(at.slice(8))];
      const serial = Math.round((Date.UTC(year, month - 1, date) - Date.UTC(1899, 11, 30)) / 86_400_000);
      const forms = [
        at,
        `${year}.${month}.${date}`,
        `${year}/${month}/${date}`,
        at.replaceAll('-', ''),
        `${serial}`,
      ];
      for (const form of forms) expect(readOneDay(form)).toBe(at);
    }
  });

  it('spellings that are remembered as one day read as that day', () => {
    expect(['2021-03-01', '2021/3/1', '2021.3.01', '2021年3月1日', '20210301'].map(dateKey)).toEqual(
      Array(5).fill(20210301),
    );
    const number = fc.string({ unit: fc.constantFrom(...'0123'), maxLength: 4 });
    const separator = fc.constantFrom('', '-', '.', '/', '年', '月', ' ');
    const end = fc.constantFrom('', '日', '月', ' 0:00');
    fc.assert(
      fc.property(fc.tuple(number, separator, number, separator, number, end), (parts) => {
        const text = parts.join('');
        expect(readDateText(String(dateKey(text)))).toEqual(readDateText(text));
      }),
      { numRuns: 5000 },
    );
  });
});

function readOneDay(text: string): string | undefined {
  const reading = readDateText(text);
  return reading && 'day' in reading ? reading.day : undefined;
}

describe('身份证号 (GB 11643-1999)', () => {
  const sound = idNumber();
  it.each([
    ['the official vector with X', '11010519491231002X', '11010519491231002X'],
    ['the official vector', '440524188001010014', '440524188001010014'],
    ['a small x', '11010519491231002x', '11010519491231002X'],
    ['a tab behind', `${sound}\t`, sound],
    ['an apostrophe before', `'${sound}`, sound],
    ['a formula of text', `="${sound}"`, sound],
    ['spaces inside', `${sound.slice(0, 6)} ${sound.slice(6)}`, sound],
    [
      'full-width digits',
      sound.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      sound,
    ],
    ['a zero-width space', `\u200B${sound}`, sound],
  ])('%s', (_name, text, expected) => {
    expect(readOne({ 身份证号: text }).row?.idNumber).toBe(expected);
  });

  it.each([
    ['5.10104E+17', 'scientific'],
    ['5.10104199001011E+17', 'scientific'],
    ['510104199001011000', 'zeros'],
    ['510104900101101', 'old-15'],
    ['51010419900101101', 'length'],
    ['5101041990010110112', 'length'],
    ['5101041990010l1011', 'characters'],
    ['510104199002301019', 'birth-date'],
    [`${sound.slice(0, 17)}${sound.endsWith('1') ? '2' : '1'}`, 'check-digit'],
  ])('%s: %s', (text, problem) => {
    const { row, findings } = readOne({ 身份证号: text });
    expect(row).toBeNull();
    expect(findings).toMatchObject([
      { code: 'id-number.invalid', details: { problem }, value: text, column: '身份证号' },
    ]);
  });

  it('of somebody aged 15 or 71 is a doubt only', () => {
    expect(codesOf(readOne({ 身份证号: '11010519491231002X' }).findings)).toEqual(['id-number.unusual']);
  });

  it('is never shown whole in a finding', () => {
    const number = sound.replace(/.$/, sound.endsWith('1') ? '2' : '1');
    expect(readOne({ 身份证号: number }).findings[0]?.subject).toBe(
      `张三丰 510104********${number.slice(-4)}`,
    );
  });
});

describe('证书级别: the whole name decides, never a part of it', () => {
  it.each([
    ['社会工作员', '员级'],
    ['社工员', '员级'],
    ['员级', '员级'],
    ['助理社会工作师', '初级'],
    ['助理社工师', '初级'],
    ['初级社会工作师', '初级'],
    ['初级社工', '初级'],
    ['初级社工师', '初级'],
    ['初级', '初级'],
    ['全国助理社会工作师', '初级'],
    ['助理 社会工作师', '初级'],
    ['社会工作师', '中级'],
    ['社工师', '中级'],
    ['中级社会工作师', '中级'],
    ['中级社工', '中级'],
    ['中级', '中级'],
    ['全国社会工作师', '中级'],
    ['社会工作师（中级）', '中级'],
    [' 中级　', '中级'],
    ['高级社会工作师', '高级'],
    ['高级社工师', '高级'],
    ['高级', '高级'],
    ['全国高级社会工作师', '高级'],
    ['无', 'none'],
    ['/', 'none'],
    ['-', 'none'],
    ['—', 'none'],
    ['否', 'none'],
    ['未取得', 'none'],
    ['未持证', 'none'],
    ['', null],
    ['　', null],
  ])('%s -> %s', (text, level) => {
    expect(readOne({ 证书级别: text })).toMatchObject({ row: { level }, findings: [] });
  });

  it.each([
    ...[
      '社会工作者',
      '社工证',
      '有',
      '是',
      '持证',
      '高级(成绩合格)',
      '高级（成绩合格）',
      '二级社会工作者',
      '三级社会工作者',
    ],
  ])('%s is ambiguous', (text) => {
    expect(readOne({ 证书级别: text })).toMatchObject({ row: null, findings: [{ code: 'level.ambiguous' }] });
  });

  it.each(['会计师', '社会工作师三级', '助理社会工作师(中级)', '心理咨询师', '正高级', '社会工作师证'])(
    '%s is unknown',
    (text) => {
      expect(readOne({ 证书级别: text })).toMatchObject({ row: null, findings: [{ code: 'level.unknown' }] });
    },
  );
});

describe('money in any spelling', () => {
  it.each([
    ['200', 20000],
    ['200元', 20000],
    ['200.5', 20050],
    ['1,200', 120000],
    ['1，200.00', 120000],
    ['￥1,200', 120000],
    ['¥200元/月', 20000],
    ['贰佰', 20000],
    ['贰佰元整', 20000],
    ['壹仟贰佰元伍角陆分', 120056],
    ['二百', 20000],
    ['壹万贰仟叁佰肆拾伍元整', 1234500],
    ['十五元', 1500],
    ['一百零五', 10500],
    ['伍角', 50],
    ['人民币200元', 20000],
    ['２００', 20000],
    ['0', 0],
  ])('%s', (text, fen) => expect(parseMoney(text)).toBe(fen));

  it.each(['', '面议', '1,20', '12,00,000', '200.555', '1.2万', '2E+3', '约200', '一二三', '元', '2-3'])(
    '%s is no amount',
    (text) => expect(parseMoney(text)).toBeUndefined(),
  );

  it('reads what the voucher and the table write', () => {
    const amount = fc.integer({ min: 0, max: 9_999_999_999 });
    fc.assert(
      fc.property(amount, (fen) => {
        expect(parseMoney(inCapitals(fen))).toBe(fen);
        expect(parseMoney(`${formatYuan(fen)}元`)).toBe(fen);
      }),
    );
  });

  it('an unreadable 月工资 warns and says nothing', () => {
    const { row, findings } = readOne({ '月工资(元)': '面议' });
    expect(row?.monthlyPay).toBeNull();
    expect(findings).toMatchObject([{ code: 'cell.not-a-number', severity: 'warning' }]);
  });
});

describe('cards, phones, certificate numbers: only a ruined card rejects', () => {
  it.each([
    ['银行卡号', '6222 0200 0000 0000 018', 'account', '6222020000000000018', []],
    ['银行卡号', '4111111111111111', 'account', '4111111111111111', []],
    ['银行卡号', '4111111111111112', 'account', '4111111111111112', ['account.doubtful']],
    ['银行卡号', '622202', 'account', '622202', ['account.doubtful']],
    ['银行卡号', '62220200X000000001', 'account', '62220200X000000001', ['account.doubtful']],
    ['手机号', '138 0000 0000', 'phone', '13800000000', []],
    ['手机号', '+86-13800000000', 'phone', '13800000000', []],
    ['手机号', '028-86660000', 'phone', '028-86660000', []],
    ['手机号', '12345', 'phone', '12345', ['phone.doubtful']],
    ['手机号', '1.38E+10', 'phone', null, ['phone.doubtful']],
    ['证书管理号', '20210511010800098', 'certificateNumber', '20210511010800098', []],
    ['证书管理号', '川社工第12号', 'certificateNumber', '川社工第12号', ['certificate-number.doubtful']],
    ['证书管理号', '123456789', 'certificateNumber', '123456789', ['certificate-number.doubtful']],
  ] as const)('%s %s', (column, text, field, value, codes) => {
    const { row, findings } = readOne({ 证书级别: '初级', [column]: text });
    expect(row?.[field]).toBe(value);
    expect(codesOf(findings)).toEqual(codes);
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('6.22202E+18 is lost', () => {
    expect(readOne({ 银行卡号: '6.22202E+18' })).toMatchObject({
      row: null,
      findings: [{ code: 'account.scientific' }],
    });
  });
});

describe('words and counts', () => {
  it.each([
    ['是', '是'],
    ['否', '否'],
    ['3', 3],
    ['0', 0],
    ['12次', 12],
    ['１２', 12],
    ['', null],
    ['/', null],
  ])('服务记录 %s', (text, services) =>
    expect(readOne({ 服务记录: text })).toMatchObject({ row: { services }, findings: [] }),
  );

  it.each([
    ['服务记录', '偶尔'],
    ['服务记录', '-1'],
    ['发挥专业作用', '一般'],
    ['性别', 'M'],
  ])('%s %s only warns', (column, text) => {
    const { row, findings } = readOne({ [column]: text });
    expect(row).not.toBeNull();
    expect(findings).toMatchObject([{ code: 'cell.not-one-of', severity: 'warning', column, value: text }]);
  });
});

describe('names', () => {
  it.each([
    ['张　三', '张三', []],
    [' 张三\t', '张三', []],
    ['阿依古丽·买买提', '阿依古丽·买买提', []],
    ['阿依古丽•买买提', '阿依古丽•买买提', []],
    ['䶮𠮷', '䶮𠮷', []],
    ['王?赟', '王?赟', ['name.damaged']],
    ['王\uE863', '王\uE863', ['name.damaged']],
    ['Anna  Li', 'Anna Li', []],
  ])('%s', (text, name, codes) => {
    const { row, findings } = readOne({ 姓名: text });
    expect(row?.name).toBe(name);
    expect(codesOf(findings)).toEqual(codes);
  });
});
