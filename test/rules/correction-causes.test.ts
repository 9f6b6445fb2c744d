import { describe, expect, it } from 'vitest';
import type { Day, Month } from '../../src/domain/day.js';
import type { ConditionResult, PaperMonth } from '../../src/domain/subsidy-month.js';
import { causeOf } from '../../src/rules/corrections.js';

const article = { document: '测办发〔2026〕1号', article: '第一条' };
const law = { document: 'chengdu-2022', article: '三(六)1' };
const day = (text: string) => text as Day;
const at = (line: number) => ({ file: 2, line });

const policy = (from: string): ConditionResult => ({
  ...{ code: 'policy', met: true, needed: { on: day('2026-02-28') }, source: null, citation: law },
  found: { from: day(from), until: null },
});
const onPost = (line = 2, from = '2024-01-01'): ConditionResult => ({
  ...{ code: 'on-post', met: true, needed: { on: day('2026-02-28') }, source: at(line), citation: law },
  found: { from: day(from), until: null },
});
const certificate = (met: boolean, on: string): ConditionResult => ({
  ...{ code: 'certificate', met, needed: { on: day(on) }, source: at(2), citation: law },
  found: { level: '初级', issued: day('2026-02-10'), number: null },
});
const services = (met: boolean, per: 'month' | 'quarter'): ConditionResult => ({
  ...{ code: 'service-record', met, needed: { count: 1, per }, source: at(2), citation: article },
  found: { from: 'roster', claim: '是' },
});
const sanction = (met: boolean): ConditionResult => ({
  ...{ code: 'no-sanction', met, needed: { on: day('2026-02-28') }, citation: article },
  found: met ? null : { from: day('2026-02-15'), until: null },
  source: met ? null : at(9),
});
const rate = (yuan: number, district = '锦江区'): ConditionResult => ({
  ...{ code: 'rate', met: true, needed: { district, level: '初级', on: day('2026-02-28') }, source: null },
  ...{ found: { yuan }, citation: article },
});
const month = (conditions: readonly ConditionResult[], district = '锦江区'): PaperMonth => {
  const reasons = conditions.flatMap(({ code, met }) => (met ? [] : [code]));
  const paid = reasons.length === 0;
  return {
    ...{ month: '2026-02' as Month, paid, decided: true, district, post: null, decidedOn: null },
    ...{ level: '初级', amountFen: paid ? 20000 : 0, reasons, conditions },
  };
};

describe('why a month came out differently', () => {
  it.each<[string, PaperMonth, PaperMonth, ReturnType<typeof causeOf>]>([
    [
      'a condition that the office added says why only where it is not met',
      month([policy('2022-03-01'), onPost(), services(true, 'quarter'), rate(200)]),
      month([policy('2026-01-01'), onPost(), services(true, 'quarter'), sanction(false), rate(200)]),
      { codes: ['no-sanction'], source: at(9), citation: article },
    ],
    [
      'beside it, one that is met says nothing; and it was the minimum that changed, not the record',
      month([policy('2022-03-01'), onPost(), services(true, 'quarter'), rate(200)]),
      month([policy('2026-01-01'), onPost(), services(false, 'month'), sanction(true), rate(200)]),
      { codes: ['service-record'], source: null, citation: article },
    ],
    [
      'a condition that was dropped says why where it was not met',
      month([policy('2022-03-01'), onPost(), sanction(false), rate(200)]),
      month([policy('2022-03-01'), onPost(), rate(200)]),
      { codes: ['no-sanction'], source: at(9), citation: article },
    ],
    [
      'another deciding day is nothing that a fact says',
      month([onPost(), certificate(true, '2026-02-28'), rate(200)]),
      month([onPost(), certificate(false, '2026-02-01'), rate(200)]),
      { codes: ['certificate'], source: null, citation: null },
    ],
    [
      'another rate says why of another amount, a post whose first day was mended does not',
      month([onPost(), rate(200)]),
      month([onPost(5, '2023-01-01'), rate(250)]),
      { codes: ['rate'], source: null, citation: article },
    ],
    [
      'a unit that another district manages now: no value changed, though its rate is another',
      month([onPost(), rate(200)]),
      month([onPost(), rate(260, '武侯区')], '武侯区'),
      { codes: ['district'], source: at(2), citation: law },
    ],
  ])('%s', (_, before, now, expected) => {
    expect(causeOf(before, now)).toEqual(expected);
  });
});
