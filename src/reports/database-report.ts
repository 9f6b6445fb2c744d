import type { BackupDone, CheckedPart, DatabaseInfo, RestoreDone } from '../domain/database-state.js';
import { minuteInChengdu } from '../domain/day.js';
import type { Messages } from '../messages/messages.js';
import type { Report } from './column.js';

interface InfoRow {
  item: string;
  /** As programs read it. */
  value: unknown;
  /** As people read it. */
  heading: string;
  shown: string;
}

/** What the register holds: one item a row. */
export function databaseInfoReport(text: Messages, info: DatabaseInfo): Report<InfoRow> {
  const { headings } = text.database;
  const { facts, lastBatch, ...totals } = info;
  return {
    command: 'db info',
    columns: [
      {
        key: 'item',
        heading: headings.item,
        kind: 'text',
        value: ({ item }) => item,
        text: ({ heading }) => heading,
      },
      {
        key: 'value',
        heading: headings.value,
        kind: 'text',
        value: ({ value }) => value,
        text: ({ shown }) => shown,
      },
    ],
    rows: infoRows(text, info),
    totals: { ...totals, lastBatch },
    findings: [],
    summary: [],
    more: { facts },
  };
}

function infoRows({ database: words, batches }: Messages, info: DatabaseInfo): InfoRow[] {
  const { file, bytes, walBytes, schemaVersion, supportedVersion, journalMode, freePages, pages, lastBatch } =
    info;
  const row = (item: keyof typeof words.items, value: unknown, shown = String(value)): InfoRow => ({
    item,
    value,
    heading: words.items[item],
    shown,
  });
  return [
    row('file', file),
    row('bytes', bytes + walBytes, words.size(megabytes(bytes + walBytes))),
    row('schemaVersion', schemaVersion, words.version(schemaVersion, supportedVersion)),
    row('journalMode', journalMode),
    row('freePages', freePages, words.pages(freePages, pages)),
    row('people', info.people),
    row('units', info.units),
    ...info.facts
      .filter(({ recorded }) => recorded > 0)
      .map(({ fact, standing, recorded }) => ({
        item: fact,
        value: standing,
        heading: words.fact(batches.facts[fact]),
        shown: words.facts(standing, recorded),
      })),
    row('batches', info.batches),
    row(
      'lastBatch',
      lastBatch?.batch ?? null,
      lastBatch
        ? words.batch(lastBatch.batch, lastBatch.dataset, minuteInChengdu(lastBatch.at), lastBatch.user)
        : words.noBatch,
    ),
    row('auditEntries', info.auditEntries),
  ];
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

const failedIn = ({ findings }: CheckedPart): number =>
  findings.filter(({ severity }) => severity === 'error').length;

/** One row for each check, and a finding for each failure. */
export function databaseCheckReport(text: Messages, parts: readonly CheckedPart[]): Report<CheckedPart> {
  const { headings, checks, sound, unsound } = text.database;
  const findings = parts.flatMap((part) => part.findings);
  const problems = parts.reduce((sum, part) => sum + failedIn(part), 0);
  const failed = parts.filter((part) => failedIn(part) > 0).length;
  return {
    command: 'db check',
    columns: [
      {
        key: 'check',
        heading: headings.check,
        kind: 'text',
        value: ({ check }) => check,
        text: ({ check }) => checks[check],
      },
      { key: 'ok', heading: headings.ok, kind: 'flag', value: (part) => failedIn(part) === 0 },
      { key: 'problems', heading: headings.problems, kind: 'number', value: failedIn },
    ],
    rows: parts,
    totals: { checks: parts.length, failed, problems },
    findings,
    summary: [failed === 0 ? sound(parts.length) : unsound(failed, parts.length)],
  };
}

/** The backup that was made. */
export function backupReport({ database: words }: Messages, done: BackupDone): Report<BackupDone> {
  const { headingsOfFile: headings } = words;
  const { file, bytes, sha256 } = done;
  return {
    command: 'db backup',
    columns: [
      { key: 'file', heading: headings.file, kind: 'text', value: (each) => each.file },
      { key: 'bytes', heading: headings.bytes, kind: 'number', value: (each) => each.bytes },
      { key: 'sha256', heading: headings.sha256, kind: 'text', value: (each) => each.sha256 },
      { key: 'schemaVersion', heading: '', kind: 'json', value: (each) => each.schemaVersion },
      { key: 'auditEntries', heading: '', kind: 'json', value: (each) => each.auditEntries },
    ],
    rows: [done],
    totals: { files: 1, bytes },
    findings: [],
    summary: [words.backedUp(file, words.size(megabytes(bytes))), words.hash(sha256)],
  };
}

/** What was restored from which backup, and where the old register is. */
export function restoreReport({ database: words }: Messages, done: RestoreDone): Report<RestoreDone> {
  const { headingsOfFile: headings } = words;
  const { file, backup, backupSha256, kept, findings } = done;
  return {
    command: 'db restore',
    columns: [
      { key: 'file', heading: headings.file, kind: 'text', value: (each) => each.file },
      { key: 'backup', heading: words.arguments.from, kind: 'text', value: (each) => each.backup },
      { key: 'sha256', heading: headings.sha256, kind: 'text', value: (each) => each.backupSha256 },
      { key: 'kept', heading: headings.kept, kind: 'text', value: (each) => each.kept },
      { key: 'keptSha256', heading: headings.keptSha256, kind: 'text', value: (each) => each.keptSha256 },
      { key: 'schemaVersion', heading: '', kind: 'json', value: (each) => each.schemaVersion },
    ],
    rows: [done],
    totals: { files: 1 },
    findings,
    summary: [
      words.restored(file, backup),
      words.hash(backupSha256),
      ...(kept === null ? [] : [words.kept(kept)]),
    ],
  };
}
