import { isWithin } from '../domain/area.js';
import type { RowPlan } from '../domain/changes.js';
import type { Day } from '../domain/day.js';
import type { Person, Place, Unit } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import type { ImportedRow } from '../domain/import-result.js';
import { personSubject } from '../domain/subject.js';
import { UserError } from '../domain/user-error.js';
import { findMissing } from '../intake/plan-missing.js';
import type { ImportPlan } from '../intake/plan-result.js';
import type { ReadRow, UnitFinder } from '../intake/rows.js';
import { createUnitFinder } from '../intake/unit-finder.js';
import { placesOf } from '../rules/posts.js';
import { type AskedArea, resolveArea } from './area.js';
import { fieldChanges } from './field-changes.js';
import type { ImportSource } from './import-dataset.js';

/** `--complete`: the files list everybody in an area, by default in the townships that they name. */
export interface CompleteAsked {
  area: AskedArea;
  /** `--close-missing`: the open posts of those who are missing end the day before the roster. */
  close: boolean;
}

/** What a complete roster says by what it leaves out. */
export interface MissingPeople {
  /** People of the area whom the roster lacks. */
  missing: number;
  /** Posts that end for it. */
  closed: number;
  /** Not rows of the file, but written and taken back with them. */
  plans: readonly RowPlan[];
  rows: () => readonly ImportedRow[];
  findings: readonly Finding[];
}

/** What completeness is judged by: the rows as they were read, and the register before them. */
export interface RosterRead {
  read: readonly ReadRow<unknown>[];
  plan: ImportPlan;
  people: Iterable<Person>;
  units: readonly Unit[];
  placeName: (place: Place) => string;
}

/**
 * Reports everybody of the area who is missing from the files, and plans the end of their posts if asked.
 * Each is told of with the heading line of the first file that names the township. Throws UserError
 * `area.unknown`, and `import.close-refused` while a row of the area is rejected or in conflict.
 */
export function missingPeople(
  asked: CompleteAsked,
  sources: readonly ImportSource[],
  { read, plan, people, units, placeName }: RosterRead,
): MissingPeople {
  const asOf = latestDay(sources);
  const placeOf = placesWritten(sources, createUnitFinder(units));
  const area = areaOf(asked.area, units, { read, placeOf, asOf });
  if (asked.close) refuseWhileUnsure(area, sources, { read, plan, placeOf });
  const found = findMissing(people, { listed: listedIn(read, sources), asOf, isWithin: area.holds });
  const closings = asked.close ? found.filter(({ closing }) => closing !== null) : [];
  const fileOf = (place: Place) => area.fileOf(place);
  const lineOf = (file: number) => sources[file]?.sheet.headingLine ?? 1;
  const nameOf = (file: number) => sources[file]?.sheet.name ?? '';
  return {
    missing: new Set(found.map(({ person }) => person.id)).size,
    closed: closings.length,
    plans: closings.map(({ place, closing }) => ({
      file: fileOf(place),
      line: lineOf(fileOf(place)),
      outcome: 'changed',
      changes: closing === null ? [] : [closing],
    })),
    rows: () =>
      closings.map(({ person, place, closing }) => ({
        file: nameOf(fileOf(place)),
        line: lineOf(fileOf(place)),
        outcome: 'closed',
        idNumber: person.idNumber,
        code: null,
        name: person.name,
        changes: closing === null ? [] : fieldChanges([closing], placeName),
      })),
    findings: found.map(({ person, place, ended }) => {
      const details = { place: placeName(place), asOf, ended: asked.close ? ended : null };
      const where = { file: nameOf(fileOf(place)), line: lineOf(fileOf(place)) };
      return finding('person.missing', 'warning', personSubject(person), details, where);
    }),
  };
}

/** Several files are one picture: that of the last of their days. */
const latestDay = (sources: readonly ImportSource[]): Day =>
  sources
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1) as Day;

/** The area that the files are complete for. */
interface CompleteArea {
  holds(place: Place): boolean;
  /** The file that names the township of a place first. */
  fileOf(place: Place): number;
  /** For messages; empty: the townships of the files. */
  name: string;
}

function areaOf(
  asked: AskedArea,
  units: readonly Unit[],
  { read, placeOf, asOf }: { read: readonly ReadRow<unknown>[]; placeOf: PlaceOf; asOf: Day },
): CompleteArea {
  const places = placesOf(units);
  const keyOf = (place: Place) => {
    const { district, township } = places.on(place, asOf);
    return `${district}\n${township ?? ''}`;
  };
  const named = new Map<string, number>();
  for (const row of read) {
    const place = placeOf(row);
    if (place && !named.has(keyOf(place))) named.set(keyOf(place), row.file);
  }
  const fileOf = (place: Place) => named.get(keyOf(place)) ?? 0;
  if (asked.district === undefined && asked.township === undefined) {
    return { holds: (place) => named.has(keyOf(place)), fileOf, name: '' };
  }
  const area = resolveArea(units, asked);
  return {
    holds: (place) => isWithin(area, places.on(place, asOf)),
    fileOf,
    name: [area.district, area.township].filter(Boolean).join(' '),
  };
}

/** Whose numbers stand in the files; a row that is rejected for another cell lists its person all the same. */
function listedIn(read: readonly ReadRow<unknown>[], sources: readonly ImportSource[]): ReadonlySet<string> {
  const listed = new Set<string>();
  for (const { file, cells, row } of read) {
    const asRead = (row as { idNumber?: string } | null)?.idNumber;
    const asWritten = cells[sources[file]?.sheet.columns.get('idNumber') ?? -1] ?? '';
    listed.add(asRead ?? asWritten.normalize('NFKC').replace(/\s/g, '').toUpperCase());
  }
  return listed;
}

/** Where a row belongs, also one that is rejected, as far as its area can be read. */
type PlaceOf = (row: ReadRow<unknown>) => Place | null;

const placesWritten =
  (sources: readonly ImportSource[], finder: UnitFinder): PlaceOf =>
  (read) =>
    (read.row as { place?: Place } | null)?.place ?? placeAsWritten(read, sources, finder);

/** Nobody is taken off the register because their row has a slip in it. */
function refuseWhileUnsure(
  area: CompleteArea,
  sources: readonly ImportSource[],
  { read, plan, placeOf }: Pick<RosterRead, 'read' | 'plan'> & { placeOf: PlaceOf },
): void {
  const bad = read.filter((row, index) => {
    const outcome = plan.rows[index]?.outcome;
    if (outcome !== 'rejected' && outcome !== 'conflict') return false;
    const place = placeOf(row);
    // Where a row belongs that cannot be read is not sure: it may hide anybody.
    return place === null || area.holds(place);
  });
  if (bad.length === 0) return;
  const badRows = new Set(bad.map(({ file, line }) => `${sources[file]?.sheet.name} ${line}`));
  const about = [...bad.flatMap(({ findings }) => findings), ...plan.findings].filter(
    ({ severity, file, line }) => severity === 'error' && badRows.has(`${file} ${line}`),
  );
  throw new UserError('import.close-refused', { rows: bad.length, area: area.name }, about);
}

/** The unit that the area cells of a rejected row mean; null where they mean none. */
function placeAsWritten(
  { file, cells }: ReadRow<unknown>,
  sources: readonly ImportSource[],
  finder: UnitFinder,
): Place | null {
  const sheet = sources[file]?.sheet;
  const textOf = (field: string) =>
    (cells[sheet?.columns.get(field) ?? -1] ?? '').trim() || (sheet?.supplied.get(field) ?? '');
  const [code, district, township, name] = ['code', 'district', 'township', 'unit'].map(textOf);
  if (!code && !name) return null;
  const answer = finder.find({
    code: code ?? '',
    district: district ?? '',
    township: township ?? '',
    name: name ?? '',
    ...(sources[file] && { on: sources[file].asOf }),
  });
  return 'unit' in answer ? { unit: answer.unit.id, workplace: null, district: null, township: null } : null;
}
