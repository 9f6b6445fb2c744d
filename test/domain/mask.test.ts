import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskDigits, maskPersonal } from '../../src/domain/mask.js';

describe('a long number in a cell that is quoted', () => {
  it.each([
    ['510104198501010140', '510104********0140'],
    ['５１０１０４１９８５０１０１０１４０', '５１０１０４********０１４０'],
    ['510104 19850101 014X', '510104 ******** 014X'],
    ['510104-19850101-0140', '510104-********-0140'],
    ['5101041985 \u200B01010389', '510104**** \u200B****0389'],
    ['5l0l04l9850l0l0379', '5l0l04********0379'],
    ['6222 0202 0000 0000 000', '6222 02** **** ***0 000'],
    ['138-1234-5678', '138-****-5678'],
    ['１３８１２３４５６７８', '１３８****５６７８'],
    ['社会工作师510104198501010140（离岗）', '社会工作师510104********0140（离岗）'],
  ])('hides %s', (text, shown) => expect(maskDigits(text)).toBe(shown));

  it.each(['2026-06-30 2026-09-30', '2021-03-01', '2021.3', '600.50', '6.22202E+18', '张三', '1381234567'])(
    'leaves %s',
    (text) => expect(maskDigits(text)).toBe(text),
  );
});

describe("somebody's number in what people wrote", () => {
  it.each([
    ['王甲510104198501010140', '王甲510104********0140'],
    ['电话13812345678，白天打', '电话138****5678，白天打'],
    ['卡6222 0202 0000 0000', '卡6222 02** **** 0000'],
    ['2024-01-01 510104198501010140', '2024-01-01 5101**********0140'],
  ])('hides %s', (text, shown) => expect(maskPersonal(text)).toBe(shown));

  it.each([
    '代码 510104017001 的类型',
    '2026-06-30 至 2026-09-30',
    '028-85123456',
    '导出20260930120000.csv',
    '12345678901',
  ])('leaves %s', (text) => expect(maskPersonal(text)).toBe(text));

  it('never changes the length, and hides eight digits of any 18', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{17}$/), fc.string(), (number, before) => {
        const masked = maskPersonal(`${before}、${number}`);
        expect(masked).toHaveLength(before.length + 19);
        expect(masked).not.toContain(number);
      }),
    );
  });
});
