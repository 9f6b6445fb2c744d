import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Finding } from '../../src/domain/finding.js';
import { loadPolicies } from '../../src/policy/load.js';
import type { PolicyBook } from '../../src/policy/policy-book.js';

export const DATA = join(import.meta.dirname, '../../data');
export const FIXTURES = join(import.meta.dirname, '../../fixtures/policies');

const shipped = {
  shippedFolder: join(DATA, 'policies/chengdu'),
  sourcesFolder: join(DATA, 'sources'),
};

/** The shipped pack and, if named, an operator's folder. */
export const load = (folder?: string): PolicyBook =>
  loadPolicies({
    ...shipped,
    folder: folder ?? join(DATA, 'no-such-folder'),
    folderNamed: folder !== undefined,
    checkShipped: true,
  });

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** Writes a policy folder of these files into a temporary place, and returns where. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'policies-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

const CITATION = 'citation: { document: "某办发〔2024〕1号", article: "第三条" }';

/** One parameter with dated values: `[days, value]`, days as `2024-01-01..2024-12-31` or `2024-01-01`. */
export function setting(
  parameter: string,
  values: readonly (readonly [string, string])[],
  citation = CITATION,
): string {
  const lines = values.map(([days, value]) => {
    const [from, until] = days.split('..');
    return `    - { from: ${from}, ${until ? `until: ${until}, ` : ''}value: ${value}, ${citation} }\n`;
  });
  return `  ${parameter}:\n${lines.join('')}`;
}

export const city = (...settings: readonly string[]) => `scope: city\nparameters:\n${settings.join('')}`;

export const district = (name: string, ...settings: readonly string[]) =>
  `district: ${name}\nparameters:\n${settings.join('')}`;

/** Code, severity, file within the folder, and line: what a finding is told by. */
export const brief = (findings: readonly Finding[], folder: string) =>
  findings.map(({ code, severity, file, line }) => [code, severity, file?.replace(`${folder}/`, ''), line]);
