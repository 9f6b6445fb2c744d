import type { BatchContents, BatchRecord, FactCount, TouchedSubject } from '../domain/batches.js';
import { minuteInChengdu } from '../domain/day.js';
import type { Messages } from '../messages/messages.js';
import type { Column, Report } from './column.js';

/** Every batch: what came in, from which file, by whom, and whether it was taken back. */
export function batchListReport(text: Messages, batches: readonly BatchRecord[]): Report<BatchRecord> {
  const { batches: words } = text;
  return {
    command: 'import list',
    columns: listColumns(text),
    rows: batches,
    totals: { batches: batches.length },
    findings: [],
    summary: [batches.length === 0 ? words.none : words.listed(batches.length)],
  };
}

function listColumns(text: Messages): Column<BatchRecord>[] {
  const { batches: words, shell } = text;
  const { headings } = words;
  const outcome = (key: 'new' | 'changed' | 'same' | 'conflict' | 'rejected'): Column<BatchRecord> => ({
    key,
    heading: headings[key],
    kind: 'number',
    value: ({ counts }) => counts[key],
  });
  return [
    { key: 'batch', heading: headings.batch, kind: 'number', value: ({ batch }) => batch },
    {
      key: 'dataset',
      heading: headings.dataset,
      kind: 'text',
      value: ({ dataset }) => dataset,
      text: ({ undoes, dataset }) => (undoes === null ? dataset : words.undoDataset),
    },
    {
      key: 'file',
      heading: headings.file,
      kind: 'free',
      value: ({ files }) =>
        files.length === 0 ? null : files.map(({ name }) => name).join(shell.listSeparator),
    },
    { key: 'rows', heading: headings.rows, kind: 'number', value: ({ counts }) => counts.read },
    {
      key: 'at',
      heading: headings.at,
      kind: 'text',
      value: ({ recordedAt }) => recordedAt,
      text: ({ recordedAt }) => minuteInChengdu(recordedAt),
    },
    { key: 'user', heading: headings.user, kind: 'free', value: ({ user }) => user },
    outcome('new'),
    outcome('changed'),
    outcome('same'),
    outcome('conflict'),
    outcome('rejected'),
    { key: 'undoes', heading: '', kind: 'json', value: ({ undoes }) => undoes },
    { key: 'undoneBy', heading: '', kind: 'json', value: ({ undoneBy }) => undoneBy },
    { key: 'files', heading: '', kind: 'json', value: ({ files }) => files },
    {
      key: 'state',
      heading: headings.state,
      kind: 'text',
      paperOnly: true,
      value: (record) => stateOf(text, record).join(shell.listSeparator),
    },
  ];
}

const stateOf = ({ batches: words }: Messages, { undoes, undoneBy }: BatchRecord): string[] => [
  ...(undoes === null ? [] : [words.undoes(undoes)]),
  ...(undoneBy === null ? [] : [words.undoneBy(undoneBy)]),
];

interface BatchAnswer {
  record: BatchRecord;
  contents: BatchContents;
}

/** One batch: everybody it touched, with its files and counts. */
export function batchReport(text: Messages, { record, contents }: BatchAnswer): Report<TouchedSubject> {
  const { batch, dataset, recordedAt, user, counts, files, undoes, undoneBy } = record;
  return {
    command: 'import show',
    columns: touchedColumns(text, undoes !== null),
    rows: contents.touched,
    totals: { batch, dataset, at: recordedAt, user, ...counts, undoes, undoneBy },
    findings: [],
    summary: batchSummary(text, { record, contents }),
    more: { files, facts: contents.facts },
  };
}

/** What an undo took back and what stands again, by whom it is about. */
export function undoReport(
  text: Messages,
  { undone, batch, contents }: { undone: BatchRecord; batch: number | null; contents: BatchContents },
): Report<TouchedSubject> {
  const { batches: words } = text;
  return {
    command: 'import undo',
    columns: touchedColumns(text, true),
    rows: contents.touched,
    totals: { batch, undoes: undone.batch },
    findings: [],
    summary: [
      words.changes(factsText(text, contents.facts, true)),
      words.touched(contents.touched.length),
      batch === null ? words.undoTrial(undone.batch) : words.undone(undone.batch, batch),
    ],
    more: { facts: contents.facts },
  };
}

function touchedColumns(text: Messages, ofUndo: boolean): Column<TouchedSubject>[] {
  const { headings } = text.batches;
  return [
    { key: 'idNumber', heading: headings.idNumber, kind: 'digits', value: ({ idNumber }) => idNumber },
    { key: 'code', heading: headings.code, kind: 'code', value: ({ code }) => code },
    { key: 'name', heading: headings.name, kind: 'free', value: ({ name }) => name },
    { key: 'facts', heading: '', kind: 'json', value: ({ facts }) => facts },
    {
      key: 'factsText',
      heading: headings.facts,
      kind: 'text',
      paperOnly: true,
      value: ({ facts }) => factsText(text, facts, ofUndo),
    },
  ];
}

function batchSummary(text: Messages, { record, contents }: BatchAnswer): string[] {
  const { batches: words, imports, shell } = text;
  const { batch, dataset, recordedAt, user, counts, files, undoes } = record;
  const what = [undoes === null ? dataset : words.undoDataset, ...stateOf(text, record)];
  return [
    words.batchIs(batch, what.join(shell.listSeparator), minuteInChengdu(recordedAt), user),
    ...files.map(({ name, rows, asOf, encoding }) => words.fileIs(name, rows, asOf, encoding)),
    ...(undoes === null ? [imports.counts(counts)] : []),
    (undoes === null ? words.wrote : words.changes)(factsText(text, contents.facts, undoes !== null)),
    words.touched(contents.touched.length),
  ];
}

function factsText(
  { batches: words, shell }: Messages,
  facts: readonly FactCount[],
  ofUndo: boolean,
): string {
  const say = ofUndo ? words.countsOfUndo : words.counts;
  if (facts.length === 0) return words.nothing;
  return facts
    .map(({ fact, recorded, superseded }) => say(words.facts[fact], recorded, superseded))
    .join(shell.listSeparator);
}
