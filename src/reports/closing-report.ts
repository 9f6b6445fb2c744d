import type { DistrictSums } from '../domain/closing.js';
import type { Finding } from '../domain/finding.js';
import { formatYuan } from '../domain/money.js';
import type { Quarter } from '../domain/quarter.js';
import type { QuarterState } from '../domain/quarter-life.js';
import type { Messages } from '../messages/messages.js';
import type { Column, Report } from './column.js';

const SUMMED = [
  ...([
    'people',
    'personMonths',
    'dueFen',
    'rewardFen',
    'arrearsFen',
    'recoveredFen',
    'carriedFen',
    'netFen',
  ] as const),
  'openMonths',
] as const;

/** The sums of districts added up. */
export const addUp = (districts: readonly DistrictSums[]): Record<(typeof SUMMED)[number], number> =>
  Object.fromEntries(
    SUMMED.map((key) => [key, districts.reduce((sum, district) => sum + district[key], 0)]),
  ) as Record<(typeof SUMMED)[number], number>;

/**
 * Columns of a closing's sums: people, person-months and the amounts; rewards are for the eye only where there are
 * any, as 80 columns have no room for more.
 */
export function sumColumns<Row extends DistrictSums>(
  { closings, rewards }: Messages,
  rows: readonly DistrictSums[],
): Column<Row>[] {
  const rewarded = rows.some(({ rewardFen }) => rewardFen !== 0);
  const reward: Column<Row> = {
    ...{ key: 'rewardFen', heading: rewarded ? rewards.heading : '', kind: rewarded ? 'fen' : 'json' },
    value: (row) => row.rewardFen,
  };
  const { headings } = closings;
  const amount = (key: 'due' | 'arrears' | 'recovered' | 'carried' | 'net'): Column<Row> => ({
    key: `${key}Fen`,
    heading: headings[key],
    kind: 'fen',
    value: (row) => row[`${key}Fen`],
  });
  // 80 columns have room for the money
  const count = (key: 'personMonths' | 'openMonths', heading: string): Column<Row> => ({
    ...{ key, heading, kind: 'number', secondary: true, value: (row) => row[key] },
  });
  return [
    { key: 'people', heading: headings.people, kind: 'number', value: ({ people }) => people },
    count('personMonths', headings.personMonths),
    amount('due'),
    reward,
    ...(['arrears', 'recovered'] as const).map(amount),
    // with a column more, what is rarest gives way
    { ...amount('carried'), secondary: rewarded },
    amount('net'),
    count('openMonths', headings.open),
  ];
}

/** What a close froze, or would freeze, district by district. */
export function closingReport(
  text: Messages,
  closed: {
    quarter: Quarter;
    dryRun: boolean;
    districts: readonly DistrictSums[];
    findings: readonly Finding[];
  },
): Report<DistrictSums> {
  const { closings } = text;
  const totals = addUp(closed.districts);
  const said = closed.dryRun ? closings.wouldClose : closings.closed;
  const name = text.subsidy.quarter(closed.quarter);
  return {
    command: 'subsidy close',
    quarter: closed.quarter,
    columns: [
      {
        key: 'district',
        heading: closings.headings.district,
        kind: 'free',
        value: ({ district }) => district,
      },
      ...sumColumns(text, closed.districts),
    ],
    rows: closed.districts,
    totals,
    findings: closed.findings,
    summary: [
      said(name, closed.districts.length, totals.people, formatYuan(totals.netFen)),
      ...(closed.dryRun ? [] : [closings.next.closed]),
    ],
  };
}

/** Which districts were approved or reopened. */
export function movedReport(
  text: Messages,
  moved: { quarter: Quarter; districts: readonly string[]; findings: readonly Finding[] },
  move: 'approve' | 'reopen',
  by: string,
): Report<string> {
  const { closings } = text;
  const { quarter, districts, findings } = moved;
  const name = text.subsidy.quarter(quarter);
  const state: QuarterState = move === 'approve' ? 'approved' : 'draft';
  const said = move === 'approve' ? closings.approved : closings.reopened;
  return {
    command: `subsidy ${move}`,
    quarter,
    columns: [
      { key: 'district', heading: closings.headings.district, kind: 'free', value: (district) => district },
      {
        key: 'state',
        heading: closings.headings.state,
        kind: 'text',
        value: () => state,
        text: () => closings.states[state],
      },
      { key: 'by', heading: closings.headings.by, kind: 'free', value: () => by },
    ],
    rows: districts,
    totals: { districts: districts.length },
    findings,
    summary: [
      said(name, districts, by),
      move === 'approve' ? closings.next.approved : closings.next.reopened,
    ],
  };
}
