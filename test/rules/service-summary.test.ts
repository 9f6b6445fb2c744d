import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Person, Unit } from '../../src/domain/facts.js';
import type { ServiceGroup } from '../../src/domain/service-groups.js';
import { SERVICE_FIELDS, type ServiceField } from '../../src/domain/terms.js';
import { type ServiceRendered, summarizeServices } from '../../src/rules/service-summary.js';
import { book, SHIPPED } from './book.js';
import { person, post, unit } from './people.js';

const law = book(...SHIPPED);

const UNITS = [unit(1), unit(2, { township: '东湖街道' })];
const SHE = person({
  id: 1,
  idNumber: '000000199001010001',
  posts: [post({ until: '2026-06-30' }), post({ at: 2, from: '2026-07-01' })],
});
const HE = person({ id: 2, idNumber: '000000199001010002', posts: [post({ at: 2, from: '2026-08-01' })] });

const served = (
  who: Person,
  on: string,
  field: ServiceField | null = '老龄服务',
  hours: number | null = 150,
): ServiceRendered => ({
  person: who,
  on: day(on),
  field,
  hours,
});

const ask = (
  by: ServiceGroup,
  services: readonly ServiceRendered[],
  {
    from = '2026-01-01',
    until = '2026-12-31',
    township = null as string | null,
    units = UNITS as readonly Unit[],
  } = {},
) =>
  summarizeServices({
    services,
    units,
    by,
    span: { from: day(from), until: day(until) },
    within: township === null ? null : (place) => place.township === township,
    book: law,
  });

describe('service records (三(三)1)', () => {
  it('by field: all 21 in the order of the article, then those without', () => {
    const { rows, totals } = ask('field', [
      served(SHE, '2026-03-01'),
      served(HE, '2026-09-01'),
      served(SHE, '2026-03-02', null, null),
    ]);
    expect(rows.map(({ field }) => field)).toEqual([...SERVICE_FIELDS, null]);
    expect(rows.find(({ field }) => field === '老龄服务')).toMatchObject({
      records: 2,
      hours: 300,
      people: 2,
    });
    expect(rows.at(-1)).toMatchObject({ records: 1, hours: 0, withoutHours: 1 });
    expect(totals).toMatchObject({
      records: 3,
      hours: 300,
      people: 2,
      fields: 1,
      units: 2,
      withoutField: 1,
      withoutHours: 1,
    });
  });

  it.each([
    ['2026-06-30', 0],
    ['2026-07-01', 1],
    ['2026-09-30', 1],
    ['2026-10-01', 0],
  ])('the stretch counts both its days: %s', (on, records) => {
    expect(ask('field', [served(SHE, on)], { from: '2026-07-01', until: '2026-09-30' }).totals.records).toBe(
      records,
    );
  });

  it.each([
    ['2022-02-28', null],
    ['2022-03-01', { document: '实施意见', article: '三(三)1' }],
    ['2027-02-28', { document: '实施意见', article: '三(三)1' }],
    ['2027-03-01', null],
  ])('until %s under %j', (until, citation) => {
    expect(ask('field', [], { from: '2022-01-01', until }).totals.citation).toEqual(citation);
  });

  it('by month: every month of the stretch', () => {
    const { rows } = ask('month', [served(SHE, '2026-07-31'), served(SHE, '2026-08-01')], {
      from: '2026-06-15',
      until: '2026-08-31',
    });
    expect(rows.map(({ month, records }) => [month, records])).toEqual([
      ['2026-06', 0],
      ['2026-07', 1],
      ['2026-08', 1],
    ]);
  });

  it('by unit: where the worker was on post on the day; nowhere comes last, with a warning', () => {
    const { rows, totals, findings } = ask('unit', [
      served(HE, '2026-07-31'),
      served(SHE, '2026-07-01'),
      served(SHE, '2026-06-30'),
      served(HE, '2026-08-01'),
    ]);
    expect(rows.map(({ place, records, people }) => [place?.name ?? null, records, people])).toEqual([
      ['第1社区', 1, 1],
      ['第2社区', 2, 2],
      [null, 1, 1],
    ]);
    expect(totals.offPost).toBe(1);
    expect(findings).toMatchObject([
      { code: 'service.off-post', severity: 'warning', details: { records: 1 } },
    ]);
  });

  it('by unit: one that another district took over has a row in each, under its latest name there', () => {
    const [first] = unit(1).terms;
    const taken = { ...first, from: day('2026-04-01'), district: '成华区' };
    const renamed = { ...taken, from: day('2026-05-01'), name: '新名社区' };
    const units = [{ ...unit(1), terms: [first, taken, renamed] as const }, unit(2)];
    const services = ['2026-05-02', '2026-03-31', '2026-04-01'].map((on) => served(SHE, on));
    const { rows, totals } = ask('unit', services, { units });
    expect(rows.map(({ place, records }) => [place?.district, place?.name, records]).sort()).toEqual([
      ['成华区', '新名社区', 2],
      ['锦江区', '第1社区', 1],
    ]);
    expect(totals.units).toBe(1);
  });

  it('by worker: at the unit of the latest service', () => {
    const { rows } = ask('worker', [
      served(SHE, '2026-07-02', '社区营造'),
      served(SHE, '2026-03-01'),
      served(HE, '2026-08-02'),
    ]);
    expect(rows.map((row) => [row.person?.id, row.place?.name, row.records, row.fields])).toEqual([
      [1, '第2社区', 2, 2],
      [2, '第2社区', 1, 1],
    ]);
  });

  it('one area: what was rendered on a post there', () => {
    const services = [served(SHE, '2026-06-30'), served(SHE, '2026-07-01'), served(HE, '2026-07-01')];
    expect(ask('field', services, { township: '东湖街道' }).totals).toMatchObject({ records: 1, offPost: 0 });
  });
});
