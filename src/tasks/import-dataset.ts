import type { OutcomeCounts } from '../domain/changes.js';
import type { Day } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import type { ImportedRow, RejectsTable } from '../domain/import-result.js';
import { countOutcomes } from '../intake/plan-result.js';
import { readSheet, type Sheet } from '../intake/sheet.js';
import { type EarlierImport, findEarlierImports } from '../store/files.js';
import { readingOf, type UnderstoodColumns, understandColumns, unusedMappings } from './column-words.js';
import { type CompleteAsked, missingPeople } from './complete-roster.js';
import { fileFindings, inOrder } from './import-findings.js';
import { importedRows } from './imported-rows.js';
import { IMPORTS, type ImportableDataset } from './imports.js';
import type { OpenedFiles } from './open-files.js';
import { isNews, recordImport, saveColumns } from './record-import.js';
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
    ...fileFindings(request, sources, today),
    ...read.flatMap((row) => row.findings),
    ...plan.findings,
    ...(absent?.findings ?? []),
  ];
  // A list of units or posts has its dates in its rows; a roster is a picture of one day.
  const speaksOfDay = request.dataset === 'roster';
  const refused = request.strict && counts.conflict + counts.rejected > 0;
  const write = !request.dryRun && !refused && (isNews(sources, plan, counts) || (absent?.closed ?? 0) > 0);
  const result: ImportResult = {
    batch: write ? recordImport(workspace, request, sources, plan, counts, absent) : null,
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

/** The day of all files; null when they differ. */
function commonDay(sources: readonly ImportSource[]): Day | null {
  const [first] = sources;
  return first && sources.every(({ asOf }) => asOf === first.asOf) ? first.asOf : null;
}
