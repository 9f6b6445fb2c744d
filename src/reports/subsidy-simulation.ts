import type { CertificateDrive, Raise, SimulatedPeriod } from '../domain/assumptions.js';
import type { Finding } from '../domain/finding.js';
import { type Fen, formatYuan } from '../domain/money.js';
import type { Level } from '../domain/terms.js';
import type { Messages } from '../messages/messages.js';
import type { DecidedOn } from '../messages/subsidy-text.js';
import type { ComparedSums, Comparison } from '../rules/compare-quarters.js';
import type { StandardGroup } from '../rules/subsidy-standards.js';
import type { Column, Report } from './column.js';
import { standardLines } from './subsidy-standards.js';

/** What `subsidy simulate` found; amounts in fen. */
export interface SimulationInput {
  period: SimulatedPeriod;
  area: { district: string | null; township: string | null };
  assumptions: {
    policies: string | null;
    decidedOn: DecidedOn | null;
    raises: readonly Raise[];
    drives: readonly CertificateDrive[];
  };
  comparison: Comparison;
  /** Of awards, in no other sum. */
  rewards: { nowFen: Fen; thenFen: Fen };
  findings: readonly Finding[];
  standards: readonly StandardGroup[];
}

/** A level in a district; `level` null: a sum, of one district or (`district` null) of all. */
interface SimulationRow extends ComparedSums {
  district: string | null;
  level: Level | null;
}

/**
 * The cost by district and level, as things are and under the assumptions. `withSums`: with a subtotal under each
 * district and a total, for people; programs find them in `totals`.
 */
export function simulationReport(
  text: Messages,
  input: SimulationInput,
  withSums: boolean,
): Report<SimulationRow> {
  return {
    ...simulationFrame(text, input, false),
    columns: levelColumns(text),
    rows: withSums ? rowsWithSums(input.comparison) : input.comparison.levels,
  };
}

/** Everything of the answer but its rows. */
export function simulationFrame(
  text: Messages,
  input: SimulationInput,
  listed: boolean,
): Omit<Report<never>, 'columns' | 'rows'> {
  const { period, comparison, rewards, findings } = input;
  const [quarter] = period.quarters;
  return {
    command: 'subsidy simulate',
    ...(period.year !== null ? { year: period.year } : quarter !== undefined && { quarter }),
    totals: {
      ...totalsOf(comparison),
      rewards: { ...rewards, differenceFen: rewards.thenFen - rewards.nowFen },
    },
    findings,
    summary: summaryOf(text, input, listed),
    more: { assumptions: assumptionValues(input.assumptions) },
  };
}

function rowsWithSums({ levels, districts, totals }: Comparison): SimulationRow[] {
  if (levels.length === 0) return [];
  const byDistrict = districts.flatMap(({ district, ...sums }) => [
    ...levels.filter((row) => row.district === district),
    ...(districts.length > 1 ? [{ district, level: null, ...sums }] : []),
  ]);
  return [...byDistrict, { district: null, level: null, ...totals }];
}

function levelColumns({ simulation: words }: Messages): Column<SimulationRow>[] {
  const { headings } = words;
  const secondary = true;
  return [
    {
      key: 'district',
      heading: headings.district,
      kind: 'text',
      value: ({ district }) => district,
      text: ({ district }) => district ?? words.total,
    },
    {
      key: 'level',
      heading: headings.level,
      kind: 'text',
      value: ({ level }) => level,
      text: ({ district, level }) => level ?? (district === null ? '' : words.subtotal),
    },
    {
      key: 'nowPeople',
      heading: headings.nowPeople,
      kind: 'number',
      value: (row) => row.nowPeople,
      secondary,
    },
    {
      key: 'nowPersonMonths',
      heading: headings.nowPersonMonths,
      kind: 'number',
      value: (row) => row.nowPersonMonths,
    },
    { key: 'nowFen', heading: headings.now, kind: 'fen', value: (row) => row.nowFen },
    {
      key: 'thenPeople',
      heading: headings.thenPeople,
      kind: 'number',
      value: (row) => row.thenPeople,
      secondary,
    },
    {
      key: 'thenPersonMonths',
      heading: headings.thenPersonMonths,
      kind: 'number',
      value: (row) => row.thenPersonMonths,
    },
    { key: 'thenFen', heading: headings.supposed, kind: 'fen', value: (row) => row.thenFen },
    { key: 'differenceFen', heading: headings.difference, kind: 'fen', value: (row) => row.differenceFen },
  ];
}

function totalsOf({ totals, districts, quarters, gain, lose, undecided, apart }: Comparison) {
  return {
    ...totals,
    gainPeople: gain.people,
    gainFen: gain.fen,
    losePeople: lose.people,
    loseFen: lose.fen,
    byDistrict: Object.fromEntries(districts.map(({ district, ...sums }) => [district, sums])),
    byQuarter: Object.fromEntries(quarters.map(({ quarter, ...sums }) => [quarter, sums])),
    undecided: { nowPersonMonths: undecided.now, thenPersonMonths: undecided.supposed },
    apart: {
      nowPersonMonths: apart.now.personMonths,
      nowFen: apart.now.fen,
      thenPersonMonths: apart.supposed.personMonths,
      thenFen: apart.supposed.fen,
    },
  };
}

function assumptionValues({ policies, decidedOn, raises, drives }: SimulationInput['assumptions']) {
  return [
    ...(policies === null ? [] : [{ kind: 'policies', folder: policies }]),
    ...(decidedOn === null ? [] : [{ kind: 'decided-on', day: decidedOn }]),
    ...raises.map(({ level, by }) => ({
      kind: 'raise',
      level,
      ...('fen' in by ? { amountFen: by.fen } : { percent: by.basisPoints / 100 }),
    })),
    ...drives.map(({ from, to }) => ({ kind: 'drive', from, to })),
  ];
}

function assumptionTexts(
  { simulation: { assumptions: words }, subsidy }: Messages,
  { policies, decidedOn, raises, drives }: SimulationInput['assumptions'],
): string[] {
  return [
    ...(policies === null ? [] : [words.policies(policies)]),
    ...(decidedOn === null ? [] : [subsidy.standards.decidedOn(decidedOn)]),
    ...raises.map(words.raise),
    ...drives.map(words.drive),
  ];
}

function summaryOf(text: Messages, input: SimulationInput, listed: boolean): string[] {
  const { simulation: words, subsidy } = text;
  const { period, area, assumptions, comparison, rewards, standards } = input;
  const { totals, quarters, districts, gain, lose } = comparison;
  const part = (name: string, { nowFen, thenFen, differenceFen }: ComparedSums) =>
    words.part(name, formatYuan(nowFen), formatYuan(thenFen), differenceFen);
  const where = [area.district, area.township].filter((name) => name !== null).join('');
  const when = period.year !== null ? words.year(period.year) : period.quarters.map(subsidy.quarter).join('');
  return [
    words.assumed(when, where === '' ? words.wholeCity : where, assumptionTexts(text, assumptions)),
    words.now(totals.nowPeople, totals.nowPersonMonths, formatYuan(totals.nowFen)),
    words.supposed(totals.thenPeople, totals.thenPersonMonths, formatYuan(totals.thenFen)),
    words.difference(
      totals.differenceFen,
      shareOf(totals.differenceFen, totals.nowFen),
      isPartial(comparison),
    ),
    ...(districts.length > 1 ? districts.map((sums) => part(sums.district, sums)) : []),
    ...(period.year !== null ? quarters.map((sums) => part(subsidy.quarter(sums.quarter), sums)) : []),
    words.gainAndLose(gain, lose, listed),
    ...(rewards.nowFen + rewards.thenFen > 0 ? [rewardLine(text, rewards)] : []),
    ...standardLines(subsidy, standards).map(words.standards),
  ];
}

const rewardLine = ({ rewards: words }: Messages, { nowFen, thenFen }: SimulationInput['rewards']): string =>
  words.simulated(formatYuan(nowFen), formatYuan(thenFen), thenFen - nowFen);

/** Whether some months have no answer one way, and so are in no difference. */
const isPartial = ({ undecided, apart }: Comparison): boolean =>
  undecided.now + undecided.supposed + apart.now.personMonths + apart.supposed.personMonths > 0;

/** `+10.0%`; null where there is nothing to compare with. */
function shareOf(difference: Fen, now: Fen): string | null {
  if (now === 0) return null;
  const tenths = Math.round((difference * 1000) / now);
  return `${tenths > 0 ? '+' : ''}${(tenths / 10).toFixed(1)}%`;
}
