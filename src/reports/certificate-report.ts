import type { Day } from '../domain/day.js';
import { LEVELS } from '../domain/terms.js';
import type { Messages } from '../messages/messages.js';
import type { CertificateSummary, HolderRow } from '../rules/certificate-summary.js';
import type { Column, Report } from './column.js';

/** Holders of certificates, a row for each group. */
export function certificateReport(
  text: Messages,
  on: Day,
  { rows, totals, findings }: CertificateSummary,
): Report<HolderRow> {
  const { certificate: words } = text;
  const { holders, national, onPost, registered, yearBefore, growth, target } = totals;
  const atDeadline = target?.atDeadline;
  return {
    command: 'certificate summary',
    on,
    columns: holderColumns(text),
    rows,
    totals: { ...totals },
    findings,
    summary: [
      holders === 0 ? words.nothing(on) : words.counts(on, holders, national, onPost, registered),
      words.growth(growth, yearBefore),
      ...(target ? [words.target(target.target, target.by, target.missing, target.missingNational)] : []),
      ...(target && atDeadline
        ? [words.atDeadline(target.deadline, atDeadline.holders, atDeadline.national)]
        : []),
    ],
  };
}

function holderColumns({ certificate: words }: Messages): Column<HolderRow>[] {
  const { headings, unknown, bands } = words;
  return [
    {
      key: 'by',
      heading: headings.by,
      kind: 'text',
      value: ({ by }) => by,
      text: ({ by }) => words.by[by],
    },
    {
      key: 'group',
      heading: headings.group,
      kind: 'free',
      value: ({ group }) => group,
      text: ({ group }) => (group === null ? unknown : (bands[group] ?? group)),
    },
    { key: 'holders', heading: headings.holders, kind: 'number', value: ({ holders }) => holders },
    { key: 'national', heading: headings.national, kind: 'number', value: ({ national }) => national },
    { key: 'byLevel', heading: '', kind: 'json', value: ({ byLevel }) => byLevel },
    ...LEVELS.map(
      (level): Column<HolderRow> => ({
        key: level,
        heading: level,
        kind: 'number',
        paperOnly: true,
        value: ({ byLevel }) => byLevel[level],
      }),
    ),
    { key: 'onPost', heading: headings.onPost, kind: 'number', value: ({ onPost }) => onPost },
    { key: 'yearBefore', heading: headings.yearBefore, kind: 'number', value: (row) => row.yearBefore },
    { key: 'growth', heading: headings.growth, kind: 'number', value: ({ growth }) => growth },
  ];
}
