import type { AuditChain, AuditRecord, BrokenEntry, ReadEntry } from '../domain/audit.js';
import type { FactCount } from '../domain/batches.js';
import type { OutcomeCounts } from '../domain/changes.js';
import { minuteInChengdu } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import { maskPersonal } from '../domain/mask.js';
import type { Messages } from '../messages/messages.js';
import type { Column, Report } from './column.js';

/** The entries that were asked for, each with a sentence of what was done. */
export function auditListReport(
  text: Messages,
  entries: readonly ReadEntry[],
  reveal: boolean,
): Report<ReadEntry> {
  const { headings, listed } = text.audit;
  const [entry, at, user, command, hash] = recordColumns(text);
  const of = (column: Column<AuditRecord>): Column<ReadEntry> => ({
    ...column,
    value: ({ record }) => column.value(record),
    text: ({ record }) => column.text?.(record) ?? String(column.value(record)),
  });
  return {
    command: 'audit list',
    columns: [
      of(entry),
      of(at),
      of(user),
      { key: 'by', heading: headings.by, kind: 'free', value: ({ by }) => by },
      of(command),
      {
        key: 'what',
        heading: headings.what,
        kind: 'free',
        paperOnly: true,
        value: ({ details }) => (details === null ? text.audit.unreadable : sentenceOf(text, details)),
      },
      {
        key: 'details',
        heading: '',
        kind: 'json',
        value: ({ details }) => (reveal ? details : withoutNumbers(details)),
      },
      { key: 'previous', heading: '', kind: 'json', value: ({ record }) => record.previous },
      { ...of(hash), secondary: true },
    ],
    rows: entries,
    totals: { entries: entries.length },
    findings: [],
    summary: [listed(entries.length)],
  };
}

/** The broken entries alone; that there are none is what one hopes to read. */
export function auditVerifyReport(
  text: Messages,
  { chain, findings }: { chain: AuditChain; findings: readonly Finding[] },
): Report<BrokenEntry> {
  const { audit: words, shell } = text;
  const { entries, last, broken, expected } = chain;
  const columns = recordColumns(text).map(
    (column): Column<BrokenEntry> => ({
      ...column,
      value: ({ record }) => column.value(record),
      text: ({ record }) => column.text?.(record) ?? String(column.value(record)),
    }),
  );
  return {
    command: 'audit verify',
    columns: [
      ...columns,
      { key: 'breaks', heading: '', kind: 'json', value: ({ breaks }) => breaks },
      { key: 'missing', heading: '', kind: 'json', value: ({ missing }) => missing },
      {
        key: 'problems',
        heading: words.headings.problems,
        kind: 'text',
        paperOnly: true,
        value: ({ breaks }) => breaks.map((each) => words.breaks[each]).join(shell.listSeparator),
      },
    ],
    rows: broken,
    totals: {
      entries,
      broken: broken.length,
      lastEntry: last?.entry ?? null,
      lastAt: last?.at ?? null,
      lastHash: last?.hash ?? null,
      expectedEntry: expected?.entry ?? null,
    },
    findings,
    summary: verifySummary(text, chain, findings),
  };
}

function verifySummary(
  { audit: words }: Messages,
  { entries, last, broken, expected }: AuditChain,
  findings: readonly Finding[],
): string[] {
  const whole = !findings.some(({ severity }) => severity === 'error');
  return [
    ...(entries === 0 ? [words.empty] : whole ? [words.sound(entries)] : []),
    ...(broken.length > 0 ? [words.broken(entries, broken.length)] : []),
    ...(expected ? [words.found(expected.entry, minuteInChengdu(expected.at))] : []),
    ...(last ? [words.last(last.entry, minuteInChengdu(last.at), last.hash)] : []),
  ];
}

type Five<Item> = [Item, Item, Item, Item, Item];

function recordColumns(text: Messages): Five<Column<AuditRecord>> {
  const { headings } = text.audit;
  return [
    { key: 'entry', heading: headings.entry, kind: 'number', value: ({ entry }) => entry },
    {
      key: 'at',
      heading: headings.at,
      kind: 'text',
      value: ({ at }) => at,
      text: ({ at }) => minuteInChengdu(at),
    },
    { key: 'user', heading: headings.user, kind: 'free', value: ({ user }) => user },
    { key: 'command', heading: headings.command, kind: 'text', value: ({ command }) => command },
    { key: 'hash', heading: headings.hash, kind: 'text', value: ({ hash }) => hash },
  ];
}

/** Told elsewhere, or nothing that people read. */
const NOT_TOLD = new Set(['by', 'sha256', 'bytes']);

/** What an entry did, in a line: counts, files, whatever else it says. */
function sentenceOf(text: Messages, details: Readonly<Record<string, unknown>>): string {
  const words = text.audit;
  const parts = Object.entries(details).flatMap(([key, value]) => {
    if (NOT_TOLD.has(key) || value === null || value === false || value === '') return [];
    const name = words.details[key] ?? key;
    if (value === true) return [name];
    if (isCounts(key, value)) return [text.imports.counts(value).replace(/[。.]$/, '')];
    return [words.detail(name, valueText(text, value))];
  });
  return parts.join(text.shell.sentenceSeparator);
}

function valueText(text: Messages, value: unknown): string {
  const { audit: words, shell, batches } = text;
  if (Array.isArray(value)) {
    if (value.length === 0) return words.several(0);
    const names = value.map((each) =>
      isFactCount(each)
        ? batches.counts(batches.facts[each.fact], each.recorded, each.superseded)
        : nameOf(each),
    );
    return names.every((name) => name !== null)
      ? names.join(shell.listSeparator)
      : words.several(value.length);
  }
  return nameOf(value) ?? words.several(Object.keys(value as object).length);
}

/** A plain value as it is, a file or a district by its name; null: there is no short way to say it. */
function nameOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return String(value);
  const { name, file, district } = value as Partial<Record<'name' | 'file' | 'district', unknown>>;
  const called = name ?? file ?? district;
  return typeof called === 'string' ? called : null;
}

const isCounts = (key: string, value: unknown): value is OutcomeCounts =>
  key === 'counts' && typeof (value as OutcomeCounts).read === 'number';

const isFactCount = (value: unknown): value is FactCount =>
  typeof value === 'object' && value !== null && 'fact' in value && 'superseded' in value;

const HASH = /^[0-9a-f]{64}$/;

/** Details for programs, without whole numbers of people; hashes stay. */
function withoutNumbers(value: unknown): unknown {
  if (typeof value === 'string') return HASH.test(value) ? value : maskPersonal(value);
  if (Array.isArray(value)) return value.map(withoutNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutNumbers(each)]));
}
