import { type Day, dayAfter, daysBetween } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import { placeOf } from './checks/spans.js';
import { documentCited } from './documents.js';
import { inForce } from './in-force.js';
import type { PolicyBook, Version } from './policy-book.js';

/** Commands begin to speak of the end of a document so many days before it. */
const NOTICE_DAYS = 180;

/** The parameters without which the policy as a whole is not in force. */
const GOVERNING = ['subsidy.conditions', 'quota.minimum'] as const;

/**
 * The info finding `policy.ending` when the document that governs subsidies or quotas ends within 180
 * days of `today`, or has ended, and no successor answers for the day after. Undefined otherwise.
 */
export function documentEnding(book: PolicyBook, today: Day): Finding | undefined {
  for (const parameter of GOVERNING) {
    const last = inForce(book, parameter, null, today) ?? lastEnded(book.versions[parameter], today);
    if (!last || last.until === null) continue;
    const { until } = last;
    const days = daysBetween(today, until);
    if (days > NOTICE_DAYS || inForce(book, parameter, null, dayAfter(until))) continue;
    const document = documentCited(book.documents, last.citation.document)?.title ?? last.citation.document;
    return finding(
      'policy.ending',
      'info',
      document,
      { document, until, days },
      {
        ...placeOf(last),
        citation: last.citation,
      },
    );
  }
  return undefined;
}

/** The city's latest version that ended before the day. */
function lastEnded(versions: readonly Version[], today: Day): Version | undefined {
  let last: Version | undefined;
  for (const version of versions) {
    if (version.district !== null || version.until === null || version.until >= today) continue;
    if (last?.until == null || version.until > last.until) last = version;
  }
  return last;
}
