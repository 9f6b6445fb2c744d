import type { Day } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import type { Hours } from '../domain/hours.js';
import type { Messages } from '../messages/messages.js';
import type { Rotation, RotationRow } from '../rules/training-coverage.js';
import type { HoursCheck, HoursRow, HoursState } from '../rules/training-hours.js';
import type { YearlyCheck, YearlyRow } from '../rules/yearly-training.js';
import type { Column, Report } from './column.js';
import { workerColumns } from './worker-columns.js';

/** Which rows `training check` lists; totals and findings tell of all. */
export const TRAINING_PARTS = ['hours', 'rotation', 'yearly'] as const;
export type TrainingPart = (typeof TRAINING_PARTS)[number];

interface TrainingInput {
  hours: HoursCheck;
  rotation: Rotation | null;
  yearly: YearlyCheck | null;
  findings: readonly Finding[];
}

/** Training on a day, with the hours of each person's term row by row. */
export const hoursReport = (text: Messages, on: Day, check: TrainingInput): Report<HoursRow> => ({
  ...common(text, on, check),
  columns: hoursColumns(text),
  rows: check.hours.rows,
});

/** The same with the 轮训 of each place row by row. */
export const rotationReport = (text: Messages, on: Day, check: TrainingInput): Report<RotationRow> => ({
  ...common(text, on, check),
  columns: rotationColumns(text, check.rotation),
  rows: check.rotation?.rows ?? [],
});

/** The same with the yearly training of officials row by row. */
export const yearlyReport = (text: Messages, on: Day, check: TrainingInput): Report<YearlyRow> => ({
  ...common(text, on, check),
  columns: yearlyColumns(text),
  rows: check.yearly?.rows ?? [],
});

const common = (text: Messages, on: Day, check: TrainingInput) => ({
  command: 'training check',
  on,
  totals: totalsOf(check),
  findings: check.findings,
  summary: summaryOf(text, on, check),
});

const inHours = (hundredths: Hours): number => hundredths / 100;

function hoursColumns(text: Messages): Column<HoursRow>[] {
  const { headings, states } = text.training;
  const secondary = true;
  return [
    ...workerColumns<HoursRow>(text, (row) => row),
    { key: 'level', heading: headings.level, kind: 'text', value: ({ level }) => level, secondary },
    { key: 'from', heading: headings.from, kind: 'text', value: ({ term }) => term.from, secondary },
    { key: 'until', heading: headings.until, kind: 'text', value: ({ term }) => term.until },
    { key: 'hours', heading: headings.hours, kind: 'number', value: ({ hours }) => inHours(hours) },
    { key: 'degree', heading: headings.degree, kind: 'flag', value: ({ degree }) => degree, secondary },
    {
      key: 'needed',
      heading: headings.needed,
      kind: 'number',
      value: ({ needed }) => inHours(needed),
      secondary,
    },
    { key: 'missing', heading: headings.missing, kind: 'number', value: ({ missing }) => inHours(missing) },
    { key: 'monthsLeft', heading: headings.monthsLeft, kind: 'number', value: (row) => row.monthsLeft },
    {
      key: 'state',
      heading: headings.state,
      kind: 'text',
      value: ({ state }) => state,
      text: ({ state }) => states[state],
    },
  ];
}

function rotationColumns({ training, worker }: Messages, rotation: Rotation | null): Column<RotationRow>[] {
  const { headings } = training;
  return [
    { key: 'district', heading: worker.headings.district, kind: 'free', value: (row) => row.district },
    { key: 'township', heading: worker.headings.township, kind: 'free', value: (row) => row.township },
    { key: 'unit', heading: worker.headings.unit, kind: 'free', value: (row) => row.unit },
    { key: 'staff', heading: headings.staff, kind: 'number', value: (row) => row.staff },
    { key: 'trained', heading: headings.trained, kind: 'number', value: (row) => row.trained },
    { key: 'byAcademy', heading: '', kind: 'json', value: (row) => row.byAcademy },
    ...(rotation?.academies ?? []).map(
      (name): Column<RotationRow> => ({
        key: name,
        heading: name,
        kind: 'number',
        paperOnly: true,
        value: (row) => row.byAcademy[name] ?? 0,
      }),
    ),
    { key: 'elsewhere', heading: headings.elsewhere, kind: 'number', value: (row) => row.elsewhere },
  ];
}

function yearlyColumns(text: Messages): Column<YearlyRow>[] {
  const { headings, yearlyStates } = text.training;
  return [
    ...workerColumns<YearlyRow>(text, (row) => row),
    { key: 'category', heading: text.worker.headings.category, kind: 'text', value: (row) => row.category },
    { key: 'title', heading: headings.title, kind: 'free', value: ({ title }) => title },
    { key: 'hours', heading: headings.ofYear, kind: 'number', value: ({ hours }) => inHours(hours) },
    { key: 'last', heading: headings.last, kind: 'text', value: ({ last }) => last },
    {
      key: 'state',
      heading: headings.state,
      kind: 'text',
      value: ({ state }) => state,
      text: ({ state }) => yearlyStates[state],
    },
  ];
}

function counts({ rows }: HoursCheck) {
  const count = (state: HoursState) => rows.filter((row) => row.state === state).length;
  return { met: count('met'), onPace: count('on-pace'), behind: count('behind'), short: count('short') };
}

function yearlyCounts({ rows }: YearlyCheck) {
  const count = (state: YearlyRow['state']) => rows.filter((row) => row.state === state).length;
  return { staff: rows.length, trained: count('trained'), overdue: count('overdue') };
}

function totalsOf({ hours, rotation, yearly }: TrainingInput): Record<string, unknown> {
  const { rows, withoutTerm, notAsked } = hours;
  return {
    people: rows.length,
    ...counts(hours),
    withoutTerm,
    notAsked,
    rotation: rotation?.totals ?? null,
    yearly: yearly ? yearlyCounts(yearly) : null,
  };
}

function summaryOf(text: Messages, on: Day, { hours, rotation, yearly }: TrainingInput): string[] {
  const { training: words, shell } = text;
  const { met, onPace, behind, short } = counts(hours);
  const { rows, withoutTerm, notAsked } = hours;
  const lines = [
    rows.length === 0 ? words.noTerms(on) : words.hours(on, rows.length, met, onPace, behind, short),
  ];
  if (withoutTerm > 0) lines.push(words.withoutTerm(withoutTerm));
  if (notAsked > 0) lines.push(words.notAsked(notAsked));
  if (rotation === null) lines.push(words.unset(words.parts.rotation));
  else if (rotation.totals.staff > 0) {
    const { staff, trained, elsewhere, byAcademy } = rotation.totals;
    lines.push(words.rotation(staff, trained, elsewhere));
    const each = rotation.academies.map((name) => words.academy(name, byAcademy[name] ?? 0));
    lines.push(each.join(shell.listSeparator));
  }
  if (yearly === null) lines.push(words.unset(words.parts.yearly));
  else if (yearly.rows.length > 0) {
    const { staff, trained, overdue } = yearlyCounts(yearly);
    lines.push(words.yearly(on.slice(0, 4), staff, trained, overdue));
  }
  return lines;
}
