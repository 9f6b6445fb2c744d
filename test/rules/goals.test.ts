import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { DOCUMENT_GOALS } from '../../src/policy/document-goals.js';
import { withoutSpaces } from '../../src/policy/documents.js';
import { goalsOf } from '../../src/rules/goals.js';
import { ROOT } from '../cli/run.js';
import { book, SHIPPED } from './book.js';

const sectionTwo = withoutSpaces(readFileSync(join(ROOT, 'data/sources/chengdu-2022.txt'), 'utf8'))
  .split('二、总体目标')[1]
  ?.split('三、主要任务')[0] as string;

describe('二: the goals', () => {
  it('stand in section 二 word for word, those of 2023 before those of 2025', () => {
    const [of2023, of2025] = sectionTwo.split('到2025年') as [string, string];
    for (const { year, quote } of DOCUMENT_GOALS) {
      expect(year === '2023' ? of2023 : of2025).toContain(withoutSpaces(quote));
    }
  });

  const goals = (on: string, holders: (on: string) => number) =>
    goalsOf({
      book: book(...SHIPPED),
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
    expect(others.length).toBe(DOCUMENT_GOALS.length - 1);
  });

  it.each([
    ['2022-02-28', false],
    ['2022-03-01', true],
    ['2027-02-28', true],
    ['2027-03-01', false],
  ])('on %s there are goals: %s', (on, inForce) => {
    const ask = () => goals(on, () => 0);
    if (inForce) expect(ask()).toHaveLength(DOCUMENT_GOALS.length);
    else expect(ask).toThrow(expect.objectContaining({ problem: 'policy.none-in-force' }));
  });
});
