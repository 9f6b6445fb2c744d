import type { FileProblems } from '../domain/problems/files.js';

type Kind = FileProblems['file.binary']['looksLike'] | 'xlsx';

const OLE = '\xD0\xCF\x11\xE0';
/** The stream in which Office keeps a workbook that has a password. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** First bytes (latin1) of files that people take for a CSV because the name or the icon says so. */
const SIGNATURES: readonly (readonly [string, Kind])[] = [
  [OLE, 'xls'],
  ['%PDF', 'pdf'],
  ['\x89PNG', 'image'],
  ['\xFF\xD8\xFF', 'image'],
  ['GIF8', 'image'],
  ['SQLite format 3', 'database'],
];

/** What a file really is when its first bytes show that it is no text; null when it may be. */
export function binaryKind(start: Buffer): Kind | null {
  const text = start.toString('latin1', 0, 16);
  if (text.startsWith(OLE) && start.includes(ENCRYPTED)) return 'encrypted';
  if (text.startsWith('PK\x03\x04')) {
    const isWorkbook = start.includes('xl/') || start.includes('[Content_Types].xml');
    return isWorkbook ? 'xlsx' : 'zip';
  }
  return SIGNATURES.find(([signature]) => text.startsWith(signature))?.[1] ?? null;
}
