import type { FactChange, OutcomeCounts, RowPlan } from '../domain/changes.js';
import type { Day } from '../domain/day.js';
import type { Place } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import type { ImportedRow, RejectsTable } from '../domain/import-result.js';
import { quarterOf } from '../domain/quarter.js';
import { countOutcomes, type ImportPlan } from '../intake/plan-result.js';
import type { ReadRow } from '../intake/rows.js';
import { readSheet, type Sheet } from '../intake/sheet.js';
import { applyPlan } from '../store/apply-plan.js';
import { recordAudit } from '../store/audit.js';
import { type EarlierImport, findEarlierImports } from '../store/files.js';
import { readingOf, type UnderstoodColumns, understandColumns, unusedMappings } from './column-words.js';
import { type CompleteAsked, type MissingPeople, missingPeople } from './complete-roster.js';
import { fieldChanges } from './field-changes.js';
import { saveProfile } from './import-profiles.js';
import { importedFile } from './imported-file.js';
import { IMPORTS, type ImportableDataset } from './imports.js';
import type { OpenedFiles } from './open-files.js';
import { saveRejects } from './save-rejects.js';
import type { Workspace } from './workspace.js';

export { IMPORTABLE, type ImportableDataset } from './imports.js';

export interface ImportRequest {
  dataset: ImportableDataset;
  files: readonly string[];
  /** What `openFiles` made of them; a file that is not in it must be text. */
  opened?: OpenedFiles;
  /** Name or number of the worksheet: `--sheet`. */
  sheet?: string | null;
  /** The day the files speak of; null: the day of an earlier import of the same content, else today. */
  asOf: Day | null;
  /** Columns that the files lack: `--set`. */
  given: ReadonlyMap<string, string>;
  /** What headings mean: `--map`, and what was answered on a terminal. */
  map?: readonly (readonly [heading: string, column: string])[];
  /** The saved profile to read the files with: `--profile`. */
  profile?: string | null;
  /** The name under which to save what was said of the columns: `--save-profile`. */
  saveProfile?: string | null;
  /** The files list everybody in their area; only of a roster. */
  complete?: CompleteAsked | null;
  dryRun: boolean;
  strict: boolean;
  /** Writes the refused rows and returns the sha256 of the file; an exception stops the import. */
  saveRejects: ((table: RejectsTable) => string) | null;
}

export interface ImportResult {
  batch: number | null;
  counts: OutcomeCounts;
  asOf: Day | null;
  dryRun: boolean;
  /** What a complete roster says by what it leaves out; null: it was not said to be complete. */
  absent: { missing: number; closed: number } | null;
  refused: boolean;
  rejectsSaved: boolean;
  /** A profile was saved. */
  profileSaved: boolean;
  findings: readonly Finding[];
  /** Every row with the cells it changes; put together only when somebody looks. */
  rows: () => ImportedRow[];
}

/** One file of the command, with what is known of it. */
export interface ImportSource {
  sheet: Sheet;
  asOf: Day;
  /** How the bytes were read, beside what stands in them. */
  givenColumns: string;
  earlier: readonly EarlierImport[];
}

/**
 * Imports files of one dataset as one batch: reads them, plans every row against the register, then
 * writes all of it in one transaction or nothing. Throws UserError `file.*`, `usage.*`, `profile.*`,
 * `database.*` and BusyError.
 */
export function importDataset(workspace: Workspace, request: ImportRequest): ImportResult {
  const spec = IMPORTS[request.dataset];
  const { given, map = [], profile = null, sheet = null, opened } = request;
  const columns = understandColumns(workspace, spec.shape, { given, map, profile, sheet });
  const sheets = distinctNames(
    request.files.map((file) =>
      readSheet(file, spec.shape, {
        set: columns.given,
        map: columns.map,
        sheet: columns.sheet,
        opened: opened?.get(file),
      }),
    ),
    request.files,
  );
  const run = workspace.db.transaction(() => planAndApply(workspace, request, sheets, columns));
  // A dry run only reads; anything else holds the write lock from the first look to the last fact.
  return request.dryRun ? run.deferred() : run.immediate();
}

/** Files go by their names without folders, unless two of one command share one. */
function distinctNames(sheets: readonly Sheet[], paths: readonly string[]): Sheet[] {
  return sheets.map((sheet, index) => {
    const alone = sheets.filter(({ name }) => name === sheet.name).length === 1;
    const name = alone ? sheet.name : `${paths[index]}`;
    return { ...sheet, name, findings: sheet.findings.map((each) => ({ ...each, file: name })) };
  });
}

function planAndApply(
  workspace: Workspace,
  request: ImportRequest,
  sheets: readonly Sheet[],
  columns: UnderstoodColumns,
): ImportResult {
  const { db, today } = workspace;
  const sources = sheets.map((sheet): ImportSource => {
    const givenColumns = readingOf(IMPORTS[request.dataset].shape, sheet);
    const earlier = findEarlierImports(db, { dataset: request.dataset, sha256: sheet.sha256, givenColumns });
    return { sheet, givenColumns, earlier, asOf: request.asOf ?? earlier[0]?.asOf ?? today };
  });
  const prepared = IMPORTS[request.dataset].prepare(workspace, sources, request.asOf);
  const { read, plan, placeName } = prepared;
  const absent =
    request.complete && prepared.before
      ? missingPeople(request.complete, sources, { read, plan, placeName, ...prepared.before })
      : null;
  const skipped = sheets.reduce((sum, sheet) => sum + sheet.skipped, 0);
  const counts = countOutcomes(plan.rows, skipped);
  const findings = [
    ...unusedMappings(columns.map, sheets),
    ...allFindings(request, sources, today),
    ...read.flatMap((row) => row.findings),
    ...plan.findings,
    ...(absent?.findings ?? []),
  ];
  // A list of units or posts has its dates in its rows; a roster is a picture of one day.
  const speaksOfDay = request.dataset === 'roster';
  const refused = request.strict && counts.conflict + counts.rejected > 0;
  const write = !request.dryRun && !refused && (isNews(sources, plan, counts) || (absent?.closed ?? 0) > 0);
  const result: ImportResult = {
    batch: write ? apply(workspace, request, sources, plan, counts, absent) : null,
    counts,
    asOf: speaksOfDay ? commonDay(sources) : request.asOf,
    dryRun: request.dryRun,
    absent: absent && { missing: absent.missing, closed: absent.closed },
    refused,
    rejectsSaved: false,
    profileSaved: saveColumns(workspace, request, columns, refused),
    findings: inOrder(findings, sheets),
    rows: () => [...importedRows(sheets, read, plan.rows, placeName), ...(absent?.rows() ?? [])],
  };
  if (request.saveRejects === null || request.dryRun || counts.conflict + counts.rejected === 0)
    return result;
  saveRejects(workspace, request, request.saveRejects, sources, read, plan);
  return { ...result, rejectsSaved: true };
}

/**
 * Whether there is anything to remember: facts, or that these bytes spoke of this day, so that importing
 * them again on another day does not make them speak of that one.
 */
function isNews(sources: readonly ImportSource[], plan: ImportPlan, counts: OutcomeCounts): boolean {
  if (plan.rows.some(({ changes }) => changes.length > 0)) return true;
  return counts.same > 0 && sources.some(({ asOf, earlier }) => earlier.every((each) => each.asOf !== asOf));
}

/** The day of all files; null when they differ. */
function commonDay(sources: readonly ImportSource[]): Day | null {
  const [first] = sources;
  return first && sources.every(({ asOf }) => asOf === first.asOf) ? first.asOf : null;
}

function apply(
  { db, now, user }: Workspace,
  request: ImportRequest,
  sources: readonly ImportSource[],
  plan: ImportPlan,
  counts: OutcomeCounts,
  absent: MissingPeople | null,
): number {
  const files = sources.map(({ sheet, asOf, givenColumns }) => ({
    ...importedFile(sheet),
    asOf,
    givenColumns,
  }));
  const batch = applyPlan(db, {
    dataset: request.dataset,
    recordedAt: now.toISOString(),
    user,
    counts,
    files,
    rows: absent ? [...plan.rows, ...absent.plans] : plan.rows,
    newPeople: plan.newPeople,
    newUnits: plan.newUnits,
  });
  const details = {
    batch,
    dataset: request.dataset,
    counts,
    ...(absent && { missing: absent.missing, closed: absent.closed }),
    files: files.map(({ name, sha256 }) => ({ name, sha256 })),
  };
  recordAudit(db, { at: now, user, command: `import ${request.dataset}`, details });
  return batch;
}

/** Saves what was said of the columns, unless nothing is to be written; true when it was. */
function saveColumns(
  workspace: Workspace,
  { dataset, saveProfile: name, dryRun }: ImportRequest,
  { asProfile }: UnderstoodColumns,
  refused: boolean,
): boolean {
  if (name === undefined || name === null || dryRun || refused) return false;
  saveProfile(workspace, { dataset, name, profile: asProfile });
  return true;
}

/** What is to be said of the files themselves, before their rows. */
function allFindings(request: ImportRequest, sources: readonly ImportSource[], today: Day): Finding[] {
  return sources.flatMap(({ sheet, asOf, earlier }) => {
    const where = { file: sheet.name };
    const about = [...sheet.findings];
    const [first] = earlier;
    if (first && request.asOf === null) {
      const details = { batch: first.batch, asOf: request.dataset === 'roster' ? first.asOf : null };
      about.push(finding('file.known-before', 'info', '', details, where));
    }
    if (asOf > today) about.push(finding('import.future-as-of', 'warning', '', { asOf }, where));
    const speaksOfQuarter = ['services', 'role'].some(
      (field) => sheet.columns.has(field) || sheet.supplied.has(field),
    );
    if (request.dataset === 'roster' && speaksOfQuarter) {
      about.push(finding('import.quarter', 'info', '', { quarter: quarterOf(asOf), asOf }, where));
    }
    return about;
  });
}

/** By file as given, then by line; what concerns a whole file comes first. */
function inOrder(findings: readonly Finding[], sheets: readonly Sheet[]): Finding[] {
  const position = new Map(sheets.map(({ name }, index) => [name, index]));
  return findings
    .map((each) => ({ each, file: position.get(each.file ?? '') ?? -1, line: each.line ?? 0 }))
    .sort((a, b) => a.file - b.file || a.line - b.line)
    .map(({ each }) => each);
}

function importedRows(
  sheets: readonly Sheet[],
  read: readonly ReadRow<unknown>[],
  plans: readonly RowPlan[],
  placeName: (place: Place) => string,
): ImportedRow[] {
  return plans.map(({ file, line, outcome, changes }, index) => ({
    file: sheets[file]?.name ?? '',
    line,
    outcome,
    ...whoIsIt(read[index]?.row),
    changes: fieldChanges(changes as readonly FactChange[], placeName),
  }));
}

/** The person or unit of a row, by whatever the dataset has. */
function whoIsIt(row: unknown): Pick<ImportedRow, 'idNumber' | 'code' | 'name'> {
  const cells = (row ?? {}) as { idNumber?: string; code?: string; name?: string; title?: string };
  return {
    idNumber: cells.idNumber ?? null,
    code: cells.code ?? null,
    name: cells.name ?? cells.title ?? null,
  };
}
