import type { Day } from '../domain/day.js';
import type { Person } from '../domain/facts.js';
import type { Finding } from '../domain/finding.js';
import { formatYuan } from '../domain/money.js';
import type { Messages } from '../messages/messages.js';
import type { AwardList, AwardRow } from '../rules/awards.js';
import type { BenefitRow } from '../rules/education-benefit.js';
import type { Whereabouts } from '../rules/posts.js';
import { citationColumns } from './citation-columns.js';
import type { Column, Report } from './column.js';

/** Awards with the reward that goes with each title. */
export function awardListReport(
  text: Messages,
  on: Day,
  { rows, totals, findings }: AwardList,
): Report<AwardRow> {
  const { headings, rewards, ...words } = text.awards;
  const secondary = true;
  return {
    command: 'award list',
    on,
    columns: [
      ...whoColumns<AwardRow>(text),
      { key: 'title', heading: headings.title, kind: 'free', value: ({ title }) => title },
      { key: 'awardedOn', heading: headings.awardedOn, kind: 'text', value: ({ on: given }) => given },
      { key: 'awardedBy', heading: headings.awardedBy, kind: 'free', value: ({ by }) => by, secondary },
      {
        key: 'document',
        heading: headings.document,
        kind: 'free',
        value: ({ document }) => document,
        secondary,
      },
      {
        key: 'rewardFen',
        heading: headings.reward,
        kind: 'fen',
        value: ({ rewardFen }) => rewardFen,
        text: ({ rewardFen, reward }) =>
          rewardFen === null || reward !== 'set' ? rewards[reward] : formatYuan(rewardFen),
      },
      ...(rows.some(({ paid }) => paid.length > 0) ? [paidColumn(text)] : []),
      { key: 'paid', heading: '', kind: 'json', value: ({ paid }) => paid },
      { key: 'reward', heading: '', kind: 'json', value: ({ reward }) => reward },
      { key: 'citation', heading: '', kind: 'json', value: ({ citation }) => citation },
    ],
    rows,
    totals: { ...totals },
    findings,
    summary:
      rows.length === 0
        ? [words.nothing(on)]
        : [
            words.found(on, totals),
            words.byTitle(
              totals.byTitle.map((sums) => words.part(sums.title, sums)).join(text.shell.sentenceSeparator),
            ),
          ],
  };
}

/** On paper: with which quarter which district has paid the reward. */
const paidColumn = ({ awards, shell }: Messages): Column<AwardRow> => ({
  ...{ key: 'paidIn', heading: awards.headings.paid, kind: 'text', paperOnly: true },
  value: ({ paid }) =>
    paid
      .map(({ quarter, district, amountFen }) => `${quarter} ${district} ${formatYuan(amountFen)}`)
      .join(shell.sentenceSeparator),
});

/** Whose children have 教育优待. */
export function educationBenefitReport(
  text: Messages,
  on: Day,
  rows: readonly BenefitRow[],
  findings: readonly Finding[] = [],
): Report<BenefitRow> {
  const { headings, benefits } = text.awards;
  const people = new Set(rows.map(({ person }) => person.id)).size;
  return {
    command: 'award benefits',
    on,
    columns: [
      ...whoColumns<BenefitRow>(text),
      { key: 'ground', heading: headings.ground, kind: 'text', value: ({ ground }) => ground },
      { key: 'since', heading: headings.since, kind: 'text', value: ({ since }) => since },
      { key: 'until', heading: headings.until, kind: 'text', value: ({ until }) => until },
      {
        key: 'document',
        heading: headings.document,
        kind: 'free',
        value: ({ document }) => document,
        secondary: true,
      },
      ...citationColumns<BenefitRow>(headings.article),
    ],
    rows,
    totals: { people, grounds: rows.length },
    findings,
    summary: [benefits(on, people)],
  };
}

function whoColumns<Row extends { person: Person; place: Whereabouts | null }>({
  awards: { headings },
}: Messages): Column<Row>[] {
  return [
    { key: 'name', heading: headings.name, kind: 'free', value: ({ person }) => person.name },
    { key: 'idNumber', heading: headings.idNumber, kind: 'digits', value: ({ person }) => person.idNumber },
    { key: 'district', heading: headings.district, kind: 'free', value: ({ place }) => place?.district },
    {
      key: 'township',
      heading: headings.township,
      kind: 'free',
      value: ({ place }) => place?.township,
      secondary: true,
    },
    {
      key: 'unit',
      heading: headings.unit,
      kind: 'free',
      value: ({ place }) => place?.name,
      secondary: true,
    },
  ];
}
