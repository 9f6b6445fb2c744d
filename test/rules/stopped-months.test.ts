import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { quarter } from '../../src/domain/quarter.js';
import { placesOf } from '../../src/rules/posts.js';
import { stoppedMonths } from '../../src/rules/stopped-months.js';
import { computeQuarter } from '../../src/rules/subsidies.js';
import { book, SHIPPED } from './book.js';
import { person, post, sanction, unit } from './people.js';

const UNITS = [unit(1), unit(2, { district: '武侯区' })];
const CONDITIONS = ['on-post', 'certificate', 'registration', 'no-sanction'] as const;
const DAYS = ['first-day', 15, 'last-day', { 'no-sanction': 'last-day', otherwise: 'first-day' }] as const;
const TRANSFERS = ['2026-07-01', '2026-07-02', '2026-07-15', '2026-07-16', '2026-07-31', '2026-08-01'];
const SPANS = [
  ['2026-07-01', '2026-07-31'],
  ['2026-07-15', '2026-08-15'],
  ['2026-07-31', '2026-08-01'],
  ['2026-08-02', null],
] as const;

describe('三(五), 三(六)1: the months that a 停发 stops are those the subsidy refuses for it', () => {
  const choices = DAYS.flatMap((here) => DAYS.map((there) => ({ here, there })));

  it.each(choices)('deciding days $here and $there', ({ here, there }) => {
    const policy = book(
      ...SHIPPED,
      { parameter: 'subsidy.rate', value: { 初级: 200 } },
      { parameter: 'subsidy.decided-on', value: here },
      { parameter: 'subsidy.decided-on', value: there, district: '武侯区' },
      { parameter: 'subsidy.service-minimum', value: { count: 1, per: 'quarter' } },
      { parameter: 'subsidy.conditions', value: [...CONDITIONS], district: '锦江区' },
    );
    for (const moved of TRANSFERS) {
      for (const ended of [day('2026-07-31'), null])
        for (const [from, until] of SPANS) {
          const posts = [post({ until: ended ?? moved }), post({ at: 2, from: moved })];
          const span = { from: day(from), until: until === null ? null : day(until) };
          const who = person({ posts, sanctions: [sanction(from, until)] });
          const { people } = computeQuarter({
            ...{ quarter: quarter('2026Q3'), people: [who], units: UNITS, book: policy },
          });
          const refused = (people[0]?.months ?? [])
            .filter(({ reasons }) => reasons.includes('no-sanction') && !reasons.includes('on-post'))
            .map(({ month, district }) => [month, district]);
          const stopped = stoppedMonths(who, span, {
            ...{ book: policy, places: placesOf(UNITS), on: day('2026-09-30') },
          });
          const stops = stopped.filter(({ effect }) => effect === 'stops');
          expect(stops.map(({ month, district }) => [month, district])).toEqual(refused);
        }
    }
  });
});
