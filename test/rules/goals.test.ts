import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Goal } from '../../src/policy/parameters.js';
import { goalsOf } from '../../src/rules/goals.js';
import { book, SHIPPED } from './book.js';

const GOALS: readonly Goal[] = [
  { by: 2023, system: '职业培养', goal: '培养体系基本完善' },
  { by: 2025, system: '职业培养', goal: '培养体系全面建成' },
  { by: 2025, goal: '职业化水平明显提升' },
  { by: 2025, goal: '持证的社会工作者达到3.5万人', measure: 'target.certificate-holders' },
];
const goalsBook = book(...SHIPPED, { parameter: 'target.goals', layer: 'shipped', value: GOALS });

describe('二: the goals', () => {
  const goals = (on: string, holders: (on: string) => number) =>
    goalsOf({
      book: goalsBook,
      on: day(on),
      evidenceOn: () => [],
      measured: { target: 100, evidenceOn: () => [], holdersOn: holders },
    });
  const measured = (on: string, holders: (on: string) => number) =>
    goals(on, holders).find(({ goal }) => goal.includes('3.5万人'));

  it.each([
    ['2025-12-31', 99, 'under-way', '2025-12-31'],
    ['2025-12-31', 100, 'reached', '2025-12-31'],
    ['2026-01-01', 99, 'missed', '2025-12-31'],
    ['2026-01-01', 100, 'reached', '2025-12-31'],
    ['2024-06-30', 99, 'under-way', '2024-06-30'],
  ])('on %s with %i of 100 holders: %s', (on, holders, status, seenOn) => {
    expect(measured(on, () => holders)).toMatchObject({ status, seenOn });
  });

  it('counts at the end of the goal’s year, whatever came later', () => {
    expect(measured('2026-11-23', (at) => (at > '2025-12-31' ? 200 : 50))?.status).toBe('missed');
  });

  it('says of every goal in words that the register cannot prove it', () => {
    const others = goals('2026-11-23', () => 0).filter(({ goal }) => !goal.includes('3.5万人'));
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set(['not-provable']));
    expect(others.length).toBe(GOALS.length - 1);
  });

  it.each([
    ['2022-02-28', false],
    ['2022-03-01', true],
    ['2027-02-28', true],
    ['2027-03-01', false],
  ])('on %s there are goals: %s', (on, inForce) => {
    const ask = () => goals(on, () => 0);
    if (inForce) expect(ask()).toHaveLength(GOALS.length);
    else expect(ask).toThrow(expect.objectContaining({ problem: 'policy.none-in-force' }));
  });
});
