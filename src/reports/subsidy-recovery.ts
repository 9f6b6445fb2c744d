import type { RecoveryItem } from '../domain/closing.js';
import { maskNumber } from '../domain/mask.js';
import { formatYuan } from '../domain/money.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { Column } from './column.js';
import {
  fenColumn,
  framed,
  numberColumn,
  numbered,
  type Paper,
  type PaperInput,
  rowUnder,
  textColumn,
} from './subsidy-papers.js';

type Row = RecoveryItem & { number: number };

/** 待追回名单: who owes the district something after this quarter, since when, and what is left. null: nobody. */
export function recoveryPaper(input: PaperInput): Paper | null {
  const { recoveries } = input;
  if (recoveries.length === 0) return null;
  const sum = (of: (item: RecoveryItem) => number) =>
    formatYuan(recoveries.reduce((fen, item) => fen + of(item), 0));
  return framed<Row>(input, 'recovery', {
    columns,
    lines: () => numbered(recoveries),
    rows: recoveries.length,
    people: new Set(recoveries.map(({ idNumber }) => idNumber)).size,
    under: [
      rowUnder(columns, {
        number: words.sum,
        opened: sum(({ openedFen }) => openedFen),
        taken: sum(({ takenFen }) => takenFen),
        balance: sum(({ balanceFen }) => balanceFen),
      }),
    ],
    standards: false,
  });
}

const columns: readonly Column<Row>[] = [
  numberColumn(),
  textColumn('district', words.columns.district, ({ district }) => district),
  { key: 'name', heading: words.columns.name, kind: 'free', value: ({ name }) => name },
  textColumn('idNumber', words.columns.idNumber, ({ idNumber }) => maskNumber(idNumber)),
  textColumn('openedIn', words.columns.openedIn, ({ quarter }) => quarter),
  fenColumn('opened', words.columns.opened, ({ openedFen }) => openedFen),
  fenColumn('taken', words.columns.taken, ({ takenFen }) => takenFen),
  fenColumn('balance', words.columns.balance, ({ balanceFen }) => balanceFen),
];
