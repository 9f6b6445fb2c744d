import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFolder } from '../../fixtures/city/package-folder.js';
import { programIn } from './program.js';

/** The committed rosters go in, and the program counts what the generator knows to be in them. */
interface Expected {
  rosters: { file: string; asOf: string; read: number; rejected: number; conflict: number }[];
  posts: { file: string; rows: number };
  units: { file: string; rows: number };
}
interface Imported {
  rows: { line: number; outcome: string }[];
  totals: Record<'read' | 'new' | 'changed' | 'same' | 'conflict' | 'rejected' | 'skipped', number>;
}

const rosters = join(packageFolder(), 'fixtures/rosters');
const expected = JSON.parse(readFileSync(join(rosters, 'expected.json'), 'utf8')) as Expected;
const folder = mkdtempSync(join(tmpdir(), 'rosters-'));
const shegong = programIn(folder);

function importFile(dataset: string, file: string, ...options: string[]): Imported {
  const parameters = ['import', dataset, join(rosters, file), '--format', 'json', '--quiet', ...options];
  return JSON.parse(shegong(...parameters)) as Imported;
}

const counted = ({ totals }: Imported) =>
  totals.new + totals.changed + totals.same + totals.conflict + totals.rejected;

beforeAll(() => {
  shegong('init');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the rosters of six offices', () => {
  it.each(expected.rosters.map((roster) => [roster.file, roster] as const))('%s', (file, roster) => {
    const first = importFile('roster', file, '--as-of', roster.asOf);
    expect(first.totals).toMatchObject({
      read: roster.read,
      rejected: roster.rejected,
      conflict: roster.conflict,
    });
    expect(counted(first)).toBe(roster.read);

    const again = importFile('roster', file);
    expect(again.totals).toMatchObject({ read: roster.read, new: 0, changed: 0 });
    expect(counted(again)).toBe(roster.read);
  });

  it.each([
    ['units', expected.units],
    ['posts', expected.posts],
  ])('and their %s', (dataset, { file, rows }) => {
    const imported = importFile(dataset, file);
    expect(imported.totals).toMatchObject({ read: rows, conflict: 0, rejected: 0 });
    expect(counted(imported)).toBe(rows);
  });
});
