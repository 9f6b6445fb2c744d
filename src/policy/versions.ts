import { type Day, dayBefore } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import { documentCited } from './documents.js';
import { PARAMETERS, type Parameter } from './parameters.js';
import type { PolicyBook, SourceDocument, Version } from './policy-book.js';
import type { PolicyFile, StatedValue } from './policy-file.js';

/** The versions of a book while they are gathered; each value fits its parameter's schema. */
type Gathered = { [P in Parameter]: Version[] };

/**
 * Gives each stated value the days on which it holds: until the day before the next one in its file,
 * and never outside the days of the document it cites. One that is left with no day at all is an error.
 */
export function versionsOf(
  files: readonly PolicyFile[],
  documents: ReadonlyMap<string, SourceDocument>,
  example: (file: PolicyFile) => boolean,
): { versions: PolicyBook['versions']; findings: Finding[] } {
  const versions = Object.fromEntries(PARAMETERS.map((parameter) => [parameter, []])) as unknown as Gathered;
  const findings: Finding[] = [];
  for (const file of files) {
    const inOrder = [...file.values].sort((a, b) =>
      a.from < b.from ? -1 : a.from > b.from ? 1 : a.line - b.line,
    );
    for (const stated of inOrder) {
      const document = documentCited(documents, stated.citation.document);
      const from = later(stated.from, document?.from ?? null);
      const until = earlier(lastDay(stated, inOrder), document?.until ?? null);
      const where = { file: file.source.file, line: stated.line };
      if (document && until !== null && until < from) {
        const details = {
          parameter: stated.parameter,
          document: document.title,
          from: document.from,
          until: document.until,
        };
        findings.push(finding('policy.outside-document', 'error', stated.parameter, details, where));
        continue;
      }
      versions[stated.parameter].push({
        from,
        until,
        value: stated.value,
        citation: stated.citation,
        layer: file.source.layer,
        district: file.source.district,
        ...where,
        example: example(file),
        checked: stated.checked,
      });
    }
  }
  return { versions: versions as PolicyBook['versions'], findings };
}

/** As stated, or else the day before the next value of the parameter in the same file begins. */
function lastDay(stated: StatedValue, inOrder: readonly StatedValue[]): Day | null {
  if (stated.until !== null) return stated.until;
  const next = inOrder.find(({ parameter, from }) => parameter === stated.parameter && from > stated.from);
  return next ? dayBefore(next.from) : null;
}

const later = (a: Day, b: Day | null): Day => (b !== null && b > a ? b : a);
const earlier = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b < a) ? b : a);
