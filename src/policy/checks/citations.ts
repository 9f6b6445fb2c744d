import { type Finding, finding } from '../../domain/finding.js';
import { documentCited, documentsLike, withoutSpaces } from '../documents.js';
import type { SourceDocument } from '../policy-book.js';
import type { PolicyFile, StatedValue } from '../policy-file.js';

type Registered = ReadonlyMap<string, SourceDocument>;

/**
 * Every quote must stand in the stored text of its document, word for word (NFKC, spaces aside). An
 * office may cite numbers that nobody registered; it is told when that looks like a slip, or when it
 * gives a quote that cannot be compared.
 */
export function checkCitations(files: readonly PolicyFile[], documents: Registered): Finding[] {
  const texts = new Map<string, string>();
  return files.flatMap((file) =>
    file.values.flatMap((stated) => {
      const { document: cited, quote } = stated.citation;
      const document = documentCited(documents, cited);
      if (!document) return unregistered(file, stated, documents);
      if (quote === undefined || document.text === null) return [];
      const text = texts.get(document.id) ?? withoutSpaces(document.text);
      texts.set(document.id, text);
      if (text.includes(withoutSpaces(quote))) return [];
      const where = {
        file: file.source.file,
        line: stated.quoteLine,
        column: 'citation.quote',
        value: quote,
      };
      const details = { document: document.title, quote };
      return [finding('policy.quote-not-found', 'error', stated.parameter, details, where)];
    }),
  );
}

function unregistered(file: PolicyFile, stated: StatedValue, documents: Registered): Finding[] {
  const { document, quote } = stated.citation;
  // Official numbers hold Chinese; a plain word can only be meant as the id of a registered document.
  const nearest = /^[\w.-]+$/.test(document) ? documentsLike(documents, document) : [];
  const quoted = quote !== undefined;
  if (nearest.length === 0 && !quoted) return [];
  const where = {
    file: file.source.file,
    line: stated.documentLine,
    column: 'citation.document',
    value: document,
  };
  const severity = nearest.length > 0 ? 'warning' : 'info';
  return [
    finding('policy.unknown-document', severity, stated.parameter, { document, quoted, nearest }, where),
  ];
}
