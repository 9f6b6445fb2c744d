import { describe, expect, it } from 'vitest';
import { addMonths, type Day, day, parseMoment } from '../../src/domain/day.js';
import { registrationOn, registrationState } from '../../src/rules/registrations.js';

const term = (from: string, until: string) => ({ from: day(from), until: day(until), file: 1, line: 2 });
const FIRST = term('2021-06-01', '2024-05-31');
const RENEWED = term('2024-06-01', '2027-05-31');

describe('a registration of three years, renewed in its last three months', () => {
  it.each([
    ['the day before it begins', '2021-05-31', 'never'],
    ['its first day', '2021-06-01', 'valid'],
    ['the day before the window opens', '2024-02-29', 'valid'],
    ['the first day of the window', '2024-03-01', 'due'],
    ['its last day', '2024-05-31', 'due'],
    ['the day after', '2024-06-01', 'expired'],
  ])('on %s (%s) is %s', (_, on, state) => {
    expect(registrationState(registrationOn([FIRST], day(on)), day(on), 3)).toBe(state);
  });

  it('once renewed counts by the renewal, from its first day on', () => {
    const until = (on: string): Day | undefined => registrationOn([RENEWED, FIRST], day(on))?.until;
    expect([until('2024-05-31'), until('2024-06-01')]).toEqual(['2024-05-31', '2027-05-31']);
  });

  it('is never due where no policy says how long the window is', () => {
    expect(registrationState(FIRST, day('2024-05-31'), null)).toBe('valid');
  });
});

describe('months later', () => {
  it.each([
    ['2024-05-31', -3, '2024-02-29'],
    ['2023-05-31', -3, '2023-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2025-12-31', 2, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });
});

describe('a moment', () => {
  it.each([
    ['2026-06-30', '2026-06-30T15:59:59.999Z'],
    ['2026-06-30T09:30', '2026-06-30T01:30:00.000Z'],
    ['2026-06-30T09:30:15Z', '2026-06-30T09:30:15.000Z'],
    ['2026-06-30T00:00+08:00', '2026-06-29T16:00:00.000Z'],
  ])('%s is %s: a day is its end, and no zone is Chengdu', (text, moment) => {
    expect(parseMoment(text)?.toISOString()).toBe(moment);
  });

  it.each(['', '昨天', '2026-02-30', '2026-06-30 09:30', '2026-06-30T25:00', '2026-06'])(
    '%j is none',
    (text) => {
      expect(parseMoment(text)).toBeUndefined();
    },
  );
});
