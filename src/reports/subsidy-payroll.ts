import type { PaperLine } from '../domain/closing.js';
import { type Fen, formatYuan, inCapitals } from '../domain/money.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { Column } from './column.js';
import {
  addUpLines,
  fenColumn,
  framed,
  hasAmounts,
  hasRewards,
  levelsPaid,
  numberColumn,
  numbered,
  type Paper,
  type PaperInput,
  paidMonths,
  peopleOn,
  placeColumns,
  rowUnder,
  takenFrom,
  textColumn,
} from './subsidy-papers.js';

type NumberedLine = PaperLine & { number: number };

/**
 * 发放花名册: everybody to whom something is paid or from whom something is taken, with whole identity and card
 * numbers. 三(六)1
 */
export function payrollPaper(input: PaperInput): Paper {
  const lines = input.lines.filter(hasAmounts);
  const columns = payrollColumns(input);
  // what cannot be taken back stands on nobody's row
  const totals = addUpLines(input.lines);
  const sums = {
    number: words.sum,
    months: String(lines.reduce((sum, line) => sum + paidMonths(line), 0)),
    due: formatYuan(totals.dueFen),
    reward: formatYuan(totals.rewardFen),
    arrears: formatYuan(totals.arrearsFen),
    recovered: formatYuan(totals.recoveredFen),
    net: formatYuan(totals.totalFen),
  };
  return framed<NumberedLine>(input, 'payroll', {
    columns,
    lines: () => numbered(lines),
    rows: lines.length,
    people: peopleOn(lines),
    totals,
    under: [
      rowUnder(columns, sums),
      [words.sumInCapitals, inCapitals(totals.totalFen)],
      ...lines.flatMap(rewardNotes),
      ...carriedNote(input.lines),
      [...words.signatures],
    ],
  });
}

/** What each reward is for, and by which paper. 三(六)2 */
const rewardNotes = ({ person, rewards }: PaperLine): string[][] =>
  rewards.map(({ title, awardedOn, amountFen, citation }) => {
    const paper = citation ? words.text.standards.document(citation.document, citation.article) : '';
    return [words.rewardNote(person.name, title, awardedOn, formatYuan(amountFen), paper)];
  });

/** How many people's debts go to the recovery list, and how much. */
function carriedNote(lines: readonly PaperLine[]): string[][] {
  const owing = lines.filter(({ carriedFen }) => carriedFen > 0);
  if (owing.length === 0) return [];
  const owed = owing.reduce((sum, { carriedFen }) => sum + carriedFen, 0);
  return [[words.carried(peopleOn(owing), formatYuan(owed))]];
}

function payrollColumns(input: PaperInput): Column<NumberedLine>[] {
  const { columns } = words;
  return [
    numberColumn(),
    ...placeColumns<NumberedLine>(input),
    { key: 'idNumber', heading: columns.idNumber, kind: 'digits', value: ({ person }) => person.idNumber },
    textColumn('level', columns.level, levelsPaid),
    textColumn('registeredUntil', columns.registeredUntil, registeredUntil),
    textColumn('detail', columns.detail, detailOf),
    { key: 'months', heading: columns.months, kind: 'number', value: paidMonths },
    fenColumn('due', columns.quarterDue, ({ dueFen }) => dueFen),
    ...(hasRewards(input.lines)
      ? [fenColumn<NumberedLine>('reward', columns.reward, ({ rewardFen }) => rewardFen)]
      : []),
    fenColumn('arrears', columns.arrears, ({ arrearsFen }) => arrearsFen),
    fenColumn('recovered', columns.recovered, takenFrom),
    fenColumn('net', columns.net, ({ netFen }) => netFen),
    { key: 'bank', heading: columns.bank, kind: 'free', value: ({ person }) => person.bank },
    { key: 'account', heading: columns.account, kind: 'digits', value: ({ person }) => person.account },
    textColumn('signature', columns.signature, () => null),
  ];
}

/** Last day of the registration that the latest paid month rests on. */
function registeredUntil({ person, months }: PaperLine): string | null {
  // with one registration there is nothing to choose; the conditions are costly to ask for a whole city
  if (person.registrations.length === 1) return person.registrations[0]?.until ?? null;
  for (let index = months.length - 1; index >= 0; index--) {
    const month = months[index];
    if (!month?.paid) continue;
    for (const { code, found } of month.conditions) {
      if (code === 'registration') return found?.until ?? null;
    }
  }
  return null;
}

/** 200×1+400×2: yuan a month times months, in the order of the months. */
function detailOf({ months }: PaperLine): string {
  const runs: { fen: Fen; months: number }[] = [];
  for (const { paid, amountFen } of months) {
    if (!paid) continue;
    const last = runs.at(-1);
    if (last?.fen === amountFen) last.months++;
    else runs.push({ fen: amountFen, months: 1 });
  }
  return runs.map((run) => `${formatYuan(run.fen).replace(/\.00$/, '')}×${run.months}`).join('+');
}
