import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../src/messages/en/index.js';
import { zh } from '../src/messages/zh/index.js';
import { expectedFile, GALLERY, LANGUAGES, type Language, readCase } from './gallery/case.js';
import { emptyOffice, play, type } from './gallery/play.js';

/** Messages of the program as a whole, which have no code. */
const WITHOUT_CODE = ['busy'];
const CODES = [...Object.keys(zh.findings), ...Object.keys(zh.problems), ...WITHOUT_CODE].sort();
const FOLDERS = readdirSync(GALLERY, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const CASES = FOLDERS.flatMap((code) => LANGUAGES.map((language) => [code, language] as const));

const updating = process.env.UPDATE_GALLERY === '1';
const office = emptyOffice();
const database = join(office, 'shegong.db');

beforeAll(async () => {
  expect((await type('shegong init', office, {})).code).toBe(0);
});
afterAll(() => rmSync(office, { recursive: true, force: true }));

describe('the gallery of messages', () => {
  it('has a case for every code there is, and no other', () => {
    expect(FOLDERS).toEqual(CODES);
  });

  it.concurrent.each(CASES)('%s in %s', async (code, language) => {
    const about = readCase(code);
    const { code: exit, stdout, stderr } = await play(code, about, language, database);
    if (updating) writeFileSync(expectedFile(code, language), stderr);
    expect(exit).toBe(about.exit);
    expect(stderr).toBe(readFileSync(expectedFile(code, language), 'utf8'));
    // a command that cannot run hands out no rows
    if (exit >= 2) expect(stdout).toBe('');
  });
});

const TEXTS = { zh, en };

/** The fixed parts of a wording, as they stand in its source; empty where it only looks sentences up. */
function fixedParts(code: string, language: Language): string[] {
  const { findings, problems } = TEXTS[language];
  const wording = ({ ...findings, ...problems } as Record<string, unknown>)[code];
  const source = String(wording).replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const pattern = language === 'zh' ? /[\u4e00-\u9fff，。：；（）]{5,}/g : /[A-Za-z]+(?:[ ,][A-Za-z ,]+)/g;
  return source.match(pattern) ?? [];
}

describe.each(CASES)('what is written for %s in %s', (code, language) => {
  const text = () => readFileSync(expectedFile(code, language), 'utf8');

  it('is the sentence of this code', () => {
    const parts = fixedParts(code, language);
    if (parts.length > 0) expect(parts.filter((part) => text().includes(part.trim()))).not.toEqual([]);
  });

  it('gives nobody away and shows nothing of the inside', () => {
    expect(text()).not.toMatch(/\d{17}[\dX]/);
    expect(text()).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
    expect(text()).not.toMatch(/undefined|null|NaN|\[object|^ {4}at /m);
  });

  it('is told in one language', () => {
    if (language === 'zh') expect(text()).not.toMatch(/[\u4e00-\u9fff][,;?!]|[a-z][A-Z]/);
    else expect(text()).not.toMatch(/[，。；：！？“][^”\n]*$/m);
  });
});
