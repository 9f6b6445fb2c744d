import { type Day, holdsOn } from '../domain/day.js';
import type { Citation } from '../domain/finding.js';
import type { PolicyBook, Version } from './policy-book.js';

/** The parameter that the shipped document is known by: it states the minimum itself. */
const OF_THE_DOCUMENT = 'quota.minimum';

/**
 * An article of the shipped document on a day, for what the document says in words and no parameter holds.
 * Undefined on days on which the document is not in force: a successor's articles are not known here.
 */
export function governingArticle(
  book: Pick<PolicyBook, 'versions'>,
  article: string,
  on: Day,
): Citation | undefined {
  const versions: readonly Version[] = book.versions[OF_THE_DOCUMENT];
  const version = versions.find((each) => each.layer === 'shipped' && holdsOn(each, on));
  return version && { document: version.citation.document, article };
}

/** The days on which the shipped document is in force; null where not known. */
export function governingSpan(book: Pick<PolicyBook, 'versions'>): { from: Day | null; until: Day | null } {
  const shipped: readonly Version[] = book.versions[OF_THE_DOCUMENT].filter(
    ({ layer }) => layer === 'shipped',
  );
  return { from: shipped[0]?.from ?? null, until: shipped.at(-1)?.until ?? null };
}
