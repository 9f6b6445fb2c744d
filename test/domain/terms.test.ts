import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFolder } from '../../fixtures/city/package-folder.js';
import { formatHours, parseHours } from '../../src/domain/hours.js';
import { SERVICE_FIELDS, STATION_LEVELS } from '../../src/domain/terms.js';

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
const document = plain(readFileSync(join(packageFolder(), 'data/sources/chengdu-2022.txt'), 'utf8'));

describe('三(三)1: the words of the document', () => {
  it('names 21 fields of service, in this order', () => {
    expect(SERVICE_FIELDS).toHaveLength(21);
    expect(new Set(SERVICE_FIELDS).size).toBe(21);
    expect(document).toContain(plain(SERVICE_FIELDS.join('、')));
  });

  it('names the four levels of the network, in this order', () => {
    const [centre, main, station, room] = STATION_LEVELS;
    expect(document).toContain(plain(`${centre}、${main}、${station}和${room}`));
  });
});

describe('hours are whole hundredths', () => {
  it.each([
    ['8', 800, '8'],
    ['1.5', 150, '1.5'],
    ['0.25', 25, '0.25'],
    ['-2', -200, '-2'],
    ['12.50', 1250, '12.5'],
  ])('%s', (text, hundredths, written) => {
    expect(parseHours(text)).toBe(hundredths);
    expect(formatHours(hundredths)).toBe(written);
  });

  it.each(['', '1.255', '两', '1e3', '.5'])('%j is none', (text) => {
    expect(parseHours(text)).toBeUndefined();
  });

  it('add up exactly', () => {
    const sum = Array.from({ length: 720 }, () => parseHours('0.1') ?? 0).reduce((a, b) => a + b, 0);
    expect(formatHours(sum)).toBe('72');
  });
});
