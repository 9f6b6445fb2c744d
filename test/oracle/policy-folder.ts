import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CityRules, OfficeRules } from './office-rules.js';

const CITATION = 'citation: { document: "示例发〔2024〕1号", article: "第三条" }';

/** Writes the rules as an office would: `city.yaml` and `districts/<区>.yaml`. */
export function writePolicyFolder(folder: string, rules: CityRules): void {
  mkdirSync(join(folder, 'districts'), { recursive: true });
  writeFileSync(join(folder, 'city.yaml'), `scope: city\n${parameters(rules.city)}`);
  for (const [district, office] of Object.entries(rules.districts)) {
    writeFileSync(
      join(folder, 'districts', `${district}.yaml`),
      `district: ${district}\n${parameters(office)}`,
    );
  }
}

function parameters({ rates, decidedOn, serviceMinimum, categories }: Partial<OfficeRules>): string {
  const blocks: string[] = [];
  const block = (name: string, versions: readonly string[]) =>
    blocks.push(`  ${name}:\n${versions.join('')}`);
  if (rates)
    block(
      'subsidy.rate',
      rates.map(({ from, until, fen }) => version(from, until, flow(inYuan(fen)))),
    );
  if (decidedOn) {
    const { otherwise, registration } = decidedOn;
    const value = registration === undefined ? String(otherwise) : flow({ registration, otherwise });
    block('subsidy.decided-on', [version('2022-03-01', undefined, value)]);
  }
  if (serviceMinimum !== undefined) {
    block('subsidy.service-minimum', [
      version('2022-03-01', undefined, `{ count: ${serviceMinimum}, per: quarter }`),
    ]);
  }
  if (categories)
    block('subsidy.categories', [version('2022-03-01', undefined, `[${categories.join(', ')}]`)]);
  return `parameters:\n${blocks.join('')}`;
}

const version = (from: string, until: string | undefined, value: string) =>
  `    - from: ${from}\n${until === undefined ? '' : `      until: ${until}\n`}      value: ${value}\n      ${CITATION}\n`;

const flow = (entries: Record<string, unknown>) =>
  `{ ${Object.entries(entries)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`;

const inYuan = (fen: Record<string, number>) =>
  Object.fromEntries(Object.entries(fen).map(([level, amount]) => [level, (amount / 100).toFixed(2)]));
