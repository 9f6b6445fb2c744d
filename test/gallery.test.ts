import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../src/messages/en/index.js';
import { zh } from '../src/messages/zh/index.js';
import { caseNames, codeOf, expectedFile, LANGUAGES, type Language, readCase } from './gallery/case.js';
import { emptyOffice, play, type } from './gallery/play.js';

/** Messages of the program as a whole, which have no code. */
const WITHOUT_CODE = ['busy'];
const CODES = [...Object.keys(zh.findings), ...Object.keys(zh.problems), ...WITHOUT_CODE];
const CASES = caseNames();

const updating = process.env.UPDATE_GALLERY === '1';
const office = emptyOffice();
const database = join(office, 'shegong.db');

beforeAll(async () => {
  expect((await type('shegong init', office, {})).code).toBe(0);
});
afterAll(() => rmSync(office, { recursive: true, force: true }));

describe('the gallery of messages', () => {
  it('has a case for every code there is, and for no other', () => {
    expect([...new Set(CASES.map(codeOf))].sort()).toEqual([...CODES].sort());
  });

  it.each(CASES)('%s', async (name) => {
    const about = readCase(name);
    const runs = await play(name, about, database);
    for (const language of LANGUAGES) {
      const { code, stdout, stderr } = runs[language];
      const file = expectedFile(name, language);
      if (updating) writeFileSync(file, stderr);
      expect({ code, stderr }).toEqual({
        code: about.exit,
        stderr: existsSync(file) ? readFileSync(file, 'utf8') : null,
      });
      // a command that cannot run hands out no rows
      if (about.exit >= 2) expect(stdout).toBe('');
    }
  });
});

const TEXTS = { zh, en };
/** What has to be typed into a policy file as it stands: `{ averageWage: { 2025: 6600 }, ratio: 1.0 }`. */
const withoutSamples = (text: string) =>
  text.replace(/\{[^}]*\}+|(?<=例如 )\[[^\]]*\]|renewalMonths|averageWage/g, '');
/** Several words in a row: only sentences have them. */
const FIXED = { zh: /[\u4e00-\u9fff，。：；（）]{5,}/g, en: /[A-Za-z]+(?:,? [a-z]+){2,}/g };
const PUNCTUATION_OF_THE_OTHER = {
  zh: /[\u4e00-\u9fff][,;!]|[\u4e00-\u9fff]\.(?![a-z])/,
  en: /[，。；：！？]/,
};

/** The fixed parts of a code's sentence, from its source; none where it only looks sentences up. */
function fixedParts(code: string, language: Language): string[] {
  const { findings, problems } = TEXTS[language];
  const source = String(({ ...findings, ...problems } as Record<string, unknown>)[code]);
  const text = source.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number(`0x${hex}`)),
  );
  return text.replace(/^\(\{.*?\}\) =>/s, '').match(FIXED[language]) ?? [];
}

describe.each(LANGUAGES)('the words in %s', (language) => {
  const textOf = (name: string) => readFileSync(expectedFile(name, language), 'utf8');

  it.each(CASES)('of %s are the sentence of this code', (name) => {
    const parts = fixedParts(codeOf(name), language);
    if (parts.length > 0) expect(parts.filter((part) => textOf(name).includes(part))).not.toEqual([]);
  });

  it.each(CASES)('of %s give no number of a person away and show nothing of the inside', (name) => {
    const text = textOf(name);
    expect(text).not.toMatch(/\d{13,}/);
    expect(text).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|^ {4}at /m);
    expect(withoutSamples(text)).not.toMatch(/[a-z][A-Z]/);
  });

  it.each(CASES)('of %s keep to the punctuation of their language', (name) => {
    expect(withoutSamples(textOf(name))).not.toMatch(PUNCTUATION_OF_THE_OTHER[language]);
  });
});
