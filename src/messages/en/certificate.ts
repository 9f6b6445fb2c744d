import type { CertificateFindings } from '../../domain/findings/certificates.js';
import type { Wording } from '../messages.js';
import type { certificateWords as chinese } from '../zh/certificate.js';
import { counted } from './counted.js';

export const certificateFindings: Wording<CertificateFindings> = {
  'certificate.target-missed': ({ target, by, holders, national }) =>
    `The year ${by} is over, the target was ${target} holders in the city, and the register has ${holders} (${national} without 员级). Check whether every district has imported its rosters and certificates; for one district alone, use shegong certificate summary --district.`,
  'certificate.target-with-entry-level': ({ target, by, holders, national }) =>
    `The year ${by} is over, the target was ${target} holders in the city, and the register has ${holders}, but only ${national} without 员级. The document does not say whether 员级 counts: ask the office in charge.`,
  'certificate.issue-assumed': ({ people }) =>
    `${counted(people, 'holder')} with a certificate that has no 发证日期: it counts from the day of the roster that first told of it, so that years and growth may come late. Import the days (shegong import certificates).`,
};

export const certificateWords: typeof chinese = {
  description:
    'certificate holders by level, sector, district, sex, age and year of issue; growth and progress to the target',
  examples: {
    summary: 'the whole city, today, and how far the target has come',
    district: 'one district at the end of 2025',
    json: 'for other programs',
  },
  headings: {
    by: 'by',
    group: 'group',
    holders: 'holders',
    national: 'without 员级',
    onPost: 'on post',
    yearBefore: 'a year before',
    growth: 'growth',
  },
  by: {
    level: 'level',
    sector: 'sector',
    district: 'district',
    sex: 'sex',
    age: 'age',
    year: 'year of issue',
  },
  unknown: 'unknown',
  bands: { '≤35': 'up to 35', '36-45': '36 to 45', '46-55': '46 to 55', '≥56': '56 and above' },
  nothing: (on) => `The register has no certificate holder on ${on}.`,
  counts: (on, holders, national, onPost, registered) =>
    `${counted(holders, 'holder')} on ${on}, each once at the highest level (${national} without 员级): ${onPost} on post, ${registered} validly registered.`,
  growth: (growth, before) => `A year before: ${before}; net growth ${growth}.`,
  target: (target, by, missing, missingNational) =>
    `Target by ${by}: ${target} holders; ${missing === 0 ? 'reached' : `${missing} missing`} (without 员级: ${missingNational === 0 ? 'reached' : `${missingNational} missing`}).`,
  atDeadline: (deadline, holders, national) =>
    `On its last day, ${deadline}: ${counted(holders, 'holder')} (${national} without 员级).`,
};
