import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { type FundEntry, showFund } from '../../src/rules/fund.js';
import { book, SHIPPED } from './book.js';

const LAW = book(...SHIPPED);
const entry = (
  on: string,
  yuan: number,
  level: FundEntry['level'] = '市',
  party: string | null = null,
): FundEntry => ({
  ...{ on: day(on), level, direction: yuan < 0 ? '支出' : '收入', amount: Math.abs(yuan) * 100 },
  ...{ party, summary: null, occurrence: 1 },
});
const show = (entries: readonly FundEntry[], on = '2026-11-23') =>
  showFund({ entries, book: LAW, on: day(on) });

describe('三(六)3: 关爱基金', () => {
  it('runs a balance for each level, of one day what came in first', () => {
    const { rows, totals, findings } = show([
      entry('2026-08-02', -30),
      entry('2026-08-02', 50),
      entry('2026-08-01', 10, '镇(街道)', '某企业'),
      entry('2026-08-03', -20),
    ]);
    expect(rows.map(({ level, balanceFen }) => [level, balanceFen])).toEqual([
      ['市', 5000],
      ['市', 2000],
      ['市', 0],
      ['镇(街道)', 1000],
    ]);
    expect(findings).toEqual([]);
    expect(totals).toMatchObject({ incomeFen: 6000, expenseFen: 5000, balanceFen: 1000 });
    expect(totals.byParty).toMatchObject([
      { level: '市', party: null, entries: 3 },
      { level: '镇(街道)', party: '某企业', incomeFen: 1000 },
    ]);
  });

  it.each([
    ['2026-08-01', [], 100],
    ['2026-08-02', [['2026-08-02', null, '-50.00']], -50],
    ['2026-08-04', [['2026-08-02', null, '-70.00']], -70],
    ['2026-08-05', [['2026-08-02', '2026-08-04', '-70.00']], 0],
    [
      '2026-08-09',
      [
        ['2026-08-02', '2026-08-04', '-70.00'],
        ['2026-08-09', null, '-1.00'],
      ],
      -1,
    ],
  ])('on %s, below zero once for each stretch: an error while it lasts', (on, stretches, yuan) => {
    const { totals, findings } = show(
      [
        entry('2026-08-01', 100),
        entry('2026-08-02', -150),
        entry('2026-08-03', -20),
        entry('2026-08-05', 70),
        entry('2026-08-09', -1),
      ],
      on,
    );
    expect(totals.balanceFen).toBe(yuan * 100);
    expect(
      findings.map((found) => {
        if (found.code !== 'fund.below-zero') return found.code;
        expect(found.severity).toBe(found.details.until === null ? 'error' : 'warning');
        return [found.details.on, found.details.until, found.details.balance];
      }),
    ).toEqual(stretches);
  });
});
