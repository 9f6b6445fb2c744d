import { areaOrder } from '../domain/area-order.js';
import type { Correction, PaperPerson, Placement } from '../domain/closing.js';
import type { Unit } from '../domain/facts.js';
import { placementOrder, placing } from '../rules/subsidy-placement.js';
import { loadPeople } from '../store/register.js';
import type { AmendsByDistrict } from './find-corrections.js';
import type { Workspace } from './workspace.js';

/** Somebody with amends, placed where the amended month stood. */
export interface AmendedLine extends Placement {
  person: Pick<PaperPerson, 'id' | 'idNumber' | 'name'>;
  corrections: readonly Correction[];
}

/** People with amends, in order of place and number; named as the register knows them, else as their line does. */
export function amendedLines(
  { db }: Workspace,
  amends: AmendsByDistrict,
  units: readonly Unit[],
): AmendedLine[] {
  const amended = [...amends].flatMap(([district, people]) =>
    [...people].flatMap(([person, own]) => (own.corrections.length > 0 ? [{ district, person, own }] : [])),
  );
  if (amended.length === 0) return [];
  const known = new Map(
    loadPeople(db, { person: amended.map(({ person }) => person), parts: [] }).map((each) => [each.id, each]),
  );
  const placeOf = placing(units);
  const lines = amended.flatMap(({ district, person: id, own }): AmendedLine[] => {
    const person = known.get(id) ?? own.line?.person;
    if (!person) return [];
    const { township, unit, unitCode } = own.line ?? own.place ?? placeOf(own.months ?? []);
    return [{ district, township, unit, unitCode, person, corrections: own.corrections }];
  });
  const compare = placementOrder(areaOrder(units));
  return lines.sort((a, b) => compare(a, b) || (a.person.idNumber < b.person.idNumber ? -1 : 1));
}
