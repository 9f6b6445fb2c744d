import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Establishment, Person } from '../../src/domain/facts.js';
import { type PlannedMove, previewMoves } from '../../src/rules/post-moves.js';
import { book, officeBook, SHIPPED } from './book.js';
import { certificate, establishment, person, post, unit } from './people.js';

const HERE = unit(1);
const THERE = unit(2, { district: '武侯区', township: '浆洗街街道' });
const UNITS = [HERE, THERE];

/** 初级 on a professional post of 锦江区. */
const SHE = person({ posts: [post({ title: '助理社会工作师一级' })] });

const law = officeBook(
  { parameter: 'subsidy.rate', value: { 初级: 260 }, district: '武侯区' },
  { parameter: 'subsidy.decided-on', value: 'last-day', district: '武侯区' },
);

const move = (
  moves: readonly PlannedMove[],
  {
    people = moves.map((each) => each.person),
    on = '2026-07-15',
    establishments = [] as readonly Establishment[],
    policy = law,
  } = {},
) => previewMoves(moves, { units: UNITS, people, establishments, book: policy, on: day(on) });

const to = (person: Person, title: string | null = null): PlannedMove => ({ person, to: THERE, title });

describe('both ends of a move', () => {
  it('posts, people, certified people and shortfall before and after', () => {
    const { rows, totals } = move([to(SHE)]);
    expect(rows).toMatchObject([
      {
        end: 'from',
        unit: '第1社区',
        required: 2,
        established: { before: 1, after: 0 },
        filled: { before: 1, after: 0 },
        certified: { before: 1, after: 0 },
        shortfall: { before: 1, after: 2 },
      },
      {
        end: 'to',
        unit: '第2社区',
        established: { before: 0, after: 1 },
        filled: { before: 0, after: 1 },
        certified: { before: 0, after: 1 },
        shortfall: { before: 2, after: 1 },
      },
    ]);
    expect(totals).toEqual({ moves: 1, shortfall: { before: 3, after: 3 } });
  });

  it('established posts stay where a table of posts has them', () => {
    const establishments = [
      establishment(1, '助理社会工作师一级', 2),
      establishment(2, '助理社会工作师一级', 2),
    ];
    const { rows, findings } = move([to(SHE)], { establishments });
    expect(rows.map(({ established, shortfall }) => [established, shortfall?.after])).toEqual([
      [{ before: 2, after: 2 }, 0],
      [{ before: 2, after: 2 }, 0],
    ]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says what is short after the move, as errors', () => {
    expect(move([to(SHE)]).findings.map(({ code, severity, subject }) => [code, severity, subject])).toEqual([
      ['quota.too-few-posts', 'error', '锦江区 春熙路街道 第1社区'],
      ['quota.too-few-posts', 'error', '武侯区 浆洗街街道 第2社区'],
    ]);
  });

  it('two moves are looked at together', () => {
    const other = person({
      ...SHE,
      id: 2,
      idNumber: '000000199001010001',
      posts: [post({ at: 2, title: '社会工作专业岗位' })],
    });
    const { rows, totals } = move([to(SHE), { person: other, to: HERE, title: null }]);
    expect(rows.map(({ unit: name, filled }) => [name, filled?.before, filled?.after])).toEqual([
      ['第1社区', 1, 1],
      ['第2社区', 1, 1],
      ['第2社区', 1, 1],
      ['第1社区', 1, 1],
    ]);
    expect(totals.shortfall).toEqual({ before: 2, after: 2 });
  });

  it('somebody without a post is only placed, on a 社会工作专业岗位', () => {
    const free = person({ posts: [post({ until: '2026-06-30', title: '网格员' })] });
    expect(move([to(free)]).rows).toMatchObject([{ end: 'to', title: '社会工作专业岗位', ok: true }]);
  });

  it('of another workplace only the unit joined has numbers', () => {
    const guest = person({
      posts: [post({ at: { district: '锦江区', workplace: '某医院' }, title: '社会工作师三级' })],
    });
    expect(move([to(guest)]).rows).toMatchObject([
      { end: 'from', code: null, unit: '某医院', established: null },
      { end: 'to', established: { before: 0, after: 1 } },
    ]);
  });

  it('leaves the register as it was', () => {
    const before = JSON.stringify(SHE);
    move([to(SHE)]);
    expect(JSON.stringify(SHE)).toBe(before);
  });

  it.each([
    ['move.same-unit', [{ person: SHE, to: HERE, title: null }]],
    ['move.twice', [to(SHE), to(SHE)]],
  ] as const)('%s', (problem, moves) => {
    expect(() => move(moves)).toThrow(expect.objectContaining({ problem }));
  });
});

describe('post and certificate (三(四)2)', () => {
  it.each([
    ['助理社会工作师一级', '初级', true, []],
    ['社会工作师三级', '初级', false, ['grade.certificate-too-low']],
    ['社会工作专业岗位', '员级', false, ['grade.certificate-too-low']],
    ['助理社会工作师三级', '高级', false, ['grade.unknown-title']],
    ['网格员', '高级', null, ['move.not-professional']],
  ] as const)('as %s with %s: %s', (title, level, ok, codes) => {
    const someone = person({ ...SHE, certificates: [certificate(level)] });
    const { rows, findings } = move([to(someone, title)]);
    expect(rows.at(-1)).toMatchObject({ end: 'to', title, ok });
    expect(findings.map(({ code }) => code).filter((code) => !code.startsWith('quota.'))).toEqual(codes);
  });

  it.each([
    [1, []],
    [0, ['move.no-vacancy']],
  ])('where the table has %i posts of the title and nobody in them', (count, codes) => {
    const establishments = [
      establishment(2, '助理社会工作师一级', count),
      establishment(2, '社会工作专业岗位', 2),
    ];
    const { findings } = move([to(SHE)], { establishments });
    expect(findings.map(({ code }) => code).filter((code) => code.startsWith('move.'))).toEqual(codes);
  });
});

describe('the subsidy (三(六)1): 锦江区 200 on the first day, 武侯区 260 on the last', () => {
  it.each([
    // 锦江区 finds her on 1 July, before 武侯区 does on 31 July: the earlier day pays
    ['2026-07-15', '2026-07', '2026-08'],
    ['2026-07-02', '2026-07', '2026-08'],
    ['2026-07-01', '2026-06', '2026-07'],
  ])('moved on %s: until %s here, from %s there', (on, until, from) => {
    const { rows } = move([to(SHE)], { on });
    expect(rows.map(({ month, rateFen }) => [month, rateFen])).toEqual([
      [until, 20_000],
      [from, 26_000],
    ]);
  });

  it('tells both months without the move and with it', () => {
    const { months } = move([to(SHE)]);
    expect(
      months.map(({ month, before, after }) => [month, before?.district, after?.district, after?.amountFen]),
    ).toEqual([
      ['2026-07', '锦江区', '锦江区', 20_000],
      ['2026-08', '锦江区', '武侯区', 26_000],
    ]);
  });

  it('warns of a month in which neither district finds her', () => {
    const back = person({ ...SHE, posts: [post({ at: 2, title: '助理社会工作师一级' })] });
    const { findings, rows } = move([{ person: back, to: HERE, title: null }]);
    const lost = findings.filter(({ code }) => code === 'move.month-lost');
    expect(lost).toMatchObject([{ severity: 'warning', details: { month: '2026-07' } }]);
    expect(rows.map(({ month }) => month)).toEqual(['2026-06', '2026-08']);
  });

  it.each([
    ['事业编制', [null, null], [null, null]],
    ['城乡社区专职工作者', ['2026-07', 20_000], ['2026-08', 26_000]],
  ] as const)('%s: who is not covered has neither months nor a rate', (category, from, there) => {
    const someone = person({ ...SHE, posts: [post({ title: '助理社会工作师一级', category })] });
    const { rows } = move([to(someone)]);
    expect(rows.map(({ month, rateFen }) => [month, rateFen])).toEqual([from, there]);
  });

  it('is left out, with a remark, while the office has not set a rate', () => {
    const { months, rows, findings } = move([to(SHE)], { policy: book(...SHIPPED) });
    expect(months).toEqual([]);
    expect(rows.map(({ month, rateFen }) => [month, rateFen])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(findings.find(({ code }) => code === 'move.subsidy-unset')).toMatchObject({
      severity: 'info',
      details: { parameter: 'subsidy.rate' },
    });
  });
});
