import { type AreaOrder, compareText } from '../domain/area-order.js';
import { addMonths, type Day } from '../domain/day.js';
import type { FoundWorker } from '../domain/history.js';
import type { Answers, DueCounts, DueList, DuePerson, DueUnit } from './overview.js';
import type { SupervisorRow } from './supervisors.js';
import { hasLeft } from './worker-on-day.js';

/** Terms are told of as ending so long before; the document knows no such time, it only serves the reader. */
const SOON_MONTHS = 3;

/** Terms that hold on the day and end soon. */
export const endingTerms = (rows: readonly SupervisorRow[], on: Day): SupervisorRow[] => {
  const soon = addMonths(on, SOON_MONTHS);
  return rows.filter(
    ({ state, term, worker }) =>
      state === 'current' && term.until !== null && term.until <= soon && !hasLeft(worker),
  );
};

/** One thing that waits, where, and for whom. */
export type DueItem = DuePerson;

type Where = Pick<DuePerson, 'district' | 'township' | 'unit'>;

const whereOf = (place: FoundWorker['place']): Where => ({
  ...{ district: place?.district ?? '', township: place?.township ?? '', unit: place?.unit ?? '' },
});

/** Everything that waits for somebody still on post, list by list, in the order of the single commands. */
export function dueItems(answers: Answers, on: Day): DueItem[] {
  const { registrations, hours, complaints, supervisors } = answers;
  const ofWorker = (list: DueList, worker: FoundWorker, what: string, day: Day | null): DueItem => {
    const { name, idNumber } = worker.person;
    return { list, person: { name, idNumber }, what, ...whereOf(worker.place), day };
  };
  const terms = (list: DueList, rows: readonly SupervisorRow[]) =>
    rows.map(({ worker, term }) => ofWorker(list, worker, term.level, term.until));
  return [
    ...(registrations.value?.rows ?? [])
      .filter((row) => !hasLeft(row))
      .map((row) => ofWorker(row.state, row, row.level, row.registeredUntil ?? row.deadline)),
    ...(hours.value?.rows ?? [])
      .filter((row) => row.state === 'short' && !hasLeft(row))
      .map((row) => ofWorker('hoursShort', row, row.level, row.term.until)),
    ...(complaints.value?.rows ?? [])
      .filter(({ state }) => state === 'overdue')
      .map(({ person, number, place, deadline }): DueItem => {
        const where = place && { ...place, unit: place.name };
        return {
          ...{ list: 'complaints', what: number, ...whereOf(where), day: deadline },
          person: person && { name: person.name, idNumber: person.idNumber },
        };
      }),
    ...terms(
      'termsOver',
      (supervisors.value?.rows ?? []).filter(({ state, worker }) => state === 'expired' && !hasLeft(worker)),
    ),
    ...terms('termsEnding', endingTerms(supervisors.value?.rows ?? [], on)),
  ];
}

/** No list has anything, as far as its part can answer. */
export function nothingDue({ registrations, hours, complaints, supervisors, network }: Answers): DueCounts {
  const zero = ({ lack }: { lack: unknown }) => (lack === null ? 0 : null);
  return {
    ...{ due: zero(registrations), expired: zero(registrations), never: zero(registrations) },
    ...{ hoursShort: zero(hours), complaints: zero(complaints) },
    ...{ termsOver: zero(supervisors), termsEnding: zero(supervisors), withoutStation: zero(network) },
  };
}

/** One more of a list; what cannot be answered stays so. */
export const countDue = (counts: DueCounts, list: keyof DueCounts): void => {
  const known = counts[list];
  if (known !== null) counts[list] = known + 1;
};

/** Units, and other places of work, in which something waits or is short, in the order of the areas. */
export function dueUnits(answers: Answers, items: readonly DueItem[], order: AreaOrder): DueUnit[] {
  const { quota, network } = answers;
  const found = new Map<string, DueUnit>();
  const at = ({ district, township, unit }: Where): DueUnit => {
    const key = JSON.stringify([district, township, unit]);
    const known = found.get(key);
    if (known) return known;
    const shortfall = quota.lack === null ? 0 : null;
    const created = { district, township, unit, ...nothingDue(answers), shortfall };
    found.set(key, created);
    return created;
  };
  for (const item of items) countDue(at(item), item.list);
  // where no post is established at all, nothing is imported yet: every unit lacks all of its posts
  const established = quota.value?.totals.established ?? 0;
  for (const { district, township, unit, shortfall } of established > 0 ? (quota.value?.rows ?? []) : [])
    if (shortfall !== null && shortfall > 0) at({ district, township, unit }).shortfall = shortfall;
  for (const { district, township, unit, covered } of network.value?.rows ?? [])
    if (!covered && district !== null && township !== null && unit !== null)
      countDue(at({ district, township, unit }), 'withoutStation');
  return [...found.values()].sort(
    (a, b) =>
      order.compareDistricts(a.district, b.district) ||
      order.compareTownships(a.district, a.township, b.township) ||
      compareText(a.unit, b.unit),
  );
}
