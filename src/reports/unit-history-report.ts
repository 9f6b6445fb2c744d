import type { Day } from '../domain/day.js';
import type { Messages } from '../messages/messages.js';
import type { UnitHistoryRow } from '../rules/unit-history.js';
import type { Column, Report } from './column.js';

type Row = UnitHistoryRow & { fileName: string; batch: number | null };

/** Posts, grades and people of one unit over time. `on` null: the whole history. */
export function unitHistoryReport(
  text: Messages,
  on: Day | null,
  { name, code, rows }: { name: string; code: string | null; rows: readonly Row[] },
): Report<Row> {
  const { unitHistory: words } = text;
  const of = (about: Row['about']) => rows.filter((row) => row.about === about).length;
  return {
    command: 'quota show',
    ...(on !== null && { on }),
    columns: historyColumns(text),
    rows,
    totals: { code, states: of('unit'), posts: of('posts'), people: of('person') },
    findings: [],
    summary: [words.unit(name, code, rows.length)],
  };
}

function historyColumns(text: Messages): Column<Row>[] {
  const { unitHistory: words, worker, quota, grade } = text;
  const { headings } = words;
  const secondary = true;
  return [
    {
      key: 'about',
      heading: headings.about,
      kind: 'text',
      value: ({ about }) => about,
      text: ({ about }) => words.about[about],
    },
    { key: 'from', heading: worker.headings.holdsFrom, kind: 'text', value: ({ from }) => from },
    { key: 'until', heading: worker.headings.holdsUntil, kind: 'text', value: ({ until }) => until },
    {
      key: 'district',
      heading: quota.headings.district,
      kind: 'free',
      value: (row) => row.district,
      secondary,
    },
    {
      key: 'township',
      heading: quota.headings.township,
      kind: 'free',
      value: (row) => row.township,
      secondary,
    },
    { key: 'unit', heading: grade.headings.unit, kind: 'free', value: ({ unit }) => unit },
    {
      key: 'kind',
      heading: quota.headings.kind,
      kind: 'text',
      value: ({ kind }) => kind,
      text: ({ kind, about }) => kind ?? (about === 'unit' ? quota.unknownKind : ''),
      secondary,
    },
    { key: 'title', heading: grade.headings.title, kind: 'free', value: ({ title }) => title },
    { key: 'grade', heading: grade.headings.grade, kind: 'number', value: (row) => row.grade },
    { key: 'tier', heading: grade.headings.tier, kind: 'text', value: ({ tier }) => tier, secondary },
    { key: 'count', heading: headings.count, kind: 'number', value: ({ count }) => count },
    { key: 'document', heading: headings.document, kind: 'free', value: (row) => row.document, secondary },
    { key: 'name', heading: grade.headings.name, kind: 'free', value: ({ person }) => person?.name },
    {
      key: 'idNumber',
      heading: grade.headings.idNumber,
      kind: 'digits',
      value: ({ person }) => person?.idNumber,
      secondary,
    },
    {
      key: 'category',
      heading: worker.headings.category,
      kind: 'text',
      value: ({ category }) => category,
      secondary,
    },
    { key: 'level', heading: worker.headings.level, kind: 'text', value: ({ level }) => level },
    { key: 'batch', heading: worker.headings.batch, kind: 'number', value: ({ batch }) => batch, secondary },
    {
      key: 'file',
      heading: worker.headings.file,
      kind: 'free',
      value: ({ fileName }) => fileName,
      secondary,
    },
    { key: 'line', heading: worker.headings.line, kind: 'number', value: ({ line }) => line, secondary },
  ];
}
