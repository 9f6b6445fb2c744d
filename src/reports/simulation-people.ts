import { formatYuan } from '../domain/money.js';
import { REASONS, type Reason } from '../domain/terms.js';
import type { Messages } from '../messages/messages.js';
import type { MonthChange, PersonDifference } from '../rules/compare-quarters.js';
import type { Column, Report } from './column.js';
import { type SimulationInput, simulationFrame } from './subsidy-simulation.js';

/** The people who gain or lose under the assumptions, one for each paying district, and why. */
export function simulationPeopleReport(text: Messages, input: SimulationInput): Report<PersonDifference> {
  return {
    ...simulationFrame(text, input, true),
    columns: peopleColumns(text),
    rows: input.comparison.people,
  };
}

function peopleColumns(text: Messages): Column<PersonDifference>[] {
  const { headings, between } = text.simulation;
  return [
    { key: 'name', heading: headings.name, kind: 'free', value: ({ person }) => person.name },
    { key: 'idNumber', heading: headings.idNumber, kind: 'digits', value: ({ person }) => person.idNumber },
    { key: 'district', heading: headings.district, kind: 'text', value: ({ district }) => district },
    {
      key: 'township',
      heading: headings.township,
      kind: 'text',
      value: ({ township }) => township,
      secondary: true,
    },
    { key: 'unit', heading: headings.unit, kind: 'free', value: ({ unit }) => unit },
    { key: 'nowFen', heading: headings.now, kind: 'fen', value: ({ nowFen }) => nowFen },
    { key: 'thenFen', heading: headings.supposed, kind: 'fen', value: ({ thenFen }) => thenFen },
    {
      key: 'differenceFen',
      heading: headings.difference,
      kind: 'fen',
      value: ({ differenceFen }) => differenceFen,
    },
    {
      key: 'why',
      heading: headings.why,
      kind: 'text',
      value: ({ changes }) => changes.map((change) => changeText(text, change)).join(between),
    },
    { key: 'changes', heading: '', kind: 'json', value: ({ changes }) => changes.map(changeValue) },
  ];
}

const changeValue = ({ months, now, supposed }: MonthChange) => ({
  months,
  ...{ nowDistrict: now.district, nowLevel: now.level, nowFen: now.amountFen, nowReasons: now.reasons },
  ...{ thenDistrict: supposed.district, thenLevel: supposed.level, thenFen: supposed.amountFen },
  thenReasons: supposed.reasons,
});

/** `2026年7月至9月：初级 → 中级`. */
function changeText(text: Messages, change: MonthChange): string {
  const { simulation: words } = text;
  return words.changes.line(stretches(text, change.months), whatChanges(text, change));
}

function whatChanges(
  { simulation: { changes: words }, subsidy }: Messages,
  { now, supposed }: MonthChange,
): string {
  const named = (reasons: readonly Reason[]) =>
    REASONS.filter((reason) => reasons.includes(reason)).map((reason) => subsidy.reasons[reason]);
  if (!now.paid) return words.begins(named(now.reasons));
  if (!supposed.paid) return words.ends(named(supposed.reasons));
  if (now.district !== supposed.district) return words.elsewhere(now.district, supposed.district);
  if (now.level !== null && supposed.level !== null && now.level !== supposed.level) {
    return words.level(now.level, supposed.level);
  }
  return now.level === null || now.amountFen === supposed.amountFen
    ? words.otherTownship
    : words.rate(now.level, formatYuan(now.amountFen), formatYuan(supposed.amountFen));
}

/** Months that follow each other as one stretch. */
function stretches({ simulation: words }: Messages, months: readonly string[]): string {
  const found: [string, string][] = [];
  for (const month of months) {
    const last = found.at(-1);
    if (last && numberOf(month) === numberOf(last[1]) + 1) last[1] = month;
    else found.push([month, month]);
  }
  return found.map(([first, last]) => words.months(first, last)).join('、');
}

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
