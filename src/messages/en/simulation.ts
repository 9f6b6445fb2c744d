import type { SimulatedWay, SimulationFindings } from '../../domain/findings/simulation.js';
import { formatYuan } from '../../domain/money.js';
import type { SimulationProblems } from '../../domain/problems/simulation.js';
import type { Messages, Wording } from '../messages.js';
import { counted } from './counted.js';

const WAYS: Readonly<Record<SimulatedWay, string>> = {
  now: 'as things are',
  supposed: 'under the assumptions',
  both: 'as things are and under the assumptions',
};

const percent = (basisPoints: number) => `${Math.abs(basisPoints) / 100}%`;

const signed = (fen: number) => `${fen > 0 ? '+' : ''}${formatYuan(fen)}`;

const people = (count: number) => counted(count, 'person', 'people');
const personMonths = (count: number) => counted(count, 'person-month');

export const simulationWords: Messages['simulation'] = {
  description: 'the cost of another policy or another assumption beside today’s; writes nothing',
  period: 'period',
  about: { period: 'a quarter or a year, for example 2026Q3, or 2026 for its four quarters together' },
  options: {
    withPolicies: 'use another policy folder (instead of --policies)',
    decidedOn: 'judge every condition on this day of the month: first-day, last-day, or 1 to 28',
    raise:
      'raise the rates: 10% (all levels), 50 (50 yuan a month more for all), 中级=10%, 中级=50; below 0 lowers; to the fen, half up; may be given again',
    drive:
      'a certificate drive: 初级=中级 takes everybody whose highest certificate is 初级 on the first day of the period to hold 中级 from that day on (registered etc. as they are); may be given again',
    people: 'list the people who gain and lose, and why',
    district: 'only months that this district pays; --drive and --decided-on are assumed there alone too',
    township: 'only months of this township; --drive is assumed there alone too',
  },
  placeholders: { day: 'day', raise: 'amount', drive: 'level=level' },
  examples: {
    raise: 'what a quarter costs with all rates 10 % higher',
    drive: 'what a year costs when everybody 初级 in one district becomes 中级, and who gains',
    policies: 'a draft of the policy beside the one in force, as a file',
  },
  headings: {
    district: 'district',
    level: 'level',
    nowPeople: 'people now',
    nowPersonMonths: 'person-months now',
    now: 'now (yuan)',
    thenPeople: 'people then',
    thenPersonMonths: 'person-months then',
    supposed: 'then (yuan)',
    difference: 'difference (yuan)',
    name: 'name',
    idNumber: 'identity number',
    township: 'township',
    unit: 'unit',
    why: 'why',
  },
  subtotal: 'subtotal',
  total: 'total',
  wholeCity: 'the whole city',
  year: (year) => year,
  between: '; ',
  assumptions: {
    policies: (folder) => `policies from ${folder}`,
    raise: ({ level, by }) => {
      const whose = level === null ? 'all rates' : `the rate of ${level}`;
      if ('basisPoints' in by)
        return `${whose} ${percent(by.basisPoints)} ${by.basisPoints < 0 ? 'lower' : 'higher'}`;
      return `${whose} ${formatYuan(Math.abs(by.fen))} yuan a month ${by.fen < 0 ? 'lower' : 'higher'}`;
    },
    drive: ({ from, to }) =>
      `everybody whose highest certificate is ${from} on the first day holds ${to} from that day on`,
  },
  changes: {
    level: (from, to) => `${from} → ${to}`,
    rate: (level, now, supposed) => `rate of ${level} ${now} → ${supposed}`,
    begins: (reasons) => `paid now (no longer: ${reasons.join(', ')})`,
    ends: (reasons) => `no longer paid (${reasons.join(', ')})`,
    elsewhere: (from, to) => `paid by ${to} instead of ${from}`,
    otherTownship: 'counted in another township',
    line: (months, what) => `${months}: ${what}`,
  },
  months: (first, last) => (first === last ? first : `${first} to ${last}`),
  assumed: (period, area, assumptions) =>
    `Simulated for ${area}, ${period}: ${assumptions.join('; ')}. Nothing was stored.`,
  now: (count, months, yuan) => `Now: ${people(count)}, ${personMonths(months)}, ${yuan} yuan.`,
  supposed: (count, months, yuan) => `Then: ${people(count)}, ${personMonths(months)}, ${yuan} yuan.`,
  difference: (fen, share, partial) => {
    if (fen === 0)
      return partial ? 'No difference in the months that can be compared.' : 'No difference in all.';
    return `Difference: ${signed(fen)} yuan${share === null ? '' : ` (${share})`}${partial ? ', of the months that can be compared' : ''}.`;
  },
  part: (name, now, supposed, fen) =>
    `${name}: now ${now}, then ${supposed}, difference ${signed(fen)} yuan.`,
  gainAndLose: (gain, lose, listed) =>
    gain.people + lose.people === 0
      ? 'Nobody gains or loses.'
      : `${people(gain.people)} ${gain.people === 1 ? 'gains' : 'gain'} ${signed(gain.fen)} yuan, ${people(lose.people)} ${lose.people === 1 ? 'loses' : 'lose'} ${signed(lose.fen)} yuan.${listed ? '' : ' --people lists them.'}`,
  standards: (line) => `Under the assumptions: ${line}`,
};

export const simulationFindings: Wording<SimulationFindings> = {
  'simulation.quarter-apart': ({ quarter, way, parameter }) =>
    parameter === null
      ? `${quarter} has no subsidy policy in force, ${WAYS[way]}: it is not compared, and not counted as 0. Register the successor document, if there is one, in city.yaml of that policy folder.`
      : `${quarter} has no ${parameter} set, ${WAYS[way]}: it cannot be computed, is not compared, and not counted as 0. Set it in city.yaml of that policy folder.`,
  'simulation.undecided': ({ now, supposed }) =>
    `Months that cannot be decided are not compared, and not counted as 0: ${personMonths(now)} as things are, ${personMonths(supposed)} under the assumptions. shegong subsidy preview tells why, as things are.`,
  'simulation.no-rate': ({ district, level, months }) =>
    `${district} has no rate for ${level} in ${months.join(', ')}, under the assumptions: these months of everybody entitled are undecided, are not compared, and not counted as 0. Set subsidy.rate in the policy folder that is simulated with.`,
  'simulation.nothing-recorded': ({ quarter }) =>
    `Nobody has the services and the professional role recorded for ${quarter} yet, so nobody would be paid: its 0 is nothing to budget by. Simulate a quarter that has its records.`,
  'simulation.months-apart': ({ nowMonths, now, supposedMonths, supposed }) =>
    `Months that only one way answers (no policy in force the other way, or undecided) are not compared: ${personMonths(nowMonths)}, ${now} yuan as things are; ${personMonths(supposedMonths)}, ${supposed} yuan under the assumptions.`,
};

export const simulationProblems: Wording<SimulationProblems> = {
  'usage.bad-quarter-or-year': ({ value }) =>
    `“${value}” is no quarter and no year. Write it like 2026Q3 or 2026.`,
  'usage.bad-raise': ({ value, again }) =>
    again
      ? `--raise “${value}” raises again what is raised already. Give one for all levels and one for each level at most.`
      : `--raise is written 10%, 50 (yuan), 中级=10% or 中级=50, less than 100 % down and at most 900 % up; “${value}” is not.`,
  'usage.bad-drive': ({ value, again }) =>
    again
      ? `--drive “${value}” names a level again that rises already. Each level can rise to one other.`
      : `--drive is written “level=higher level” (such as 初级=中级) with the levels 员级, 初级, 中级, 高级; “${value}” is not.`,
  'simulation.nothing-assumed': () =>
    'No assumption was given, so nothing would differ. Give at least one of --with-policies, --decided-on, --raise, --drive; shegong subsidy preview tells what is due as things are.',
  'simulation.folder-missing': ({ folder }) =>
    `There is no policy folder ${folder}. Check the folder given with --with-policies.`,
  'simulation.rate-not-positive': ({ level, district, now, supposed }) =>
    `The rate of ${level} (${district ?? 'the city'}) is ${now} yuan and would be ${supposed} yuan after --raise, which is no rate. Lower it by less.`,
};
