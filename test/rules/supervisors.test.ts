import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { SupervisorLevel } from '../../src/domain/terms.js';
import { listSupervisors, type SupervisorTerm } from '../../src/rules/supervisors.js';
import { book, SHIPPED } from './book.js';
import { onDay } from './national.js';
import { person, post } from './people.js';

const term = (level: SupervisorLevel, from: string, until: string | null): SupervisorTerm => ({
  ...{ level, from: day(from), until: until === null ? null : day(until), document: null },
});

function list(on: string, terms: readonly SupervisorTerm[], posts = [post()]) {
  const people = onDay([person({ posts }), person({ id: 2, posts })], on);
  return listSupervisors(people, (id) => (id === 1 ? terms : []), book(...SHIPPED), day(on));
}

const states = (on: string, terms: readonly SupervisorTerm[]) =>
  list(on, terms).rows.map(({ term: { level }, state }) => `${level} ${state}`);

describe('三(一)2: supervisors and experts', () => {
  const first = term('初级督导', '2023-01-01', '2025-12-31');

  it.each([
    ['2022-12-31', []],
    ['2023-01-01', ['初级督导 current']],
    ['2025-12-31', ['初级督导 current']],
    ['2026-01-01', ['初级督导 expired']],
  ])('on %s: %j', (on, expected) => {
    expect(states(on, [first])).toEqual(expected);
    const expired = expected[0]?.endsWith('expired');
    expect(list(on, [first]).findings.map(({ code }) => code)).toEqual(expired ? ['supervisor.expired'] : []);
  });

  it.each([
    ['another term of the level', term('初级督导', '2026-01-01', null), 'followed'],
    ['a higher level', term('高级督导', '2024-01-01', null), 'followed'],
    ['a higher level that has begun later', term('高级督导', '2026-01-03', null), 'expired'],
    ['an expert’s place', term('专家库', '2024-01-01', null), 'expired'],
    ['one that ended before', term('高级督导', '2024-01-01', '2025-06-30'), 'expired'],
  ])('over on 2026-01-02, and %s: %s', (_, other, state) => {
    const found = list('2026-01-02', [first, other]).rows.find((row) => row.term === first);
    expect(found?.state).toBe(state);
  });

  it('a lower level follows no higher one', () =>
    expect(
      states('2026-01-01', [
        term('高级督导', '2023-01-01', '2025-12-31'),
        term('初级督导', '2024-01-01', null),
      ]),
    ).toEqual(['高级督导 expired', '初级督导 current']));

  it('counts people, levels, and holders for each supervisor', () => {
    const terms = [term('中级督导', '2025-01-01', null), term('专家库', '2025-01-01', null)];
    expect(list('2026-01-01', terms).totals).toEqual({
      people: 1,
      byLevel: { 初级督导: 0, 中级督导: 1, 高级督导: 0, 专家库: 1 },
      expired: 0,
      holdersPerSupervisor: 2,
    });
  });

  it('one level asked for alone: its rows and errors, and the counts of all', () => {
    const policies = book(...SHIPPED);
    const of = (id: number) => (id === 1 ? [first] : [term('高级督导', '2024-01-01', null)]);
    const people = onDay([person(), person({ id: 2 })], '2026-01-01');
    const { rows, totals, findings } = listSupervisors(people, of, policies, day('2026-01-01'), ['中级督导']);
    expect([rows, findings]).toEqual([[], []]);
    expect(totals).toMatchObject({ people: 1, expired: 0, holdersPerSupervisor: 2 });
    expect(totals.byLevel.高级督导).toBe(1);
  });

  it.each([
    ['2027-02-28', '三(一)2'],
    ['2027-03-01', undefined],
  ])('on %s it cites %s', (on, article) =>
    expect(list(on, [first]).findings[0]?.citation?.article).toBe(article),
  );

  it('whoever has left is listed, and no error', () =>
    expect(list('2026-01-01', [first], [post({ until: '2025-01-01' })]).findings).toMatchObject([
      { code: 'supervisor.expired', severity: 'info' },
    ]));
});
