import type { PaperLine } from '../domain/closing.js';
import type { Finding } from '../domain/finding.js';
import type { ManifestEntry } from '../domain/papers.js';
import type { Quarter } from '../domain/quarter.js';
import type { SubsidyText } from '../messages/subsidy-text.js';
import type { StandardGroup } from '../rules/subsidy-standards.js';
import type { Column, Report } from './column.js';
import { addUpLines, fenColumn, hasAmounts, hasRewards, paidMonths, peopleOn } from './subsidy-papers.js';
import { standardLines } from './subsidy-standards.js';

/** What `subsidy export` wrote. */
export interface ExportInput {
  quarter: Quarter;
  folder: string;
  entries: readonly ManifestEntry[];
  /** Files that stood there already with the same bytes. */
  unchanged: number;
  /** Files that were handed out before, here or elsewhere. */
  again: number;
  lines: readonly PaperLine[];
  standards: readonly StandardGroup[];
  /** Districts whose files are drafts; null: all of them. */
  drafts: readonly string[] | null;
  /** Districts that were moved to `exported`, and by whom. */
  moved: readonly string[];
  by: string;
  findings: readonly Finding[];
}

/** The files of an export with their control totals, for the screen and for scripts. */
export function exportReport(text: SubsidyText, input: ExportInput): Report<ManifestEntry> {
  const { written, draft, exported, again } = text.exports;
  const { lines, moved, drafts } = input;
  return {
    command: 'subsidy export',
    quarter: input.quarter,
    columns: columnsOf(text, hasRewards(lines)),
    rows: input.entries,
    totals: {
      files: input.entries.length,
      people: peopleOn(lines.filter(hasAmounts)),
      personMonths: lines.reduce((months, line) => months + paidMonths(line), 0),
      ...addUpLines(lines),
    },
    findings: input.findings,
    summary: [
      ...(input.entries.length > 0
        ? [written(input.folder, input.entries.length - input.unchanged, input.unchanged)]
        : []),
      ...(input.again > 0 ? [again(input.again)] : []),
      ...(moved.length > 0 ? [exported(moved, input.by)] : []),
      ...(drafts === null || drafts.length > 0 ? [draft(drafts)] : []),
      ...standardLines(text, input.standards),
    ],
  };
}

function columnsOf(
  { exports: { headings, sheets, wholeCity } }: SubsidyText,
  rewarded: boolean,
): Column<ManifestEntry>[] {
  return [
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
    { ...fenColumn('dueFen', headings.due, ({ dueFen }) => dueFen), secondary: true },
    ...(rewarded
      ? [
          {
            ...fenColumn<ManifestEntry>('rewardFen', headings.reward, ({ rewardFen }) => rewardFen),
            secondary: true,
          },
        ]
      : []),
    { ...fenColumn('arrearsFen', headings.arrears, ({ arrearsFen }) => arrearsFen), secondary: true },
    { ...fenColumn('recoveredFen', headings.recovered, ({ recoveredFen }) => recoveredFen), secondary: true },
    { ...fenColumn('carriedFen', headings.carried, ({ carriedFen }) => carriedFen), secondary: true },
    fenColumn('totalFen', headings.amount, ({ totalFen }) => totalFen),
    { key: 'sha256', heading: headings.sha256, kind: 'text', value: ({ sha256 }) => sha256 },
  ];
}
