import type { Day } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import { TIERS } from '../domain/terms.js';
import type { Messages } from '../messages/messages.js';
import type { GradeCheck, GradeRow } from '../rules/grade-check.js';
import type { TitleGrade } from '../rules/grades.js';
import { citationColumns } from './citation-columns.js';
import type { Column, Report } from './column.js';

/** What `grade map` found. */
interface GradeMapAnswer {
  on: Day;
  rows: readonly TitleGrade[];
  findings: readonly Finding[];
  /** The title of a cited document. */
  documentTitle: (document: string) => string;
}

/** The table of post titles, or of those asked for. */
export function gradeMapReport(
  text: Messages,
  { on, rows, findings, documentTitle }: GradeMapAnswer,
): Report<TitleGrade> {
  const { headings, noGrade } = text.grade;
  const columns: Column<TitleGrade>[] = [
    { key: 'title', heading: headings.title, kind: 'text', value: ({ title }) => title },
    {
      key: 'grade',
      heading: headings.grade,
      kind: 'number',
      value: ({ grade }) => grade,
      text: ({ grade }) => (grade === null ? noGrade : String(grade)),
    },
    { key: 'tier', heading: headings.tier, kind: 'text', value: ({ tier }) => tier },
    {
      key: 'certificate',
      heading: headings.certificate,
      kind: 'text',
      value: ({ certificate }) => certificate,
    },
    {
      key: 'document',
      heading: headings.document,
      kind: 'text',
      value: ({ citation }) => documentTitle(citation.document),
      paperOnly: true,
      secondary: true,
    },
    ...citationColumns<TitleGrade>(text.grade.headings.article),
  ];
  return { command: 'grade map', on, columns, rows, totals: { titles: rows.length }, findings, summary: [] };
}

/** Every occupied professional post with what it needs and what its holder has. */
export function gradeCheckReport(text: Messages, on: Day, check: GradeCheck): Report<GradeRow> {
  const { headings, noGrade, none, basis: bases } = text.grade;
  const columns: Column<GradeRow>[] = [
    { key: 'name', heading: headings.name, kind: 'free', value: ({ person }) => person.name },
    { key: 'idNumber', heading: headings.idNumber, kind: 'digits', value: ({ person }) => person.idNumber },
    { key: 'district', heading: headings.district, kind: 'free', value: ({ district }) => district },
    { key: 'township', heading: headings.township, kind: 'free', value: ({ township }) => township },
    { key: 'unit', heading: headings.unit, kind: 'free', value: ({ name }) => name },
    { key: 'title', heading: headings.title, kind: 'free', value: ({ title }) => title },
    {
      key: 'grade',
      heading: headings.grade,
      kind: 'number',
      value: ({ grade }) => grade,
      text: ({ grade }) => (grade === null ? noGrade : String(grade)),
    },
    {
      key: 'basis',
      heading: headings.basis,
      kind: 'text',
      value: ({ basis }) => basis,
      text: ({ basis }) => bases[basis],
      secondary: true,
    },
    {
      key: 'level',
      heading: headings.level,
      kind: 'text',
      value: ({ level }) => level,
      text: ({ level }) => level ?? none,
    },
    { key: 'needed', heading: headings.needed, kind: 'text', value: ({ needed }) => needed },
    { key: 'ok', heading: headings.ok, kind: 'flag', value: ({ ok }) => ok },
    ...citationColumns<GradeRow>(text.grade.headings.article),
  ];
  const { rows, totals, structure, findings } = check;
  return {
    command: 'grade check',
    on,
    columns,
    rows,
    totals: { ...totals, structure },
    findings,
    summary: gradeSummary(text, on, check),
  };
}

function gradeSummary(text: Messages, on: Day, { totals, structure }: GradeCheck): string[] {
  const { grade: words, shell } = text;
  if (totals.posts === 0) return [words.nobody(on)];
  const list = (counts: readonly (readonly [string, number])[]) =>
    counts.map(([name, count]) => words.count(name, count)).join(shell.listSeparator);
  const graded = TIERS.reduce((sum, tier) => sum + totals.byTier[tier], 0);
  const targets = structure.flatMap(({ target, ...row }) =>
    target !== null && row.actual + target > 0 ? [[structureName(text, row), target] as const] : [],
  );
  return [
    words.checked(on, totals.posts, totals.problems),
    words.byTier(list(TIERS.map((tier) => [tier, totals.byTier[tier]]))),
    words.byGrade(
      list(Object.entries(totals.byGrade).map(([grade, count]) => [words.gradeShort(grade), count])),
    ),
    ...(graded === 0 || targets.length === 0 ? [] : [words.target(list(targets))]),
  ];
}

const structureName = (
  { grade: words }: Messages,
  { tier, grade }: { tier: string; grade: number | null },
) => (grade === null ? tier : words.gradeShort(String(grade)));
