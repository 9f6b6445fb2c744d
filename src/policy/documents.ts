import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, finding } from '../domain/finding.js';
import { editDistance } from '../domain/nearest.js';
import type { SourceDocument } from './policy-book.js';
import type { PolicyFile, StatedDocument } from './policy-file.js';

/** The registered documents by id, and what is wrong with their registration. */
export interface Documents {
  documents: ReadonlyMap<string, SourceDocument>;
  findings: readonly Finding[];
}

/**
 * Registers the documents of all files. `textFolder`: where the texts of a file's documents stand (the
 * stored sources for the shipped pack, the operator's own folder for city.yaml).
 */
export function registerDocuments(
  files: readonly PolicyFile[],
  textFolder: (file: PolicyFile) => string,
): Documents {
  const documents = new Map<string, SourceDocument>();
  const findings: Finding[] = [];
  for (const file of files) {
    for (const stated of file.documents) {
      const where = { file: file.source.file, line: stated.line };
      if (documents.has(stated.id)) {
        const details = { key: 'id', expected: 'unused-id' as const };
        findings.push(
          finding('policy.bad-structure', 'error', stated.id, details, {
            ...where,
            column: 'id',
            value: stated.id,
          }),
        );
        continue;
      }
      const text = textOf(stated, textFolder(file));
      if (text === undefined) {
        const details = { document: stated.id, textFile: stated.textFile as string };
        findings.push(
          finding('policy.missing-text', 'error', stated.id, details, { ...where, column: 'text' }),
        );
      }
      const { id, title, from, until } = stated;
      documents.set(id, { id, title, from, until, text: text ?? null });
    }
  }
  return { documents, findings };
}

/** The text of a document; null when none is stored, undefined when its file cannot be read. */
function textOf({ textFile }: StatedDocument, folder: string): string | null | undefined {
  if (textFile === null) return null;
  try {
    return readFileSync(join(folder, textFile), 'utf8');
  } catch {
    return undefined;
  }
}

/** The document that a citation names, by its id or its title (《》 and spaces aside). */
export function documentCited(
  documents: ReadonlyMap<string, SourceDocument>,
  cited: string,
): SourceDocument | undefined {
  const byId = documents.get(cited);
  if (byId) return byId;
  const asked = plainTitle(cited);
  for (const document of documents.values()) {
    if (plainTitle(document.id) === asked || plainTitle(document.title) === asked) return document;
  }
  return undefined;
}

/** Registered ids that an unknown one may be a slip of: at most two characters away. */
export function documentsLike(documents: ReadonlyMap<string, SourceDocument>, cited: string): string[] {
  return [...documents.keys()].filter((id) => editDistance(id, cited) <= 2);
}

const plainTitle = (title: string) => withoutSpaces(title).replace(/[《》]/g, '');

/** The form in which a quote is compared with its document: NFKC, spaces and line ends aside. */
export const withoutSpaces = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
