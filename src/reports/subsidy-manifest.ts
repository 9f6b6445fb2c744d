import type { ManifestEntry } from '../domain/papers.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { Column } from './column.js';
import { fenColumn, framed, type Paper, type PaperInput, textColumn } from './subsidy-papers.js';

export type { ManifestEntry } from '../domain/papers.js';

/** What the papers of an export rest on. */
export interface Grounds {
  /** Every district in one file. */
  together: boolean;
  /** Of the policy files that drafts were computed by, and the last import that they know. */
  fingerprint: string;
  knownBatch: number;
  /** How bank files add up. */
  notes?: readonly string[];
  /** Which repeated sending to the bank it lists. */
  retry?: number;
}

/**
 * 清单: every file of one export with rows, control totals and sha256, and what the amounts rest on, so that
 * whoever receives them can see that nothing is missing or changed.
 */
export function manifestPaper(input: PaperInput, grounds: Grounds, entries: readonly ManifestEntry[]): Paper {
  const area = input.district ?? (grounds.together ? words.wholeCity : null);
  const { retry, notes = [] } = grounds;
  const paper = framed(
    input,
    'manifest',
    {
      columns: columnsFor(entries.some(({ rewardFen }) => rewardFen)),
      lines: () => entries,
      rows: entries.length,
      people: 0,
      under: [...notes.map((note) => [note]), ...groundLines(input, grounds)],
    },
    area,
  );
  return retry === undefined ? paper : { ...paper, fileName: `${paper.fileName}-${words.bank.retry(retry)}` };
}

function groundLines(
  { closings, drafts = [] }: PaperInput,
  { fingerprint, knownBatch }: Grounds,
): string[][] {
  const byFiles = new Map<string, string[]>();
  const add = (files: string, district: string) =>
    byFiles.set(files, [...(byFiles.get(files) ?? []), district]);
  for (const closing of closings) add(closing.fingerprint, closing.district);
  for (const district of drafts) add(fingerprint, district);
  return [
    ...(closings.length > 0
      ? [[words.closings(closings.map(({ district, id, knownBatch: batch }) => ({ district, id, batch })))]]
      : []),
    ...(drafts.length > 0 ? [[words.knownBatch(knownBatch)]] : []),
    ...[...byFiles].map(([files, districts]) => [
      words.fingerprint(byFiles.size === 1 ? null : districts, files),
    ]),
  ];
}

/** `rewarded`: some file has a reward. */
const columnsFor = (rewarded: boolean): readonly Column<ManifestEntry>[] => [
  textColumn('file', words.columns.file, ({ file }) => file),
  textColumn('sheet', words.columns.sheet, ({ sheet }) => words.text.exports.sheets[sheet]),
  textColumn('district', words.columns.district, ({ district }) => district ?? words.wholeCity),
  { key: 'rows', heading: words.columns.rows, kind: 'number', value: ({ rows }) => rows },
  { key: 'people', heading: words.columns.people, kind: 'number', value: ({ people }) => people },
  fenColumn('due', words.columns.due, ({ dueFen }) => dueFen),
  ...(rewarded
    ? [fenColumn<ManifestEntry>('reward', words.columns.reward, ({ rewardFen }) => rewardFen)]
    : []),
  fenColumn('arrears', words.columns.arrears, ({ arrearsFen }) => arrearsFen),
  fenColumn('recovered', words.columns.recovered, ({ recoveredFen }) => recoveredFen),
  fenColumn('carried', words.columns.carried, ({ carriedFen }) => carriedFen),
  fenColumn('net', words.columns.net, ({ totalFen }) => totalFen),
  { key: 'netFen', heading: words.columns.netFen, kind: 'number', value: ({ totalFen }) => totalFen },
  textColumn('sha256', words.columns.sha256, ({ sha256 }) => sha256),
];
