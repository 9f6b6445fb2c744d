import { createHash } from 'node:crypto';
import { type Finding, hasError } from '../domain/finding.js';
import { UserError } from '../domain/user-error.js';
import { checkDistricts } from './checks/below-city.js';
import { checkCitations } from './checks/citations.js';
import { checkCityConditions } from './checks/city-conditions.js';
import { checkFiles } from './checks/files.js';
import { checkTime } from './checks/time.js';
import { registerDocuments } from './documents.js';
import { type FolderFile, isFolder, operatorFiles, shippedFiles } from './folder.js';
import type { PolicyBook } from './policy-book.js';
import { type PolicyFile, readPolicyFile } from './policy-file.js';
import { versionsOf } from './versions.js';

/** Where the policy is read from. */
export interface PolicySource {
  /** The shipped pack (`data/policies/chengdu`), and the texts of its documents (`data/sources`). */
  shippedFolder: string;
  sourcesFolder: string;
  /** The operator's folder; when nobody named it, it may be absent. */
  folder: string;
  folderNamed: boolean;
  /** Hold the shipped pack against the schemas too; its tests do that, so that commands need not. */
  checkShipped?: boolean;
}

/**
 * Reads the shipped pack and the operator's folder. What is wrong in them is in `findings`; only a
 * folder that was named and is missing throws (UserError policy.folder-missing).
 */
export function loadPolicies(source: PolicySource): PolicyBook {
  const present = isFolder(source.folder);
  if (!present && source.folderNamed) throw new UserError('policy.folder-missing', { folder: source.folder });
  const shipped = shippedFiles(source.shippedFolder);
  const own = present ? operatorFiles(source.folder) : [];
  const files = [
    ...shipped.map((file) => readPolicyFile(file, source.checkShipped ?? false)),
    ...own.map((file) => readPolicyFile(file, true)),
  ];

  // A mark in city.yaml speaks for its whole folder.
  const allExample = files.some(({ example, source: { layer } }) => example && layer === 'city');
  const { documents, findings: documentFindings } = registerDocuments(files, (file) =>
    file.source.layer === 'shipped' ? source.sourcesFolder : source.folder,
  );
  const { versions, findings: versionFindings } = versionsOf(
    files,
    documents,
    (file) => file.example || (allExample && file.source.layer !== 'shipped'),
  );
  const districts = files.reduce<readonly string[]>((known, file) => file.districts ?? known, []);
  const book = { versions };
  const findings = [
    ...files.flatMap((file) => file.findings),
    ...checkFiles(files, districts),
    ...documentFindings,
    ...versionFindings,
    ...checkCitations(files, documents),
    ...checkTime(book),
    ...checkDistricts(book),
    ...checkCityConditions(book),
  ];
  return {
    documents,
    versions,
    files: files.map(({ source: { file, layer, district }, values }) => ({
      file,
      layer,
      district,
      values: values.length,
    })),
    districts,
    findings: inFileOrder(findings, files),
    folder: present ? source.folder : null,
    fingerprint: fingerprintOf([...shipped, ...own]),
  };
}

/** Throws UserError policy.unsound, with the findings, when the book has an error: nothing is computed from it. */
export function requireSound(book: PolicyBook): void {
  if (!hasError(book.findings)) return;
  const told = book.findings.filter(({ severity }) => severity !== 'info');
  const errors = told.filter(({ severity }) => severity === 'error').length;
  throw new UserError('policy.unsound', { folder: book.folder ?? '', errors }, told);
}

function inFileOrder(findings: readonly Finding[], files: readonly PolicyFile[]): Finding[] {
  const place = new Map(files.map(({ source: { file } }, index) => [file as string | undefined, index]));
  const of = ({ file }: Finding) => place.get(file) ?? 0;
  return [...findings].sort((a, b) => of(a) - of(b) || (a.line ?? 0) - (b.line ?? 0));
}

/** sha256 over names and contents, wherever the folders stand. */
function fingerprintOf(files: readonly FolderFile[]): string {
  const hash = createHash('sha256');
  for (const { relative, bytes } of files) {
    hash.update(`${relative}\0${bytes?.length ?? -1}\0`);
    if (bytes) hash.update(bytes);
  }
  return hash.digest('hex');
}
