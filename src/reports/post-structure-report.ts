import type { Day } from '../domain/day.js';
import { PLAIN_PROFESSIONAL_POST } from '../domain/terms.js';
import type { Messages } from '../messages/messages.js';
import type { PostStructure, PostStructureRow } from '../rules/post-structure.js';
import type { Column, Report } from './column.js';

/** Professional posts by area, tier and grade, beside the national target structure. */
export function postStructureReport(
  text: Messages,
  on: Day,
  { rows, totals, findings }: PostStructure,
): Report<PostStructureRow> {
  const { postStructure: words } = text;
  return {
    command: 'grade structure',
    on,
    columns: structureColumns(text, rows),
    rows,
    totals: { ...totals },
    findings,
    summary: [
      ...(totals.places === 0
        ? [words.nothing(on)]
        : [words.counted(on, totals), words.targetsAreInformation]),
      ...(totals.unknownTitles > 0 ? [words.unknownTitles(totals.unknownTitles)] : []),
    ],
  };
}

function structureColumns(text: Messages, rows: readonly PostStructureRow[]): Column<PostStructureRow>[] {
  const { postStructure: words, quota, grade } = text;
  const { headings } = words;
  const area = (key: 'district' | 'township' | 'unit', heading: string): Column<PostStructureRow>[] =>
    rows.some((row) => row[key] !== null)
      ? [{ key, heading, kind: 'free', value: (row) => row[key] }]
      : [{ key, heading, kind: 'json', value: (row) => row[key] }];
  return [
    ...area('district', quota.headings.district),
    ...area('township', quota.headings.township),
    ...area('unit', grade.headings.unit),
    {
      key: 'tier',
      heading: grade.headings.tier,
      kind: 'text',
      value: ({ tier }) => tier,
      text: ({ tier }) => tier ?? PLAIN_PROFESSIONAL_POST,
    },
    {
      key: 'grade',
      heading: grade.headings.grade,
      kind: 'number',
      value: (row) => row.grade,
      text: (row) =>
        row.grade !== null ? String(row.grade) : row.tier === null ? grade.noGrade : words.allGrades,
    },
    {
      key: 'established',
      heading: quota.headings.established,
      kind: 'number',
      value: (row) => row.established,
    },
    { key: 'filled', heading: quota.headings.filled, kind: 'number', value: ({ filled }) => filled },
    { key: 'qualified', heading: headings.qualified, kind: 'number', value: ({ qualified }) => qualified },
    { key: 'vacant', heading: headings.vacant, kind: 'number', value: ({ vacant }) => vacant },
    { key: 'target', heading: headings.target, kind: 'number', value: ({ target }) => target },
    {
      key: 'difference',
      heading: headings.difference,
      kind: 'number',
      value: ({ established, target }) => (target === null ? null : established - target),
    },
    { key: 'citation', heading: '', kind: 'json', value: ({ citation }) => citation },
  ];
}
