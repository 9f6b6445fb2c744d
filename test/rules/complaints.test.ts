import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { PolicyBook } from '../../src/policy/policy-book.js';
import { type Complaint, monthsStopped } from '../../src/rules/complaint-row.js';
import { checkComplaints, requireDeadlines } from '../../src/rules/complaints.js';
import { book, SHIPPED } from './book.js';
import { person, post, unit } from './people.js';

const WITHOUT_DAYS = book(...SHIPPED);
const THIRTY = { parameter: 'complaint.days', value: 30 } as const;
const LAW = book(...SHIPPED, THIRTY);

type Told = Partial<
  Record<'due' | 'settled' | 'suspendedFrom' | 'suspendedUntil' | 'received', string | null>
> &
  Partial<Pick<Complaint, 'number' | 'person' | 'organisation' | 'category' | 'result'>>;

const dayOf = (text: string | null | undefined) => (text ? day(text) : null);

const complaint = ({ due, settled, suspendedFrom, suspendedUntil, received, ...rest }: Told = {}) => ({
  ...{ number: 'T1', person: person(), organisation: null, category: '收费', result: null },
  received: day(received ?? '2026-06-01'),
  due: dayOf(due),
  settled: dayOf(settled),
  suspendedFrom: dayOf(suspendedFrom),
  suspendedUntil: dayOf(suspendedUntil),
  ...rest,
});

const check = (complaints: readonly Complaint[], on = '2026-09-30', policy: PolicyBook = LAW) =>
  checkComplaints({ complaints, units: [unit(1)], book: policy, on: day(on) });
const codesOf = ({ findings }: ReturnType<typeof check>) =>
  findings.map(({ code, severity }) => `${severity} ${code}`);

describe('三(五): complaints are settled in time', () => {
  it.each([
    ['the last day of 办理期限 is in time', { due: '2026-07-10' }, '2026-07-10', 'open', 0],
    ['the day after is not', { due: '2026-07-10' }, '2026-07-11', 'overdue', 1],
    ['without 办理期限: complaint.days from 收到日期, its last day', {}, '2026-07-01', 'open', 0],
    ['and the day after', {}, '2026-07-02', 'overdue', 1],
    ['its own 办理期限 goes before complaint.days', { due: '2026-12-31' }, '2026-09-30', 'open', 0],
    ['settled on the last day', { settled: '2026-07-01' }, '2026-09-30', 'settled', 0],
    ['settled a day late', { settled: '2026-07-02' }, '2026-09-30', 'settled-late', 1],
    ['a later settlement is not known yet', { settled: '2026-07-05' }, '2026-07-04', 'overdue', 3],
    ['and is on its day', { settled: '2026-07-05' }, '2026-07-05', 'settled-late', 4],
  ] as const)('%s', (_what, told, on, state, daysLate) => {
    const answer = check([complaint(told)], on);
    expect(answer.rows[0]).toMatchObject({ state, daysLate });
    expect(codesOf(answer)).toEqual(state === 'overdue' ? ['error complaint.overdue'] : []);
  });

  it('what comes in after the day is not there yet', () => {
    expect(check([complaint()], '2026-05-31').rows).toEqual([]);
    expect(check([complaint()], '2026-06-01').rows).toHaveLength(1);
  });

  it('a district sets its own days, as of the day on which the complaint came in', () => {
    const own = { parameter: 'complaint.days', value: 10, district: '锦江区', from: '2026-06-01' } as const;
    const policy = book(...SHIPPED, THIRTY, own);
    const deadlines = ['2026-05-31', '2026-06-01'].map(
      (received) => check([complaint({ received })], '2026-09-30', policy).rows[0]?.deadline,
    );
    expect(deadlines).toEqual(['2026-06-30', '2026-06-11']);
    const ofOrganisation = complaint({ person: null, organisation: '某中心' });
    expect(check([ofOrganisation], '2026-09-30', policy).rows[0]?.deadline).toBe('2026-07-01');
  });

  it('refuses to call anything in time where no open complaint has a limit, and names the day that lacks one', () => {
    const later = complaint({ number: 'T2', received: '2026-07-01' });
    const unset = check([later, complaint()], '2026-09-30', WITHOUT_DAYS);
    expect(() => requireDeadlines(unset)).toThrow(
      expect.objectContaining({
        problem: 'policy.value-unset',
        details: { parameter: 'complaint.days', month: null, district: null, on: '2026-06-01' },
      }),
    );
    for (const answer of [
      check([]),
      check([complaint({ settled: '2026-07-01' })], '2026-09-30', WITHOUT_DAYS),
      check([complaint(), complaint({ number: 'T2', due: '2026-12-31' })], '2026-09-30', WITHOUT_DAYS),
      check([complaint()]),
    ])
      expect(() => requireDeadlines(answer)).not.toThrow();
  });

  it('without any limit nothing is overdue, and that is said once', () => {
    const answer = check(
      [complaint(), complaint({ number: 'T2', person: null })],
      '2026-09-30',
      WITHOUT_DAYS,
    );
    expect(answer.rows.map(({ state, deadline }) => [state, deadline])).toEqual([
      ['open', null],
      ['open', null],
    ]);
    expect(answer.totals).toMatchObject({ open: 2, overdue: 0, withoutDeadline: 2 });
    expect(codesOf(answer)).toEqual(['warning complaint.no-deadline']);
  });

  it('cites the parameter, or else the article while the document is in force', () => {
    const articles = (told: Told, on: string) => check([complaint(told)], on).rows[0]?.citation?.article;
    expect(articles({}, '2026-09-30')).toBe('第一条');
    expect(articles({ due: '2026-07-10' }, '2027-02-28')).toBe('三(五)');
    expect(articles({ due: '2026-07-10' }, '2027-03-01')).toBeUndefined();
  });

  it('counts by category and names who is complained about again', () => {
    const [jia, yi] = [person({ id: 1 }), person({ id: 2, name: '乙', idNumber: '000000199002020000' })];
    const due = '2026-12-31';
    const answer = check([
      complaint({ number: 'T1', person: jia, due }),
      complaint({ number: 'T2', person: jia, due, settled: '2026-06-02', category: '保密' }),
      complaint({ number: 'T3', person: yi, due }),
      complaint({ number: 'T4', person: null, organisation: '某中心', due }),
      complaint({ number: 'T5', person: null, organisation: '某 中心', due }),
    ]);
    expect(answer.totals).toMatchObject({ complaints: 5, open: 4, settled: 1, repeatedRespondents: 2 });
    expect(
      answer.totals.byCategory.map(({ category, complaints, open }) => [category, complaints, open]),
    ).toEqual([
      ['保密', 1, 0],
      ['收费', 4, 4],
    ]);
    expect(answer.findings.map(({ subject, details }) => [subject.split(' ')[0], details])).toEqual([
      ['甲', { complaints: 2, open: 1 }],
      ['某中心', { complaints: 2, open: 2 }],
    ]);
  });

  it('a complaint that names somebody and their organisation is about both', () => {
    const [jia, yi] = [person({ id: 1 }), person({ id: 2, name: '乙', idNumber: '000000199002020000' })];
    const told = { due: '2026-12-31', organisation: '某中心' };
    const answer = check([
      complaint({ ...told, number: 'T1', person: jia }),
      complaint({ ...told, number: 'T2', person: yi }),
      complaint({ ...told, number: 'T3', person: null }),
    ]);
    expect(answer.rows.map(({ ofRespondent }) => ofRespondent)).toEqual([3, 3, 3]);
    expect(answer.totals.repeatedRespondents).toBe(1);
    expect(answer.findings.map(({ subject, details }) => [subject, details])).toEqual([
      ['某中心', { complaints: 3, open: 3 }],
    ]);
  });
});

describe('停发: the months that it stops', () => {
  const ASKED = {
    parameter: 'subsidy.conditions',
    value: ['on-post', 'certificate', 'no-sanction'],
    district: '锦江区',
  } as const;
  const FIRST = { parameter: 'subsidy.decided-on', value: 'first-day' } as const;
  const LAST = { parameter: 'subsidy.decided-on', value: 'last-day' } as const;
  const stops = (
    span: readonly [string, string | null],
    policy: PolicyBook,
    on = '2026-11-23',
    posts = [post()],
  ) => {
    const told = { suspendedFrom: span[0], suspendedUntil: span[1], settled: '2026-06-02' };
    const answer = check([complaint({ ...told, person: person({ posts }) })], on, policy);
    return { months: answer.rows.flatMap(monthsStopped), codes: codesOf(answer) };
  };

  it.each([
    ['first day, from the 1st', FIRST, ['2026-07-01', '2026-08-31'], ['2026-07', '2026-08']],
    ['first day, from the 2nd', FIRST, ['2026-07-02', '2026-08-31'], ['2026-08']],
    ['first day, to the 1st', FIRST, ['2026-07-02', '2026-09-01'], ['2026-08', '2026-09']],
    ['last day, to the 30th', LAST, ['2026-07-02', '2026-08-30'], ['2026-07']],
    ['last day, to the 31st', LAST, ['2026-07-02', '2026-08-31'], ['2026-07', '2026-08']],
    ['over the new year', FIRST, ['2025-12-01', '2026-01-31'], ['2025-12', '2026-01']],
    ['up to the end of the policy', FIRST, ['2027-02-01', '2027-04-30'], ['2027-02']],
  ] as const)('%s', (_what, decided, span, months) => {
    expect(stops(span, book(...SHIPPED, THIRTY, ASKED, decided))).toEqual({ months, codes: [] });
  });

  it('without an end, to the month of the day', () => {
    const policy = book(...SHIPPED, THIRTY, ASKED, FIRST);
    expect(stops(['2026-09-01', null], policy, '2026-11-23').months).toEqual([
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
  });

  it('only while on post', () => {
    const posts = [post({ until: '2026-07-31' })];
    const policy = book(...SHIPPED, THIRTY, ASKED, FIRST);
    expect(stops(['2026-07-01', '2026-08-31'], policy, '2026-11-23', posts).months).toEqual(['2026-07']);
  });

  describe('after a transfer on 16 July, from a district that asks for no-sanction to one that does not', () => {
    const posts = [post({ until: '2026-07-15' }), post({ at: 2, from: '2026-07-16' })];
    const told = { suspendedFrom: '2026-07-01', suspendedUntil: '2026-08-31', settled: '2026-06-02' };
    const stopsBy = (here: typeof FIRST | typeof LAST, there: typeof FIRST | typeof LAST) =>
      checkComplaints({
        complaints: [complaint({ ...told, person: person({ posts }) })],
        units: [unit(1), unit(2, { district: '武侯区' })],
        book: book(...SHIPPED, THIRTY, ASKED, here, { ...there, district: '武侯区' }),
        on: day('2026-11-23'),
      }).rows.flatMap(({ stops: months }) =>
        months.map(({ month, district, effect }) => [month, district, effect]),
      );

    it('the district that judges the month decides, as for the subsidy', () => {
      expect(stopsBy(FIRST, LAST)).toEqual([
        ['2026-07', '锦江区', 'stops'],
        ['2026-08', '武侯区', 'no-condition'],
      ]);
      expect(stopsBy(LAST, LAST)).toEqual([
        ['2026-07', '武侯区', 'no-condition'],
        ['2026-08', '武侯区', 'no-condition'],
      ]);
    });
  });

  it.each([
    ['the district does not ask for no-sanction', [FIRST], 'condition'],
    ['no deciding day is set', [ASKED], 'deciding-day'],
  ] as const)('says so where %s', (_what, settings, lacks) => {
    const policy = book(...SHIPPED, THIRTY, ...settings);
    expect(stops(['2026-07-01', '2026-08-31'], policy)).toEqual({
      months: [],
      codes: ['warning complaint.stop-without-effect'],
    });
    const told = { suspendedFrom: '2026-07-01', suspendedUntil: '2026-08-31', settled: '2026-06-02' };
    expect(check([complaint(told)], '2026-11-23', policy).findings[0]?.details).toEqual({
      district: '锦江区',
      lacks,
      months: ['2026-07', '2026-08'],
    });
  });
});
