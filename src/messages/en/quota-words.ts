import type { quotaWords as chinese } from '../zh/quota-words.js';
import { counted } from './counted.js';

export const quotaWords: typeof chinese = {
  checkDescription: 'check the posts of every community and village against the minimum',
  examples: {
    check: 'the whole city, today',
    district: 'one district on one day',
    json: 'for other programs',
  },
  headings: {
    code: 'code',
    district: 'managing district',
    county: 'county',
    township: 'township',
    unit: 'unit',
    kind: 'kind',
    required: 'required',
    established: 'established',
    establishedFrom: 'established from',
    filled: 'filled',
    certified: 'certified',
    shortfall: 'shortfall',
  },
  establishedFrom: { posts: 'table of posts', roster: 'roster' },
  unknownKind: 'unknown',
  checked: (on, units, short, shortfall) =>
    `${counted(units, 'unit')} checked on ${on}: ${short} below the minimum, ${counted(shortfall, 'post')} short in all.`,
  counts: (required, established, filled, certified) =>
    `Required ${required}, established ${established}, filled ${filled}, of which certified ${certified}.`,
  part: (name, sums) =>
    `${name}: ${sums.units} units, required ${sums.required}, established ${sums.established}, short ${sums.shortfall}`,
  nothing: (on) => `The register has no unit of that area on ${on}.`,
  unknownKinds: (units) => `${units} of the units are of unknown kind and not counted as required.`,
};
