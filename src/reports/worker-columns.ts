import type { FoundWorker } from '../domain/history.js';
import type { Messages } from '../messages/messages.js';
import type { Column } from './column.js';

/** Who and where: the first columns of every list of people as they are on a day. */
export function workerColumns<Row>(
  { worker: { headings } }: Messages,
  workerOf: (row: Row) => FoundWorker,
): Column<Row>[] {
  const place = (row: Row) => workerOf(row).place;
  const secondary = true;
  return [
    { key: 'name', heading: headings.name, kind: 'free', value: (row) => workerOf(row).person.name },
    {
      key: 'idNumber',
      heading: headings.idNumber,
      kind: 'digits',
      value: (row) => workerOf(row).person.idNumber,
    },
    {
      key: 'district',
      heading: headings.district,
      kind: 'free',
      value: (row) => place(row)?.district,
      secondary,
    },
    {
      key: 'township',
      heading: headings.township,
      kind: 'free',
      value: (row) => place(row)?.township,
      secondary,
    },
    { key: 'unit', heading: headings.unit, kind: 'free', value: (row) => place(row)?.unit },
  ];
}
