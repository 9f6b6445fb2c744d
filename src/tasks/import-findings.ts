import type { Day } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import { quarterOf } from '../domain/quarter.js';
import type { Sheet } from '../intake/sheet.js';
import type { ImportRequest, ImportSource } from './import-dataset.js';

/** What is to be said of the files of an import themselves, before their rows. */
export function fileFindings(
  request: ImportRequest,
  sources: readonly ImportSource[],
  today: Day,
): Finding[] {
  return sources.flatMap(({ sheet, asOf, earlier }) => {
    const where = { file: sheet.name };
    const about = [...sheet.findings];
    const [first] = earlier;
    if (first && request.asOf === null) {
      const details = { batch: first.batch, asOf: request.dataset === 'roster' ? first.asOf : null };
      about.push(finding('file.known-before', 'info', '', details, where));
    }
    if (asOf > today) about.push(finding('import.future-as-of', 'warning', '', { asOf }, where));
    const speaksOfQuarter = ['services', 'role'].some(
      (field) => sheet.columns.has(field) || sheet.supplied.has(field),
    );
    if (request.dataset === 'roster' && speaksOfQuarter) {
      about.push(finding('import.quarter', 'info', '', { quarter: quarterOf(asOf), asOf }, where));
    }
    return about;
  });
}

/** Findings by file as given, then by line; what concerns a whole file comes first. */
export function inOrder(findings: readonly Finding[], sheets: readonly Sheet[]): Finding[] {
  const position = new Map(sheets.map(({ name }, index) => [name, index]));
  return findings
    .map((each) => ({ each, file: position.get(each.file ?? '') ?? -1, line: each.line ?? 0 }))
    .sort((a, b) => a.file - b.file || a.line - b.line)
    .map(({ each }) => each);
}
