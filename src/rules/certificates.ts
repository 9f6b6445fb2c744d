import type { Day } from '../domain/day.js';
import type { Certificate } from '../domain/facts.js';
import { compareLevels } from '../domain/terms.js';

/** The certificate of the highest level issued by a day; undefined: none was. */
export function highestCertificate(certificates: readonly Certificate[], on: Day): Certificate | undefined {
  let highest: Certificate | undefined;
  for (const certificate of certificates) {
    if (certificate.issued > on) continue;
    if (!highest || compareLevels(certificate.level, highest.level) > 0) highest = certificate;
  }
  return highest;
}
