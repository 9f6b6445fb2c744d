import { maskPersonal } from '../domain/mask.js';
import { type Fen, formatYuan } from '../domain/money.js';
import type { Quarter } from '../domain/quarter.js';
import type { Messages } from '../messages/messages.js';
import type { Report } from './column.js';

interface Row {
  openedIn: Quarter;
  returnedFen: Fen;
  balanceFen: Fen;
}

/** What money that a person returned was booked against. */
export function recoverReport(
  { closings, quarters }: Messages,
  recovered: {
    person: { name: string; idNumber: string };
    district: string;
    openings: readonly Row[];
    balanceFen: Fen;
  },
): Report<Row> {
  const { person, district, openings, balanceFen } = recovered;
  const { headings } = quarters;
  const returnedFen = openings.reduce((sum, row) => sum + row.returnedFen, 0);
  return {
    command: 'subsidy recover',
    columns: [
      { key: 'name', heading: closings.headings.name, kind: 'free', value: () => person.name },
      { key: 'idNumber', heading: closings.headings.idNumber, kind: 'digits', value: () => person.idNumber },
      { key: 'district', heading: closings.headings.district, kind: 'free', value: () => district },
      { key: 'openedIn', heading: headings.origin, kind: 'text', value: ({ openedIn }) => openedIn },
      { key: 'returnedFen', heading: headings.returned, kind: 'fen', value: (row) => row.returnedFen },
      { key: 'balanceFen', heading: headings.balance, kind: 'fen', value: (row) => row.balanceFen },
    ],
    rows: openings,
    totals: { returnedFen, balanceFen },
    findings: [],
    summary: [
      quarters.recover.done(
        maskPersonal(person.name),
        district,
        formatYuan(returnedFen),
        formatYuan(balanceFen),
      ),
    ],
  };
}
