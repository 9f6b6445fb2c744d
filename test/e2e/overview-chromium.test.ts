import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/run.js';
import { runHere } from '../cli/run-here.js';
import { cityOffice } from '../tasks/city-office.js';

/** The browser of the machine: the one that CHROMIUM names, or the one that is installed. */
const EXECUTABLE = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  ...(process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name))),
].find((file) => file !== '' && existsSync(file));

const OPTIONS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const QUIET = ['--disable-background-networking', '--disable-component-update'];
const WIDTHS = [1280, 390] as const;
const SCHEMES = ['light', 'dark'] as const;
const PAGES = ['empty', 'city', 'english', 'people'] as const;

const title = EXECUTABLE
  ? 'the overview in Chromium'
  : 'the overview in Chromium: skipped, no Chromium found (set CHROMIUM)';

describe.skipIf(!EXECUTABLE)(title, () => {
  const city = cityOffice();
  let folder = '';
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shegong-page-'));
    const policies = join(ROOT, 'data/policies/example');
    const write = async (name: (typeof PAGES)[number], ...more: string[]) => {
      const { stderr } = await runHere(['report', 'overview', ...more, '-o', `${name}.html`, '--quiet'], {
        cwd: folder,
      });
      expect([name, existsSync(join(folder, `${name}.html`)) ? 'written' : stderr]).toEqual([
        name,
        'written',
      ]);
    };
    await runHere(['init'], { cwd: folder });
    await write('empty');
    const ofCity = ['--db', city.dbFile, '--policies', policies, '--on', '2026-09-30'];
    await write('city', ...ofCity);
    await write('english', ...ofCity, '--lang', 'en');
    await write('people', ...ofCity, '--people', '--district', '锦江区');
    browser = await chromium.launch({ executablePath: EXECUTABLE as string, args: [...OPTIONS, ...QUIET] });
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const address = (name: string) => pathToFileURL(join(folder, `${name}.html`)).href;

  /** Opens a page, and keeps what it says and asks for. */
  async function open(name: string, width: number, colorScheme: (typeof SCHEMES)[number]) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const heard: string[] = [];
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== address(name) && !request.url().startsWith('data:')) heard.push(request.url());
    });
    await page.goto(address(name));
    return { page, heard };
  }

  const cases = [
    ...WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ['city', width, scheme] as const)),
    ...([
      ['empty', 1280, 'dark'],
      ['empty', 390, 'light'],
      ['english', 390, 'light'],
      ['english', 1280, 'light'],
    ] as const),
    ['people', 390, 'dark'] as const,
  ];
  it.each(cases)(
    '%s at %i, %s: silent, asks for nothing, never scrolls sideways, can be read',
    async (...how) => {
      const { page, heard } = await open(...how);
      // everything folded counts, too
      await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true; })`);
      const seen = (await page.evaluate(LOOK)) as Look;
      expect(heard).toEqual([]);
      expect(seen.width).toBeLessThanOrEqual(how[1]);
      expect(seen.over).toEqual([]);
      expect(seen.nameless).toEqual([]);
      expect(seen.dim).toEqual([]);
      expect(seen.small).toEqual([]);
      expect(seen.repeated).toEqual([]);
      if (how[0] !== 'empty') expect(seen.charts).toBeGreaterThan(5);
      await page.close();
    },
  );

  it('is read out chart by chart', async () => {
    const { page } = await open('city', 1280, 'light');
    const images = page.getByRole('img');
    expect(await images.count()).toBeGreaterThan(10);
    expect(await page.getByRole('img', { name: '持证人数（按最高级别）' }).count()).toBe(1);
    expect(await page.getByRole('row', { name: /^锦江区/ }).count()).toBeGreaterThan(0);
    await page.close();
  });

  it('keeps its tables as tables where rows have become cards', async () => {
    const { page } = await open('city', 390, 'light');
    expect(await page.getByRole('columnheader', { name: '岗位缺口' }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('rowheader', { name: '锦江区' }).count()).toBeGreaterThan(0);
    // what is only computed says so in every table
    expect(await page.getByRole('columnheader', { name: '2026Q3 补贴，未结算（元）' }).count()).toBe(1);
    await page.close();
  });

  it.each(SCHEMES)('prints on A4, light whatever the screen is (%s)', async (scheme) => {
    const { page } = await open('city', 1280, scheme);
    await page.emulateMedia({ media: 'print', colorScheme: scheme });
    expect(await ground(page)).toBe('rgb(28, 37, 48)');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(sheets.length).toBeGreaterThan(0);
    for (const [, width, height] of sheets)
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    await page.close();
  });
});

const ground = (page: Page) => page.evaluate('getComputedStyle(document.body).color');

interface Look {
  width: number;
  charts: number;
  /** Elements that reach over the right edge. */
  over: string[];
  /** Charts that nothing tells of. */
  nameless: string[];
  /** Texts without enough contrast. */
  dim: string[];
  /** Letters of charts that are too small to read. */
  small: string[];
  /** Identifiers that stand twice. */
  repeated: string[];
}

/** Looks at a page from inside; text, because it runs in the browser and not here. */
const LOOK = `(() => {
  const all = [...document.body.querySelectorAll('*')];
  const shown = (each) => each.getClientRects().length > 0;
  const channels = (colour) => {
    const parts = colour.match(/[\\d.]+/g).map(Number);
    // color-mix answers in parts of one
    return colour.startsWith('color(') ? [...parts.slice(0, 3).map((part) => part * 255), parts[3] ?? 1] : [...parts, 1].slice(0, 4);
  };
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (each) => {
    for (let at = each; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0) return colour;
    }
    return [255, 255, 255, 1];
  };
  const contrast = (each) => {
    const style = getComputedStyle(each);
    const [one, other] = [luminance(channels(each.closest('svg') ? style.fill : style.color)), luminance(groundOf(each))];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };
  const told = (each) => each.tagName + ' ' + (each.textContent ?? '').trim().slice(0, 30);
  const withText = all.filter((each) => shown(each) && !['TITLE', 'DESC', 'title', 'desc'].includes(each.tagName) &&
    [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''));
  const charts = [...document.querySelectorAll('svg')];
  const named = (id) => (document.getElementById(id)?.textContent ?? '').trim().length > 2;
  const ids = all.map((each) => each.id).filter((id) => id !== '');
  return {
    width: document.documentElement.scrollWidth,
    charts: charts.length,
    over: all.filter((each) => shown(each) && each.getBoundingClientRect().right > innerWidth + 0.5).map(told),
    nameless: charts.filter((svg) => svg.getAttribute('role') !== 'img' ||
      !(svg.getAttribute('aria-labelledby') ?? '').split(' ').every(named)).map(told),
    dim: withText.filter((each) => contrast(each) < 4.5).map((each) => told(each) + ' ' + contrast(each).toFixed(2)),
    small: [...document.querySelectorAll('svg text')].filter((each) => shown(each) &&
      parseFloat(getComputedStyle(each).fontSize) * each.ownerSVGElement.getBoundingClientRect().width /
      each.ownerSVGElement.viewBox.baseVal.width < 10.5).map(told),
    repeated: ids.filter((id, index) => ids.indexOf(id) !== index),
  };
})()`;
