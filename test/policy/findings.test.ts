import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Finding, FindingCode, Severity } from '../../src/domain/finding.js';
import { PARAMETER_NAMES } from '../../src/domain/parameter-names.js';
import { policyFindings as english } from '../../src/messages/en/policy-findings.js';
import { policyFindings as chinese } from '../../src/messages/zh/policy-findings.js';
import { documentEnding } from '../../src/policy/ending.js';
import { uncheckedValues } from '../../src/policy/unchecked.js';
import { ROOT } from '../cli/run.js';
import { brief, FIXTURES, load } from './folders.js';

const TODAY = day('2026-11-23');

/** Folder -> everything that `policy check` finds in it. */
const EXPECTED: readonly (readonly [FindingCode, Severity, string, number])[] = [
  ['policy.unreadable-file', 'error', 'city.yaml', 4],
  ['policy.two-files', 'error', 'city.yml', 1],
  ['policy.unknown-parameter', 'error', 'city.yaml', 3],
  ['policy.unknown-key', 'error', 'city.yaml', 5],
  ['policy.bad-structure', 'error', 'city.yaml', 3],
  ['policy.bad-value', 'error', 'districts/锦江区.yaml', 7],
  ['policy.bad-date', 'error', 'city.yaml', 5],
  ['policy.until-before-from', 'error', 'city.yaml', 5],
  ['policy.overlap', 'error', 'city.yaml', 8],
  ['policy.below-city', 'error', 'districts/锦江区.yaml', 4],
  ['policy.drops-category', 'error', 'districts/锦江区.yaml', 4],
  ['policy.not-for-districts', 'error', 'districts/锦江区.yaml', 3],
  ['policy.wrong-district', 'error', 'districts/锦江区.yaml', 1],
  ['policy.unknown-district', 'warning', 'districts/锦江.yaml', 1],
  ['policy.unknown-document', 'warning', 'city.yaml', 6],
  ['policy.missing-text', 'error', 'city.yaml', 3],
  ['policy.missing-citation', 'error', 'city.yaml', 4],
  ['policy.quote-not-found', 'error', 'city.yaml', 9],
  ['policy.outside-document', 'error', 'city.yaml', 4],
  ['policy.hole', 'warning', 'city.yaml', 8],
  ['policy.drops-condition', 'warning', 'city.yaml', 4],
  ['policy.adds-condition', 'error', 'districts/锦江区.yaml', 4],
  ['policy.unchecked', 'warning', 'city.yaml', 4],
  ['policy.ending', 'info', 'chengdu/city.yaml', 69],
  ['policy.example', 'info', 'city.yaml', 2],
];

/** What stands beside the finding a folder is about, because it cannot be provoked alone. */
const COMPANIONS: Partial<Record<FindingCode, readonly FindingCode[]>> = {
  // The city must lack the condition for a district to add it.
  'policy.adds-condition': ['policy.drops-condition'],
};

const found = (code: FindingCode): { folder: string; findings: Finding[] } => {
  const folder = join(FIXTURES, code);
  const book = load(folder);
  const ending = documentEnding(book, TODAY);
  const findings = [
    ...book.findings,
    ...uncheckedValues(book, TODAY).filter(() => code === 'policy.unchecked'),
    ...(ending && code === 'policy.ending' ? [ending] : []),
  ];
  const companions = COMPANIONS[code] ?? [];
  return { folder, findings: findings.filter((each) => !companions.includes(each.code)) };
};

describe('policy check', () => {
  it.each(EXPECTED)('%s is a finding of severity %s in %s, line %i, and nothing else is', (code, ...rest) => {
    const { folder, findings } = found(code);
    expect(brief(findings, folder)).toEqual([[code, ...rest]]);
  });

  it.each(EXPECTED.map(([code]) => code))(
    '%s says what is wrong and what to do, in both languages',
    (code) => {
      const [finding] = found(code).findings;
      for (const wording of [chinese, english]) {
        const sentence = (wording as Record<string, (details: unknown) => string>)[code]?.(finding?.details);
        expect(sentence).toMatch(/.{10,}/);
        expect(sentence).not.toMatch(/undefined|null|\[object/);
      }
    },
  );

  it('has a folder for every code there is', () => {
    const codes = Object.keys(chinese).sort();
    expect(EXPECTED.map(([code]) => code).sort()).toEqual(codes);
    expect(readdirSync(FIXTURES).sort()).toEqual(codes);
  });
});

it('the gallery shows what is said of a bad value of each parameter', () => {
  const folder = join(ROOT, 'fixtures', 'findings', 'policy.bad-value+each');
  const text = readFileSync(join(folder, 'policies', 'city.yaml'), 'utf8');
  const named = [...text.matchAll(/^ {2}([a-z.-]+):$/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual([...PARAMETER_NAMES].sort());
});
