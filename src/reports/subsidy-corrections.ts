import type { Correction, PaperLine } from '../domain/closing.js';
import { maskNumber } from '../domain/mask.js';
import { formatYuan } from '../domain/money.js';
import { quarterOfMonth } from '../domain/quarter.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { Column } from './column.js';
import { causeText } from './correction-cause.js';
import {
  fenColumn,
  framed,
  numberColumn,
  numbered,
  type Paper,
  type PaperInput,
  peopleOn,
  placeColumns,
  rowUnder,
  textColumn,
} from './subsidy-papers.js';

/** A correction on the line that carries it. */
interface CorrectedMonth extends PaperLine {
  correction: Correction;
}

/**
 * 补发扣回明细: every earlier month that is settled anew, what was settled, what is due as known now, and why.
 * null where there is none. 三(六)1
 */
export function correctionsPaper(input: PaperInput): Paper | null {
  const lines = input.lines.filter(({ corrections }) => corrections.length > 0);
  if (lines.length === 0) return null;
  const rows = lines.flatMap((line) =>
    line.corrections.map((correction): CorrectedMonth => ({ ...line, correction })),
  );
  const columns = correctionColumns(input);
  const difference = rows.reduce((fen, { correction }) => fen + correction.amountFen, 0);
  return framed(input, 'corrections', {
    columns,
    lines: () => numbered(rows),
    rows: rows.length,
    people: peopleOn(lines),
    under: [
      rowUnder(columns, { number: words.sum, difference: formatYuan(difference) }),
      ...takenNote(input.lines),
    ],
    standards: false,
  });
}

/** What the recovery list takes back from these lines stands on no month. */
function takenNote(lines: readonly PaperLine[]): string[][] {
  const taking = lines.filter(({ taken }) => taken.length > 0);
  const fen = taking.flatMap(({ taken }) => taken).reduce((sum, { amountFen }) => sum + amountFen, 0);
  return fen === 0 ? [] : [[words.takenBack(peopleOn(taking), formatYuan(fen))]];
}

function correctionColumns(input: PaperInput): Column<CorrectedMonth & { number: number }>[] {
  const { columns } = words;
  type Row = CorrectedMonth & { number: number };
  return [
    numberColumn(),
    ...placeColumns<Row>(input),
    textColumn('idNumber', columns.idNumber, ({ person }) => maskNumber(person.idNumber)),
    textColumn('origin', columns.origin, ({ correction }) => quarterOfMonth(correction.month)),
    textColumn('month', columns.month, ({ correction: { month, reward } }) =>
      reward ? words.rewardMonth(month) : month,
    ),
    fenColumn('settled', columns.settled, ({ correction }) => correction.entitledFen - correction.amountFen),
    fenColumn('entitled', columns.entitled, ({ correction }) => correction.entitledFen),
    fenColumn('difference', columns.difference, ({ correction }) => correction.amountFen),
    { key: 'cause', heading: columns.cause, kind: 'free', value: ({ correction }) => causeText(correction) },
  ];
}
