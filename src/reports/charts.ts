import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { escapeHtml, plainText } from './html.js';
import { shortened } from './width.js';

use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

/** How a series is told apart without its colour: hatched, or plain. */
type Tone = 'main' | 'lack' | 'quiet' | 'draft';

/** One row of values, one for each category; null: nothing is known, and nothing is drawn. */
export interface Series {
  name: string;
  tone: Tone;
  values: readonly (number | null)[];
}

/** A bar chart, and the sentences that tell it to whoever does not see it. */
export interface ChartSpec {
  /** Told apart from every other chart of the page. */
  id: string;
  title: string;
  description: string;
  categories: readonly string[];
  series: readonly Series[];
  /** Bars lie, one below the other; for long names and many of them. */
  lying: boolean;
  stacked: boolean;
  /** How a value is written beside its bar. */
  label: (value: number) => string;
  /** The end of the axis; without it, what fits. */
  most?: number;
}

/** Narrow enough that its letters stay readable on a phone. */
const WIDTH = 390;
const LETTERS = 13;
/** A name may take so many columns (a Chinese character takes two), or nothing is left for the bars. */
const NAME_COLUMNS = 26;

/** Colours are those of the page, so that it may be dark, light or on paper. */
const TONES: Record<Tone, { fill: string; hatch: boolean }> = {
  main: { fill: 'var(--bar-main)', hatch: false },
  lack: { fill: 'var(--bar-lack)', hatch: true },
  quiet: { fill: 'var(--bar-quiet)', hatch: false },
  draft: { fill: 'var(--bar-draft)', hatch: true },
};

/** Draws a chart as SVG that scales with the page, takes its colours from it, and tells what it shows. */
export function drawChart(spec: ChartSpec): string {
  const height = heightOf(spec);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption(optionOf(spec));
    return inPage(chart.renderToSVGString(), spec, height);
  } finally {
    // an undisposed chart keeps the process alive
    chart.dispose();
  }
}

function heightOf({ lying, stacked, categories, series }: ChartSpec): number {
  const legend = series.length > 1 ? 34 : 8;
  if (!lying) return 220 + legend;
  const bars = stacked ? 1 : series.length;
  return categories.length * (bars * 17 + 11) + legend + 10;
}

function optionOf({ categories, series, lying, stacked, label, most }: ChartSpec) {
  const text = { color: 'var(--ink)', fontSize: LETTERS, fontFamily: 'inherit' };
  const several = series.length > 1;
  const line = { show: true, lineStyle: { color: 'var(--rule)' } };
  const names = {
    type: 'category' as const,
    data: categories.map((name) => shortened(plainText(name), NAME_COLUMNS)),
    inverse: lying,
    axisTick: { show: false },
    axisLine: line,
    axisLabel: { ...text, interval: 0, hideOverlap: !lying },
  };
  const values = {
    type: 'value' as const,
    min: (range: { min: number }) => Math.min(0, range.min),
    // room for the figures beside the longest bar
    max: most ?? ((range: { max: number }) => (range.max <= 0 ? 1 : range.max * (lying ? 1.02 : 1.1))),
    axisLabel: { show: false },
    splitLine: { show: false },
    axisLine: { show: false },
    axisTick: { show: false },
  };
  const last = series.length - 1;
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    aria: { enabled: false },
    legend: several
      ? { top: 0, left: 0, itemWidth: 18, itemHeight: 11, itemGap: 16, textStyle: text, selectedMode: false }
      : { show: false },
    grid: {
      ...{ left: 4, right: lying ? labelRoom(series, stacked, label) : 4, top: several ? 30 : 6, bottom: 4 },
      outerBoundsMode: 'same' as const,
      outerBoundsContain: 'axisLabel' as const,
    },
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    series: series.map(({ name, tone, values: data }, index) => ({
      type: 'bar' as const,
      name,
      data: [...data],
      silent: true,
      emphasis: { disabled: true },
      barMaxWidth: lying ? 15 : 40,
      ...(stacked && { stack: 'all' }),
      itemStyle: { color: TONES[tone].fill, ...(TONES[tone].hatch && { decal: HATCH }) },
      label: {
        ...text,
        show: !stacked || index === last,
        position: lying ? ('right' as const) : ('top' as const),
        formatter: ({ dataIndex }: { dataIndex: number }) =>
          stacked
            ? series.map((each) => label(each.values[dataIndex] ?? 0)).join(' / ')
            : label(data[dataIndex] ?? 0),
      },
    })),
  };
}

const HATCH = {
  symbol: 'rect',
  color: 'var(--paper)',
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
};

/** The space that the longest figure needs. */
function labelRoom(series: readonly Series[], stacked: boolean, label: (value: number) => string): number {
  const lengths = (series[0]?.values ?? []).map((_, index) => {
    const labels = series.map(({ values }) => label(values[index] ?? 0));
    return stacked ? labels.join(' / ').length : Math.max(...labels.map(({ length }) => length));
  });
  return Math.max(1, ...lengths) * LETTERS * 0.62 + 12;
}

/** What the library draws, as part of a page: scalable, named, without identifiers or style of its own. */
function inPage(svg: string, { id, title, description }: ChartSpec, height: number): string {
  const inner = svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    // names that people typed stand between the tags, and stay as they are
    .replace(/<[^>]*>/g, (tag) =>
      tag.replace(/\s(?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, '').replace(/\bzr\d+-/g, `${id}-`),
    );
  const open =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" ` +
    `role="img" aria-labelledby="${id}-title ${id}-desc">`;
  const told =
    `<title id="${id}-title">${escapeHtml(title)}</title>` +
    `<desc id="${id}-desc">${escapeHtml(description)}</desc>`;
  return `${open}${told}${inner}</svg>`;
}
