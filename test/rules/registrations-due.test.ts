import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Person } from '../../src/domain/facts.js';
import { findRegistrationsDue } from '../../src/rules/registrations-due.js';
import { book, OFFICE, type Setting, SHIPPED } from './book.js';
import { NATIONAL, onDay } from './national.js';
import { certificate, person, post, registration } from './people.js';

const law = [...SHIPPED, ...NATIONAL, ...OFFICE];

function due(on: string, known: Partial<Person>, ...settings: readonly Setting[]) {
  const policies = book(...(settings.length > 0 ? settings : law));
  const { rows, totals, findings } = findRegistrationsDue(onDay([person(known)], on), policies, day(on));
  return { row: rows[0], totals, findings: findings.map(({ code, severity }) => [code, severity]) };
}

const TERM = { registrations: [registration('2021-06-01', '2024-05-31')] };
const NEVER = { registrations: [], certificates: [certificate('初级', '2023-06-15')] };

describe('三(二)2: registration, renewed in the last three months of its term', () => {
  it.each([
    ['2024-02-29', undefined, []],
    ['2024-03-01', 'due', [['registration.due', 'warning']]],
    ['2024-05-31', 'due', [['registration.due', 'warning']]],
    ['2024-06-01', 'expired', [['registration.expired', 'error']]],
  ])('on %s: %s', (on, state, findings) => {
    const found = due(on, TERM);
    expect([found.row?.state, found.findings]).toEqual([state, findings]);
    expect(found.row?.registeredUntil).toBe(state && '2024-05-31');
  });

  it.each([
    ['2024-06-14', undefined, 1],
    ['2024-06-15', undefined, 1],
    ['2024-06-16', 'never', 0],
  ])('never registered, certified on 2023-06-15, on %s: %s', (on, state, notYet) => {
    const { row, totals, findings } = due(on, NEVER);
    expect([row?.state, totals.notYet, totals.never]).toEqual([state, notYet, 1 - notYet]);
    expect(findings).toEqual(state ? [['registration.never', 'error']] : []);
    if (row) expect([row.issued, row.deadline]).toEqual(['2023-06-15', '2024-06-15']);
  });

  it('the year is counted from the first certificate, and a later one does not begin it anew', () => {
    const certificates = [certificate('初级', '2023-06-15'), certificate('中级', '2024-06-01')];
    expect(due('2024-06-16', { registrations: [], certificates }).row).toMatchObject({
      state: 'never',
      level: '中级',
      issued: '2023-06-15',
    });
  });

  it('without a time for the first registration nobody is overdue', () => {
    const settings = law.filter(({ parameter }) => parameter !== 'registration.first-months');
    const { row, findings } = due('2023-06-16', NEVER, ...settings);
    expect([row?.state, row?.deadline]).toEqual(['never', null]);
    expect(findings).toEqual([['registration.never', 'warning']]);
  });

  it.each([
    ['nobody without a certificate', { certificates: [], registrations: [] }],
    [
      'nobody whose certificate comes later',
      { certificates: [certificate('初级', '2030-01-01')], registrations: [] },
    ],
    [
      'nobody who has renewed',
      { registrations: [...TERM.registrations, registration('2024-06-01', '2027-05-31')] },
    ],
  ])('%s is listed', (_, known) => expect(due('2024-07-01', known).row).toBeUndefined());

  it.each([
    ['2024-12-31', true, 'error'],
    ['2025-01-01', false, 'info'],
  ])('on %s, on post %s: %s', (on, onPost, severity) => {
    const { row, findings } = due(on, { ...TERM, posts: [post({ until: '2024-12-31' })] });
    expect([row?.onPost, findings]).toEqual([onPost, [['registration.expired', severity]]]);
  });

  it('whoever never had a post is an error too', () =>
    expect(due('2025-01-01', { ...TERM, posts: [] }).findings).toEqual([['registration.expired', 'error']]));

  it('cannot be answered where no policy says how long a term is', () =>
    expect(() => due('2024-07-01', TERM, ...SHIPPED)).toThrow(
      expect.objectContaining({ problem: 'policy.none-in-force' }),
    ));
});

describe('三(六)1: the subsidy that is at stake', () => {
  it.each([
    ['in the policy, with a rate', {}, law, 20_000],
    ['another level', { certificates: [certificate('高级')] }, law, 50_000],
    ['no rate set', {}, law.filter(({ parameter }) => parameter !== 'subsidy.rate'), null],
    ['not covered', { posts: [post({ category: '事业编制' })] }, law, 0],
    ['no post', { posts: [] }, law, 0],
    [
      'registration is no condition',
      {},
      [...law, { parameter: 'subsidy.conditions', value: ['on-post'] } as const],
      0,
    ],
  ] as const)('%s', (_, known, settings, fen) => {
    const { row } = due('2024-07-01', { ...TERM, ...known } as Partial<Person>, ...settings);
    expect(row?.monthlyFen).toBe(fen);
    if (fen === 0) expect(row?.lostFrom).toBeNull();
  });

  it.each([
    ['2027-02-28', 20_000],
    ['2027-03-01', 0],
  ])('on %s: %i fen', (on, fen) => expect(due(on, TERM).row?.monthlyFen).toBe(fen));

  it.each([
    ['first-day', '2024-05-31', '2024-06'],
    ['last-day', '2024-05-31', '2024-06'],
    ['last-day', '2024-05-30', '2024-05'],
    ['first-day', '2024-05-01', '2024-06'],
    [15, '2024-05-14', '2024-05'],
    [15, '2024-05-15', '2024-06'],
    [{ registration: 'last-day', otherwise: 'first-day' }, '2024-05-30', '2024-05'],
  ] as const)('decided on %j, ended on %s: lost from %s', (value, until, month) => {
    const settings: Setting[] = [
      ...law.filter(({ parameter }) => parameter !== 'subsidy.decided-on'),
      { parameter: 'subsidy.decided-on', value },
    ];
    const known = { registrations: [registration('2021-06-01', until)] };
    expect(due('2024-07-01', known, ...settings).row?.lostFrom).toBe(month);
  });

  it.each([
    ['ends with the subsidy', '2027-02-20', '2027-02-28', [0, null]],
    ['ends before it', '2027-02-20', '2027-02-27', [20_000, '2027-02']],
    ['ended before the subsidy began', '2022-03-01', '2021-05-31', [20_000, '2022-03']],
    ['ended before anybody set a day', '2022-03-01', '2019-05-31', [20_000, '2022-03']],
  ] as const)('a registration that %s', (_, on, until, lost) => {
    const settings: Setting[] = [
      ...law.filter(({ parameter }) => parameter !== 'subsidy.decided-on'),
      { parameter: 'subsidy.decided-on', value: 'last-day' },
    ];
    const { row } = due(on, { registrations: [registration('2018-06-01', until)] }, ...settings);
    expect([row?.monthlyFen, row?.lostFrom]).toEqual(lost);
  });

  it('adds up what is known, and counts who has no rate', () => {
    const people = [person(TERM), person({ ...TERM, id: 2, certificates: [certificate('高级')] })];
    const settings: Setting[] = [
      ...law.filter(({ parameter }) => parameter !== 'subsidy.rate'),
      { parameter: 'subsidy.rate', value: { 初级: 200.5 } },
    ];
    const { totals } = findRegistrationsDue(
      onDay(people, '2024-07-01'),
      book(...settings),
      day('2024-07-01'),
    );
    expect(totals).toMatchObject({
      people: 2,
      due: 0,
      expired: 2,
      never: 0,
      monthlyFen: 20_050,
      withoutRate: 1,
    });
  });
});
