import { type Day, minuteInChengdu } from '../domain/day.js';
import type { Person } from '../domain/facts.js';
import type { FoundWorker, HistoryFact } from '../domain/history.js';
import { maskNumber, maskPersonal } from '../domain/mask.js';
import { formatYuan } from '../domain/money.js';
import type { Messages } from '../messages/messages.js';
import type { Column, Report } from './column.js';

/** The people that `worker find` found, as they are on a day. */
export function workersReport(text: Messages, on: Day, found: readonly FoundWorker[]): Report<FoundWorker> {
  const { headings, registrations, found: summary, onPost, left, notYet } = text.worker;
  const secondary = true;
  const columns: Column<FoundWorker>[] = [
    { key: 'name', heading: headings.name, kind: 'free', value: ({ person }) => person.name },
    { key: 'idNumber', heading: headings.idNumber, kind: 'digits', value: ({ person }) => person.idNumber },
    { key: 'district', heading: headings.district, kind: 'free', value: ({ place }) => place?.district },
    { key: 'township', heading: headings.township, kind: 'free', value: ({ place }) => place?.township },
    { key: 'unit', heading: headings.unit, kind: 'free', value: ({ place }) => place?.unit },
    {
      key: 'category',
      heading: headings.category,
      kind: 'text',
      value: ({ category }) => category,
      secondary,
    },
    { key: 'title', heading: headings.title, kind: 'free', value: ({ title }) => title, secondary },
    { key: 'from', heading: headings.from, kind: 'text', value: ({ from }) => from, secondary },
    { key: 'until', heading: headings.until, kind: 'text', value: ({ until }) => until, secondary },
    {
      key: 'onPost',
      heading: headings.state,
      kind: 'flag',
      value: (row) => row.onPost,
      text: (row) => (row.onPost ? onPost : row.place === null ? notYet : left),
    },
    { key: 'level', heading: headings.level, kind: 'text', value: ({ level }) => level },
    {
      key: 'registration',
      heading: headings.registration,
      kind: 'text',
      value: ({ registration }) => registration,
      text: ({ registration }) => (registration === null ? '' : registrations[registration]),
    },
    {
      key: 'registeredUntil',
      heading: headings.registeredUntil,
      kind: 'text',
      value: ({ registeredUntil }) => registeredUntil,
    },
  ];
  return {
    command: 'worker find',
    on,
    columns,
    rows: found,
    totals: { people: found.length },
    findings: [],
    summary: [summary(found.length, on)],
  };
}

interface HistoryInput {
  person: Person;
  facts: readonly HistoryFact[];
  /** null: the whole history. */
  on: Day | null;
  /** Replaced facts are among them. */
  all: boolean;
}

/** Everything known of one person, fact by fact. `reveal`: whole numbers. */
export function historyReport(text: Messages, input: HistoryInput, reveal: boolean): Report<HistoryFact> {
  const { person, facts, on, all } = input;
  const shown = reveal ? String : maskPersonal;
  const idNumber = reveal ? person.idNumber : maskNumber(person.idNumber);
  return {
    command: 'worker show',
    ...(on !== null && { on }),
    columns: [...historyColumns(text, input, reveal), ...(all ? laterColumns(text) : [])],
    rows: facts,
    totals: { facts: facts.length },
    findings: [],
    summary: [text.worker.person(shown(person.name), idNumber, facts.length)],
  };
}

function historyColumns(
  text: Messages,
  { person, facts }: HistoryInput,
  reveal: boolean,
): Column<HistoryFact>[] {
  // a column that says the same on every line is left to programs
  const severalNumbers = facts.some(({ idNumber }) => idNumber !== person.idNumber);
  const { worker, batches } = text;
  const { headings } = worker;
  return [
    {
      key: 'name',
      heading: '',
      kind: 'json',
      value: () => (reveal ? person.name : maskPersonal(person.name)),
    },
    {
      key: 'idNumber',
      heading: headings.idNumber,
      kind: severalNumbers ? 'digits' : 'json',
      value: ({ idNumber }) => (severalNumbers || reveal ? idNumber : maskNumber(idNumber)),
    },
    {
      key: 'fact',
      heading: headings.fact,
      kind: 'text',
      value: ({ fact }) => fact,
      text: ({ fact }) => batches.facts[fact],
    },
    { key: 'from', heading: headings.holdsFrom, kind: 'text', value: ({ from }) => from },
    { key: 'until', heading: headings.holdsUntil, kind: 'text', value: ({ until }) => until },
    { key: 'values', heading: '', kind: 'json', value: (fact) => maskedValues(fact, reveal) },
    {
      key: 'content',
      heading: headings.content,
      kind: 'free',
      paperOnly: true,
      value: (fact) => contentOf(text, fact, reveal),
    },
    { key: 'file', heading: headings.file, kind: 'free', value: ({ file }) => file },
    { key: 'line', heading: headings.line, kind: 'number', value: ({ line }) => line },
    { key: 'batch', heading: headings.batch, kind: 'number', value: ({ batch }) => batch },
    {
      key: 'recordedAt',
      heading: headings.recordedAt,
      kind: 'text',
      value: ({ recordedAt }) => recordedAt,
      text: ({ recordedAt }) => minuteInChengdu(recordedAt),
      secondary: true,
    },
  ];
}

/** What became of a fact: who replaced it, took it back, made it stand again. */
function laterColumns({ worker, shell }: Messages): Column<HistoryFact>[] {
  const replaced = ({ replacedBy }: HistoryFact): string[] => {
    if (replacedBy === null) return [];
    const { file, line, batch } = replacedBy;
    return [
      file === null || line === null ? worker.takenBackBy(batch) : worker.replacedBy(file, line, batch),
    ];
  };
  return [
    { key: 'replacedBy', heading: '', kind: 'json', value: ({ replacedBy }) => replacedBy },
    { key: 'restoredBy', heading: '', kind: 'json', value: ({ restoredBy }) => restoredBy },
    {
      key: 'later',
      heading: worker.headings.replaced,
      kind: 'free',
      paperOnly: true,
      value: (fact) =>
        [...(fact.restoredBy === null ? [] : [worker.restoredBy(fact.restoredBy)]), ...replaced(fact)].join(
          shell.sentenceSeparator,
        ),
    },
  ];
}

function maskedValues({ values, digits }: HistoryFact, reveal: boolean): Record<string, unknown> {
  if (reveal) return { ...values };
  const masked = (key: string, value: unknown) =>
    typeof value !== 'string' ? value : digits.includes(key) ? maskNumber(value) : maskPersonal(value);
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, masked(key, value)]));
}

function contentOf({ worker, shell }: Messages, { cells }: HistoryFact, reveal: boolean): string {
  return cells
    .map(({ field, kind, after }) => {
      if (kind === 'fen') return worker.cell(field, formatYuan(Number(after)));
      return worker.cell(field, kind === 'digits' && !reveal ? maskNumber(String(after)) : String(after));
    })
    .join(shell.sentenceSeparator);
}
