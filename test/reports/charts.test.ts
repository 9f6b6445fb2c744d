import { describe, expect, it } from 'vitest';
import { type ChartSpec, drawChart } from '../../src/reports/charts.js';

const spec: ChartSpec = {
  id: 'chart-posts',
  title: '岗位 <设置>',
  description: '岗位：锦江区 126 个、缺 43 个。',
  categories: ['锦江区', '<b>四川天府新区</b>'],
  series: [
    { name: '已设岗位', tone: 'main', values: [126, 185] },
    { name: '岗位缺口', tone: 'lack', values: [43, 47] },
  ],
  lying: true,
  stacked: true,
  label: String,
};

describe('a chart of the page', () => {
  const svg = drawChart(spec);

  it('tells what it shows to whoever does not see it', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="chart-posts-title chart-posts-desc">/);
    expect(svg).toContain('<title id="chart-posts-title">岗位 &lt;设置&gt;</title>');
    expect(svg).toContain('<desc id="chart-posts-desc">岗位：锦江区 126 个、缺 43 个。</desc>');
  });

  it('scales, and takes its colours from the page', () => {
    expect(svg).toMatch(/ viewBox="0 0 390 \d+"/);
    expect(svg).toContain('fill="var(--bar-main)"');
    expect(svg).not.toMatch(/<style|class=|ecmeta|fill="#/);
  });

  it('writes names as text', () => {
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('&lt;b&gt;四川天府新区&lt;/b&gt;');
  });

  it('has no identifier that another chart could have, and is the same each time', () => {
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id as string);
    expect(ids.length).toBeGreaterThan(2);
    for (const id of ids) expect(id).toMatch(/^chart-posts-/);
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
    expect(drawChart(spec)).toBe(svg);
  });

  it.each([
    ['zr0-一号院', 'zr0-一号院'],
    ['很长的名字'.repeat(20), `${'很长的名字'.repeat(2)}很长…`],
    ['NoSpaces'.repeat(20), `${'NoSpaces'.repeat(3)}N…`],
    ['👨‍👩‍👧‍👦'.repeat(30), `${'👨‍👩‍👧‍👦'.repeat(12)}…`],
    ['a\u0007\u202Eb', 'a  b'],
  ])('writes %j as %j beside its bar', (name, written) => {
    const other = drawChart({ ...spec, categories: ['锦江区', name] });
    const texts = [...other.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(texts).toContain(written);
    expect(other).not.toContain('\u202E');
  });

  it.each([
    ['no bars', { ...spec, categories: [], series: [] }],
    ['zeros', { ...spec, series: [{ name: 'x', tone: 'main' as const, values: [0, null] }] }],
    [
      'less than nothing',
      { ...spec, stacked: false, series: [{ name: 'x', tone: 'quiet' as const, values: [-5, 3] }] },
    ],
  ])('draws %s', (_what, other) => {
    expect(drawChart(other)).toMatch(/<\/svg>$/);
  });
});
