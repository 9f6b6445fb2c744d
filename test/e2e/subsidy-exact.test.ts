import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { damageSome } from '../../fixtures/city/damage.js';
import { encode } from '../../fixtures/city/encode.js';
import { type CityOptions, generateCity } from '../../fixtures/city/generate.js';
import { nextRound } from '../../fixtures/city/next-round.js';
import { PLAIN_STYLE, renderRoster } from '../../fixtures/city/render-roster.js';
import { entriesOn, type RosterEntry } from '../../fixtures/city/roster-entry.js';
import type { Worker } from '../../fixtures/city/truth.js';
import { managingDistricts } from '../../fixtures/city/units.js';
import { EXAMPLE_RULES } from '../oracle/office-rules.js';
import { writePolicyFolder } from '../oracle/policy-folder.js';
import { hadPostIn, oracleQuarter } from '../oracle/subsidy-oracle.js';
import { programIn } from './program.js';

/**
 * A city of 35,000 people in 23 districts with dated rates, two rosters a quarter apart, imported and
 * computed by the program, and by the independent calculation: everybody, every month, to the fen.
 */
const CITY: CityOptions = { seed: 35_000, people: 38_000, asOf: '2026-06-30' };
const SECOND = '2026-09-30';
const folder = mkdtempSync(join(tmpdir(), 'subsidy-exact-'));
const shegong = programIn(folder);

interface PreviewMonth {
  month: string;
  paid: boolean;
  level: string | null;
  amountFen: number;
  reasons: string[];
}
interface Preview {
  rows: { idNumber: string; totalFen: number; months: PreviewMonth[] }[];
  totals: { people: number; personMonths: number; totalFen: number; byDistrict: Record<string, number> };
}

function writeRoster(name: string, entries: readonly RosterEntry[], seed: number): void {
  const text = renderRoster(entries, {
    ...PLAIN_STYLE,
    seed,
    untidy: true,
    headings: 'synonyms',
    lineEnd: 'mixed',
  });
  writeFileSync(join(folder, name), encode(text, 'gb18030'));
}

let people: Worker[];

beforeAll(() => {
  const first = [...generateCity(CITY)];
  const damaged = [...damageSome(entriesOn(first, CITY.asOf), 0.02, 1)];
  // Who could not be read in the first roster is left out of the second, and of the comparison.
  const lost = new Set(
    damaged
      .filter(({ damage }) => damage !== null && damage !== 'equal-rows')
      .map(({ worker }) => worker.index),
  );
  const sound = first.filter(({ index }) => !lost.has(index));
  people = [...nextRound(sound, { city: CITY, previous: CITY.asOf, asOf: SECOND, newcomers: 500 })];
  writeRoster('first.csv', damaged, 11);
  writeRoster('second.csv', [...entriesOn(people, SECOND)], 12);
  writePolicyFolder(join(folder, 'office'), EXAMPLE_RULES);
  shegong('init');
  shegong('import', 'roster', 'first.csv', '--as-of', CITY.asOf, '--rejects', 'rejects.csv', '--quiet');
  shegong('import', 'roster', 'second.csv', '--as-of', SECOND, '--quiet');
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['2026Q2', '2026Q3'])('the subsidy of %s, person by person and month by month', (quarter) => {
  let preview: Preview;
  const expected = () =>
    people
      .filter((worker) => hadPostIn(worker, quarter))
      .map((worker) => ({ worker, months: oracleQuarter(worker, quarter, EXAMPLE_RULES) }));

  beforeAll(() => {
    const options = ['--all', '--reveal', '--quiet', '--format', 'json', '--policies', 'office'];
    preview = JSON.parse(shegong('subsidy', 'preview', quarter, ...options)) as Preview;
  }, 120_000);

  it('speaks of exactly the people with a post in the quarter', () => {
    const numbers = preview.rows.map(({ idNumber }) => idNumber).sort();
    expect(numbers).toEqual(
      expected()
        .map(({ worker }) => worker.idNumber)
        .sort(),
    );
    expect(numbers.length).toBeGreaterThanOrEqual(35_000);
  });

  it('pays everybody the same fen for the same months and levels', () => {
    const rows = new Map(preview.rows.map((row) => [row.idNumber, row]));
    const differences = expected().flatMap(({ worker, months }) => {
      const row = rows.get(worker.idNumber);
      const said = row?.months.map(({ month, paid, amountFen, level }) => [
        month,
        paid,
        amountFen,
        paid && level,
      ]);
      const computed = months.map(({ month, paid, amount, level }) => [month, paid, amount, paid && level]);
      const total = months.reduce((sum, { amount }) => sum + amount, 0);
      const same = JSON.stringify(said) === JSON.stringify(computed) && row?.totalFen === total;
      return same ? [] : [{ worker, computed, said }];
    });
    expect(differences.slice(0, 3)).toEqual([]);
    expect(differences).toHaveLength(0);
  });

  it('gives the same reasons for every unpaid month of those who stayed in one district', () => {
    const rows = new Map(preview.rows.map((row) => [row.idNumber, row]));
    const differences = expected()
      .filter(({ worker }) => new Set(worker.stints.map(({ place }) => place.district)).size === 1)
      .flatMap(({ worker, months }) =>
        months.flatMap(({ month, reasons }, place) => {
          const said = rows.get(worker.idNumber)?.months[place]?.reasons;
          return comparable(said ?? ['missing']) === comparable(reasons)
            ? []
            : [{ worker, month, reasons, said }];
        }),
      );
    expect(differences.slice(0, 3)).toEqual([]);
    expect(differences).toHaveLength(0);
  });

  it('adds up: people, months, fen, and fen by district', () => {
    const paid = expected().map(({ months }) => months.filter((month) => month.paid));
    const byDistrict: Record<string, number> = {};
    for (const { district, amount } of paid.flat())
      byDistrict[district] = (byDistrict[district] ?? 0) + amount;
    expect(preview.totals).toMatchObject({
      people: paid.filter((months) => months.length > 0).length,
      personMonths: paid.flat().length,
      totalFen: paid.flat().reduce((sum, { amount }) => sum + amount, 0),
      byDistrict,
    });
    expect(Object.keys(byDistrict)).toHaveLength(managingDistricts().length);
  });
});

/** Without a post nobody has a category, and without a level no rate: then those two say nothing. */
function comparable(reasons: readonly string[]): string {
  const without = new Set([
    ...(reasons.includes('on-post') ? ['category', 'rate'] : []),
    ...(reasons.includes('certificate') ? ['rate'] : []),
  ]);
  return reasons
    .filter((reason) => !without.has(reason))
    .sort()
    .join(' ');
}
