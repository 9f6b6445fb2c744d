import { addDays, addYears, type Day } from '../domain/day.js';
import type { Person, Place, Unit } from '../domain/facts.js';
import { unitsOverTime } from '../domain/units.js';
import type { ReadableDataset } from '../intake/column.js';
import { assessments } from '../intake/datasets/assessments.js';
import { awards } from '../intake/datasets/awards.js';
import { certificates } from '../intake/datasets/certificates.js';
import { complaints } from '../intake/datasets/complaints.js';
import { fund } from '../intake/datasets/fund.js';
import type { KeyedDataset } from '../intake/datasets/keyed-dataset.js';
import { payments } from '../intake/datasets/payments.js';
import { posts, readEstablishmentRows } from '../intake/datasets/posts.js';
import { projects } from '../intake/datasets/projects.js';
import { registrations } from '../intake/datasets/registrations.js';
import { readRosterRows, roster } from '../intake/datasets/roster.js';
import { services } from '../intake/datasets/services.js';
import { stations } from '../intake/datasets/stations.js';
import { supervisors } from '../intake/datasets/supervisors.js';
import { trainings } from '../intake/datasets/trainings.js';
import { readUnitRows, units } from '../intake/datasets/units.js';
import { mergerGaps } from '../intake/merger-gaps.js';
import { planEstablishments } from '../intake/plan-establishments.js';
import { planKeyed } from '../intake/plan-keyed.js';
import type { ImportPlan } from '../intake/plan-result.js';
import { planRoster } from '../intake/plan-roster.js';
import { planUnits } from '../intake/plan-units.js';
import type { ReadingContext, ReadRow } from '../intake/rows.js';
import { createUnitFinder } from '../intake/unit-finder.js';
import { inForce } from '../policy/in-force.js';
import { titlesOn } from '../rules/titles.js';
import { loadFiles } from '../store/files.js';
import { loadIdentities } from '../store/identities.js';
import { type KeyedKind, loadKnownFacts } from '../store/known-facts.js';
import { createEndsTold } from '../store/post-ends.js';
import { loadEstablishments, loadPay, loadPeople, loadUnits } from '../store/register.js';
import { endedWithPeople } from './ended-units.js';
import type { ImportSource } from './import-dataset.js';
import { certificateDoubt, type Judge, namesakeDoubt } from './import-judges.js';
import { underKeptNumbers } from './kept-numbers.js';
import { paymentJudge } from './match-payments.js';
import { mendedRows } from './mended-rows.js';
import { placeNames } from './place-names.js';
import type { Workspace } from './workspace.js';

/** The datasets that can be imported, in the order of the help. */
export const IMPORTABLE = [
  ...(['roster', 'units', 'posts', 'certificates', 'registrations', 'services', 'assessments'] as const),
  ...(['trainings', 'stations', 'supervisors', 'awards', 'complaints'] as const),
  ...(['payments', 'projects', 'fund'] as const),
] as const;
export type ImportableDataset = (typeof IMPORTABLE)[number];

/** The rows of all files of a command, read and planned against the register. */
interface PreparedImport {
  read: readonly ReadRow<unknown>[];
  plan: ImportPlan;
  placeName: (place: Place) => string;
  /** Of a roster: the register before its rows, for telling who is missing. */
  before?: { units: readonly Unit[]; people: readonly Person[] };
}

interface ImportSpec {
  shape: ReadableDataset;
  /** `asOf`: only what the user gave; each source has its own day. */
  prepare: (workspace: Workspace, sources: readonly ImportSource[], asOf: Day | null) => PreparedImport;
}

/** What a roster can change of a person; service records are many, and come in by themselves. */
const ROSTER_PARTS = ['contact', 'certificates', 'registrations', 'quarter-facts'] as const;

/** How each dataset comes in: its columns, and what its rows are planned against. */
export const IMPORTS: Readonly<Record<ImportableDataset, ImportSpec>> = {
  roster: {
    shape: roster,
    prepare: (workspace, sources) => {
      const { read, placeName, known } = readAll(workspace, sources, readRosterRows);
      const people = new Map(
        loadPeople(workspace.db, { parts: ROSTER_PARTS }).map((person) => [person.idNumber, person]),
      );
      const pay = loadPay(workspace.db);
      const files = loadFiles(workspace.db);
      const earlierFile = (file: number) => files.get(file);
      const asOf = (file: number) => sourceOf(sources, file).asOf;
      return {
        read,
        placeName,
        before: { units: known, people: [...people.values()] },
        plan: planRoster(read, {
          people,
          pay,
          asOf,
          earlierFile,
          endTold: createEndsTold(workspace.db),
          placeName,
          units: unitsOverTime(known),
          ...common(sources, read),
        }),
      };
    },
  },
  units: {
    shape: units,
    prepare: (workspace, sources, asOf) => {
      const { read, placeName, known } = readAll(workspace, sources, readUnitRows);
      const knowledge = { units: known, changesFrom: asOf, confirms: true, ...common(sources, read) };
      const plan = planUnits(read, knowledge);
      const ended = endedWithPeople(workspace, plan, known, knowledge.fileName);
      const gaps = mergerGaps(plan, known, knowledge.fileName);
      return { read, placeName, plan: { ...plan, findings: [...plan.findings, ...gaps, ...ended] } };
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
        plan: planEstablishments(read, { establishments, placeName, ...common(sources, read) }),
      };
    },
  },
  certificates: keyed(certificates, namesakeDoubt),
  registrations: keyed(registrations, certificateDoubt),
  services: keyed(services),
  assessments: keyed(assessments),
  trainings: keyed(trainings),
  stations: keyed(stations),
  supervisors: keyed(supervisors),
  awards: keyed(awards),
  complaints: keyed(complaints),
  payments: keyed(payments, paymentJudge),
  projects: keyed(projects),
  fund: keyed(fund),
};

/** A dataset whose facts are told apart by a key; `judge`: what the register has to say to its rows. */
function keyed<Kind extends KeyedKind>(
  dataset: KeyedDataset<Kind>,
  judge: Judge<Kind> = () => ({}),
): ImportSpec {
  const { shape, rules, readRows } = dataset;
  return {
    shape,
    prepare: (workspace, sources) => {
      const { db } = workspace;
      const { read, placeName } = readAll(workspace, sources, readRows);
      const identities = loadIdentities(db);
      const people = new Map(identities.map((identity) => [identity.idNumber, identity]));
      const known = loadKnownFacts(db, rules.fact as Kind);
      const files = loadFiles(db);
      const knowledge = {
        people,
        known,
        earlierName: (file: number) => files.get(file)?.name ?? '',
        mends: mendedRows(db, shape.name, sources),
        ...judge(db, identities),
        ...common(sources, read),
      };
      return { read, placeName, plan: planKeyed(read, rules, knowledge) };
    },
  };
}

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
  const fileName = (file: number) => sourceOf(sources, file).sheet.name;
  return {
    read: underKeptNumbers(workspace.db, read, fileName),
    known,
    placeName: placeNames(known, workspace.today),
  };
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

const common = (sources: readonly ImportSource[], read: readonly ReadRow<unknown>[]) => ({
  fileName: (file: number) => sourceOf(sources, file).sheet.name,
  heard: heardBefore(sources, read),
});

/**
 * Rows that an earlier import of the same bytes took, with the same day, say nothing new, whatever has
 * been corrected since. Rows that were refused then may come in now, and rows about whom an undo has touched.
 */
function heardBefore(
  sources: readonly ImportSource[],
  read: readonly ReadRow<unknown>[],
): (file: number, line: number) => boolean {
  const earlier = sources.map(({ earlier: imports, asOf }) => imports.filter((each) => each.asOf === asOf));
  const isDisturbed = earlier.some((imports) => imports.some(({ disturbed }) => disturbed.any));
  const subjects = new Map(
    (isDisturbed ? read : []).map((row) => [`${row.file} ${row.line}`, subjectOf(row)]),
  );
  return (file, line) => {
    const subject = subjects.get(`${file} ${line}`) ?? null;
    return (
      earlier[file]?.some(({ refused, disturbed }) => {
        const touched = disturbed.any && (subject === null || disturbed.subjects.has(subject));
        return !touched && !refused.has(line);
      }) ?? false
    );
  };
}

/** The identity number or the code of a unit that a row is about; null: it is about neither. */
function subjectOf({ row }: ReadRow<unknown>): string | null {
  const { idNumber, code } = (row ?? {}) as { idNumber?: string | null; code?: string };
  return idNumber ?? code ?? null;
}

function sourceOf(sources: readonly ImportSource[], file: number): ImportSource {
  const source = sources[file];
  if (!source) throw new RangeError(`no file ${file}`);
  return source;
}
