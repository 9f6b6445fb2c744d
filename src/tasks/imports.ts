import { addDays, addYears, type Day } from '../domain/day.js';
import type { Place } from '../domain/facts.js';
import type { DatasetShape } from '../intake/dataset.js';
import { posts, readEstablishmentRows } from '../intake/datasets/posts.js';
import { readRosterRows, roster } from '../intake/datasets/roster.js';
import { readUnitRows, units } from '../intake/datasets/units.js';
import { planEstablishments } from '../intake/plan-establishments.js';
import type { ImportPlan } from '../intake/plan-result.js';
import { planRoster } from '../intake/plan-roster.js';
import { planUnits } from '../intake/plan-units.js';
import type { ReadingContext, ReadRow } from '../intake/rows.js';
import { createUnitFinder } from '../intake/unit-finder.js';
import { inForce } from '../policy/in-force.js';
import { titlesOn } from '../rules/titles.js';
import { loadFiles } from '../store/files.js';
import { loadEstablishments, loadPay, loadPeople, loadUnits } from '../store/register.js';
import type { ImportSource } from './import-dataset.js';
import { placeNames } from './place-names.js';
import type { Workspace } from './workspace.js';

/** The datasets that can be imported, in the order of the help. */
export const IMPORTABLE = ['roster', 'units', 'posts'] as const;
export type ImportableDataset = (typeof IMPORTABLE)[number];

/** The rows of all files of a command, read and planned against the register. */
interface PreparedImport {
  read: readonly ReadRow<unknown>[];
  plan: ImportPlan;
  placeName: (place: Place) => string;
}

interface ImportSpec {
  shape: DatasetShape;
  /** `asOf`: only what the user gave; each source has its own day. */
  prepare: (workspace: Workspace, sources: readonly ImportSource[], asOf: Day | null) => PreparedImport;
}

/** How each dataset comes in: its columns, and what its rows are planned against. */
export const IMPORTS: Readonly<Record<ImportableDataset, ImportSpec>> = {
  roster: {
    shape: roster,
    prepare: (workspace, sources) => {
      const { read, placeName } = readAll(workspace, sources, readRosterRows);
      const people = new Map(loadPeople(workspace.db).map((person) => [person.idNumber, person]));
      const pay = loadPay(workspace.db);
      const files = loadFiles(workspace.db);
      const asOfFile = (file: number) => files.get(file)?.asOf;
      const asOf = (file: number) => sourceOf(sources, file).asOf;
      return {
        read,
        placeName,
        plan: planRoster(read, { people, pay, asOf, asOfFile, placeName, ...common(sources) }),
      };
    },
  },
  units: {
    shape: units,
    prepare: (workspace, sources, asOf) => {
      const { read, placeName, known } = readAll(workspace, sources, readUnitRows);
      const knowledge = { units: known, changesFrom: asOf, confirms: true, ...common(sources) };
      return { read, placeName, plan: planUnits(read, knowledge) };
    },
  },
  posts: {
    shape: posts,
    prepare: (workspace, sources) => {
      const { read, placeName } = readAll(workspace, sources, readEstablishmentRows);
      const establishments = loadEstablishments(workspace.db);
      return {
        read,
        placeName,
        plan: planEstablishments(read, { establishments, placeName, ...common(sources) }),
      };
    },
  },
};

function readAll<Row>(
  workspace: Workspace,
  sources: readonly ImportSource[],
  readRows: (source: ImportSource['sheet'], file: number, context: ReadingContext) => ReadRow<Row>[],
) {
  const known = loadUnits(workspace.db);
  const finder = createUnitFinder(known);
  const read = sources.flatMap(({ sheet, asOf }, file) =>
    readRows(sheet, file, {
      units: finder,
      asOf,
      today: workspace.today,
      registrationUntil: (from) => lastDayOfTerm(workspace, from),
      titleProblem: titleJudge(workspace, asOf),
    }),
  );
  return { read, known, placeName: placeNames(known, workspace.today) };
}

/** Last day of a registration that begins on a day; null where no policy says how long a term is. */
function lastDayOfTerm({ policies }: Workspace, from: Day): Day | null {
  const term = inForce(policies, 'registration.term', null, from);
  return term ? addDays(addYears(from, term.value.years), -1) : null;
}

/** Tells titles that look professional and are none; where no policy maps titles, nothing is said of them. */
function titleJudge({ policies }: Workspace, on: Day): ReadingContext['titleProblem'] {
  if (!inForce(policies, 'grade.map', null, on)) return () => null;
  const titles = titlesOn(policies, on);
  return (title) => {
    const read = titles.read(title);
    return read.kind === 'unknown' ? read.nearest : null;
  };
}

const common = (sources: readonly ImportSource[]) => ({
  fileName: (file: number) => sourceOf(sources, file).sheet.name,
  heard: heardBefore(sources),
});

/**
 * Rows that an earlier import of the same bytes took, with the same day, say nothing new, whatever has
 * been corrected since. Rows that were refused then may come in now.
 */
function heardBefore(sources: readonly ImportSource[]): (file: number, line: number) => boolean {
  const earlier = sources.map(({ earlier: imports, asOf }) => imports.filter((each) => each.asOf === asOf));
  return (file, line) => earlier[file]?.some(({ refused }) => !refused.has(line)) ?? false;
}

function sourceOf(sources: readonly ImportSource[], file: number): ImportSource {
  const source = sources[file];
  if (!source) throw new RangeError(`no file ${file}`);
  return source;
}
