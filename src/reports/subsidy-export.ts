import type { Finding } from '../domain/finding.js';
import type { Quarter } from '../domain/quarter.js';
import type { SubsidyText } from '../messages/subsidy-text.js';
import type { StandardGroup } from '../rules/subsidy-standards.js';
import type { SubsidyTotals } from '../rules/subsidy-totals.js';
import type { Report } from './column.js';
import type { ManifestEntry } from './subsidy-manifest.js';
import { standardLines } from './subsidy-standards.js';

/** What `subsidy export` wrote. `unchanged`: files that stood there already with the same bytes. */
export interface ExportInput {
  quarter: Quarter;
  folder: string;
  entries: readonly ManifestEntry[];
  unchanged: number;
  totals: SubsidyTotals;
  standards: readonly StandardGroup[];
  findings: readonly Finding[];
}

/** The files of an export with their control totals, for the screen and for scripts. */
export function exportReport(text: SubsidyText, input: ExportInput): Report<ManifestEntry> {
  const { headings, sheets, wholeCity, written, draft } = text.exports;
  const { people, personMonths, totalFen } = input.totals;
  return {
    command: 'subsidy export',
    quarter: input.quarter,
    columns: [
      { key: 'file', heading: headings.file, kind: 'free', value: ({ file }) => file },
      {
        key: 'sheet',
        heading: headings.sheet,
        kind: 'text',
        value: (row) => row.sheet,
        text: (row) => sheets[row.sheet],
      },
      {
        key: 'district',
        heading: headings.district,
        kind: 'free',
        value: ({ district }) => district,
        text: ({ district }) => district ?? wholeCity,
      },
      { key: 'rows', heading: headings.rows, kind: 'number', value: ({ rows }) => rows },
      { key: 'people', heading: headings.people, kind: 'number', value: (row) => row.people },
      { key: 'totalFen', heading: headings.amount, kind: 'fen', value: (row) => row.totalFen },
      { key: 'sha256', heading: headings.sha256, kind: 'text', value: ({ sha256 }) => sha256 },
    ],
    rows: input.entries,
    totals: { files: input.entries.length, people, personMonths, totalFen },
    findings: input.findings,
    summary: [
      written(input.folder, input.entries.length - input.unchanged, input.unchanged),
      draft,
      ...standardLines(text, input.standards),
    ],
  };
}
