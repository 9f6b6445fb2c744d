import type { Fen } from '../domain/money.js';
import type { SheetName } from '../messages/subsidy-text.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { Column } from './column.js';
import { letterhead, type Paper, type PaperInput, standardRows, textColumn } from './subsidy-papers.js';

/** A written paper as the manifest lists it. */
export interface ManifestEntry {
  file: string;
  sheet: SheetName;
  district: string | null;
  rows: number;
  people: number;
  totalFen: Fen | null;
  sha256: string;
}

/**
 * 清单: every file of one export with rows, control totals and sha256, so that whoever receives them can
 * see that nothing is missing or changed. `fingerprint`: of the policy files that the amounts rest on.
 */
export function manifestPaper(
  input: PaperInput,
  together: boolean,
  entries: readonly ManifestEntry[],
  fingerprint: string,
): Paper {
  const area = input.district ?? (together ? words.wholeCity : null);
  return {
    sheet: 'manifest',
    fileName: words.fileName(area, input.quarter, 'manifest'),
    district: input.district,
    rows: entries.length,
    people: 0,
    totalFen: null,
    whole: false,
    confidential: false,
    write: (render) =>
      render<ManifestEntry>({
        command: 'subsidy export',
        quarter: input.quarter,
        columns,
        rows: entries,
        totals: {},
        findings: [],
        summary: [],
        above: letterhead(input, 'manifest'),
        below: [...standardRows(input), [words.fingerprint(fingerprint)]],
      }),
  };
}

const columns: readonly Column<ManifestEntry>[] = [
  textColumn('file', words.columns.file, ({ file }) => file),
  textColumn('sheet', words.columns.sheet, ({ sheet }) => words.text.exports.sheets[sheet]),
  textColumn('district', words.columns.district, ({ district }) => district ?? words.wholeCity),
  { key: 'rows', heading: words.columns.rows, kind: 'number', value: ({ rows }) => rows },
  { key: 'people', heading: words.columns.people, kind: 'number', value: ({ people }) => people },
  { key: 'amount', heading: words.columns.amount, kind: 'fen', value: ({ totalFen }) => totalFen },
  { key: 'amountFen', heading: words.columns.amountFen, kind: 'number', value: ({ totalFen }) => totalFen },
  textColumn('sha256', words.columns.sha256, ({ sha256 }) => sha256),
];
