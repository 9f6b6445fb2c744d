import type { Month } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { type Fen, formatYuan } from '../domain/money.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import type { CorrectionItem } from '../domain/reconciliation.js';
import type { RewardItem } from '../domain/reward.js';
import { REASONS } from '../domain/terms.js';
import type { Messages } from '../messages/messages.js';
import type { SubsidyText } from '../messages/subsidy-text.js';
import type { SubsidyLine } from '../rules/subsidy-lines.js';
import type { MonthResult } from '../rules/subsidy-result.js';
import type { StandardGroup } from '../rules/subsidy-standards.js';
import type { SubsidyTotals, UnpaidMonths } from '../rules/subsidy-totals.js';
import type { FilesByNumber } from './cause-words.js';
import type { Column, Report } from './column.js';
import { correctionSums, correctionValue } from './corrections-report.js';
import { rewardValue } from './reward-values.js';
import { monthOfLine } from './subsidy-month-of-line.js';
import { standardLines } from './subsidy-standards.js';

/** What `subsidy preview` found; amounts in fen. */
export interface PreviewInput {
  quarter: Quarter;
  /** The lines to show. */
  shown: readonly SubsidyLine[];
  /** The sum of what is paid, whichever lines are shown. */
  totals: SubsidyTotals;
  /** Months on post that are not paid, and how often for each reason. */
  unpaid: UnpaidMonths;
  findings: readonly Finding[];
  standards: readonly StandardGroup[];
  /** 补发 and 扣回 of earlier quarters that a close now would carry. */
  corrections: readonly CorrectionItem[];
  /** Rewards of awards given in the quarter. */
  rewards: readonly RewardItem[];
  files: FilesByNumber;
}

/** Somebody with months in the quarter, or with amends alone. */
interface PreviewRow extends Pick<SubsidyLine, 'district' | 'township' | 'unit' | 'months' | 'totalFen'> {
  person: { name: string; idNumber: string };
}

/**
 * The list of a quarter before anything is closed: a person each, with the three months. `withAmended`: people who
 * have amends of earlier quarters and nothing in this one stand below, for the eye. 三(六)1
 */
export function previewReport(
  text: Messages,
  input: PreviewInput,
  { reveal = false, withAmended = false }: { reveal?: boolean; withAmended?: boolean } = {},
): Report<PreviewRow> {
  return {
    command: 'subsidy preview',
    quarter: input.quarter,
    columns: [
      ...previewColumns(text.subsidy, monthsOf(input.quarter)),
      ...rewardColumn(text, input),
      ...amendColumn(text, input),
    ],
    rows: withAmended ? [...input.shown, ...amendedAlone(input)] : input.shown,
    totals: { ...input.totals, rewardFen: rewardSum(input.rewards) },
    findings: input.findings,
    summary: previewSummary(text, input),
    more: {
      rewards: input.rewards.map((each) => rewardValue(each, input.files, reveal)),
      corrections: input.corrections.map((each) => correctionValue(each, input.files, reveal)),
    },
  };
}

function amendedAlone({ shown, corrections }: PreviewInput): PreviewRow[] {
  const listed = new Set(shown.map(({ person }) => person.idNumber));
  const others = corrections.filter(({ idNumber }) => !listed.has(idNumber));
  return [...groupBy(others, ({ idNumber }) => idNumber).values()].flatMap(([first]) => {
    if (!first) return [];
    const { name, idNumber, district, township, unit } = first;
    return [{ person: { name, idNumber }, district, township, unit, months: [], totalFen: 0 }];
  });
}

const rewardSum = (rewards: readonly RewardItem[]): Fen =>
  rewards.reduce((sum, { reward }) => sum + reward.amountFen, 0);

/** For the eye, and only where there is one: what a person's rewards in the area come to. */
function rewardColumn(text: Messages, { rewards }: PreviewInput): Column<PreviewRow>[] {
  if (rewards.length === 0) return [];
  const byPerson = groupBy(rewards, ({ person }) => person.idNumber);
  return [
    {
      ...{ key: 'rewardFen', heading: text.rewards.heading, kind: 'fen', paperOnly: true },
      value: ({ person }) => {
        const own = byPerson.get(person.idNumber);
        return own ? rewardSum(own) : null;
      },
    },
  ];
}

/** On paper only, and only where there is something: what a close would pay a person beside the quarter, or take back. */
function amendColumn(text: Messages, { corrections }: PreviewInput): Column<PreviewRow>[] {
  if (corrections.length === 0) return [];
  const byPerson = groupBy(corrections, ({ idNumber }) => idNumber);
  return [
    {
      ...{ key: 'amendsFen', heading: text.quarters.preview.heading, kind: 'fen', paperOnly: true },
      value: ({ person }) => {
        const own = byPerson.get(person.idNumber);
        return own ? own.reduce((sum, { correction }) => sum + correction.amountFen, 0) : null;
      },
    },
  ];
}

function previewColumns(text: SubsidyText, months: readonly Month[]): Column<PreviewRow>[] {
  const { headings } = text.preview;
  return [
    { key: 'name', heading: headings.name, kind: 'free', value: ({ person }) => person.name },
    { key: 'idNumber', heading: headings.idNumber, kind: 'digits', value: ({ person }) => person.idNumber },
    { key: 'district', heading: headings.district, kind: 'text', value: ({ district }) => district },
    { key: 'township', heading: headings.township, kind: 'text', value: ({ township }) => township },
    { key: 'unit', heading: headings.unit, kind: 'free', value: ({ unit }) => unit },
    ...months.map((month, index): Column<PreviewRow> => {
      const cell = (line: PreviewRow) => monthCell(text, monthOfLine(line, month, index));
      return { key: month, heading: text.month(month), kind: 'text', value: cell, paperOnly: true };
    }),
    { key: 'totalFen', heading: headings.total, kind: 'fen', value: ({ totalFen }) => totalFen },
    { key: 'months', heading: '', kind: 'json', value: ({ months: own }) => own.map(monthValue) },
  ];
}

/** `200.00`, or in words why not. Empty for a month that another district judged. */
function monthCell(text: SubsidyText, month: MonthResult | undefined): string {
  if (month === undefined) return '';
  if (month.paid) return formatYuan(month.amountFen);
  if (month.post === null && month.decided) return text.preview.noPost;
  const reasons = month.reasons.map((reason) => text.reasons[reason]).join(text.preview.and);
  return month.decided ? reasons : text.preview.undecided(reasons);
}

const monthValue = ({ month, district, paid, decided, level, amountFen, reasons }: MonthResult) => ({
  month,
  district,
  paid,
  decided,
  level,
  amountFen,
  reasons,
});

function previewSummary(messages: Messages, input: PreviewInput): string[] {
  const { quarter, totals, unpaid, standards, corrections } = input;
  const { subsidy: text, quarters } = messages;
  const { preview } = text;
  const quarterName = text.quarter(quarter);
  if (standards.length === 0)
    return [preview.nobody(quarterName), ...rewardLine(messages, input), ...amendLine(quarters, corrections)];
  const amounts = Object.entries(totals.byDistrict).map(([district, fen]) => ({
    district,
    yuan: formatYuan(fen),
  }));
  const byReason = REASONS.flatMap((reason) => {
    const months = unpaid.byReason[reason];
    return months === undefined ? [] : [{ reason: text.reasons[reason], months }];
  });
  return [
    preview.totals(quarterName, totals.people, totals.personMonths, formatYuan(totals.totalFen)),
    ...(amounts.length > 0 ? [preview.byDistrict(amounts)] : []),
    ...(unpaid.months > 0 ? [preview.unpaid(unpaid.months, byReason)] : []),
    ...(unpaid.undecided > 0 ? [preview.undecidedMonths(unpaid.undecided)] : []),
    ...rewardLine(messages, input),
    ...amendLine(quarters, corrections),
    ...standardLines(text, standards),
  ];
}

function rewardLine({ rewards: words }: Messages, { rewards }: PreviewInput): string[] {
  if (rewards.length === 0) return [];
  const people = new Set(rewards.map(({ person }) => person.idNumber)).size;
  return [words.preview(people, formatYuan(rewardSum(rewards)))];
}

function amendLine({ preview }: Messages['quarters'], corrections: readonly CorrectionItem[]): string[] {
  if (corrections.length === 0) return [];
  const { people, arrearsFen, recoveredFen } = correctionSums(corrections);
  return [preview.corrections(people, formatYuan(arrearsFen), formatYuan(recoveredFen))];
}
