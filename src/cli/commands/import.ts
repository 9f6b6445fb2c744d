import { createHash } from 'node:crypto';
import { type Command, Option } from 'commander';
import type { Day } from '../../domain/day.js';
import type { ImportSummary, RejectsTable } from '../../domain/import-result.js';
import { UserError } from '../../domain/user-error.js';
import { renderCsv } from '../../reports/csv.js';
import { importReport, importSummary } from '../../reports/import-report.js';
import { rejectsReport } from '../../reports/rejects-report.js';
import type { CompleteAsked } from '../../tasks/complete-roster.js';
import { describeDataset } from '../../tasks/describe-dataset.js';
import { IMPORTABLE, type ImportableDataset, importDataset } from '../../tasks/import-dataset.js';
import { openFiles } from '../../tasks/open-files.js';
import type { Cli } from '../cli.js';
import { databaseFiles, requireCsvName } from '../global-options.js';
import { addExamples } from '../help.js';
import { dayOf } from '../options.js';
import { PRIVATE, requireAnother, type StagedFile, stageWhole } from '../output-file.js';
import { PLAIN } from '../shell.js';
import { registerBatches } from './import-batches.js';
import { addColumnOptions, type ColumnOptions, completeColumns, tellProfile } from './import-columns.js';
import { addColumnHelp, answerHelpOfDataset } from './import-help.js';
import { registerProfiles } from './import-profiles.js';
import { askingForSheets } from './import-sheets.js';
import { registerTemplate } from './import-template.js';

interface ImportOptions extends ColumnOptions {
  asOf?: Day;
  set: Map<string, string>;
  sheet?: string;
  complete?: boolean;
  closeMissing?: boolean;
  district?: string;
  township?: string;
  dryRun?: boolean;
  strict?: boolean;
  rejects?: string;
}

/** `shegong import DATASET FILE...`: each dataset is a command of its own, so that a wrong name is corrected. */
export function registerImport(program: Command, cli: Cli): void {
  const group = program.command('import').description(cli.text.shell.groups.import);
  for (const dataset of IMPORTABLE) registerDataset(group, cli, dataset);
  answerHelpOfDataset(group);
  registerTemplate(group, cli);
  registerBatches(group, cli);
  registerProfiles(group, cli);
}

function registerDataset(group: Command, cli: Cli, dataset: ImportableDataset): void {
  const words = cli.text.imports;
  const { options, examples } = words;
  const command = group
    .command(dataset)
    .description(words.dataset[dataset])
    .argument(`<${words.filePlaceholder}...>`, words.files)
    .addOption(
      new Option(`--as-of <${cli.text.shell.placeholders.day}>`, options.asOf).argParser(dayOf('--as-of')),
    )
    .addOption(
      new Option(`--set <${options.setPlaceholder}>`, options.set)
        .argParser(addGiven)
        .default(new Map<string, string>(), ''),
    )
    .option(`--sheet <${options.sheetPlaceholder}>`, options.sheet)
    .option('--dry-run', options.dryRun)
    .option('--strict', options.strict)
    .option(`--rejects <${cli.text.shell.placeholders.file}>`, options.rejects);
  addColumnOptions(command, cli);
  if (dataset === 'roster') {
    command
      .option('--complete', options.complete)
      .option('--close-missing', options.closeMissing)
      .option(`--district <${cli.text.shell.placeholders.district}>`, options.completeDistrict)
      .option(`--township <${cli.text.shell.placeholders.township}>`, options.completeTownship);
  }
  const about = describeDataset(dataset);
  const file = `${about.title}.csv`;
  addColumnHelp(command, cli.text, about);
  // units and establishments carry their own dates
  const asOf = dataset === 'roster' ? ' --as-of 2026-09-30' : '';
  addExamples(command, cli.text, [
    [`shegong import ${dataset} ${file}${asOf} --rejects 退回.csv`, examples.plain],
    [`shegong import ${dataset} ${file} --dry-run`, examples.dryRun],
    ...(about.hasArea
      ? [[`shegong import ${dataset} ${file} --set 区县=锦江区 --set 镇街=锦官驿街道`, examples.set] as const]
      : []),
  ]);
  command.action((files: string[], asked: ImportOptions) => runImport(cli, command, dataset, files, asked));
}

async function runImport(
  cli: Cli,
  command: Command,
  dataset: ImportableDataset,
  files: string[],
  asked: ImportOptions,
): Promise<void> {
  const { db, format, output, quiet, reveal } = cli.options(command);
  const rejects = asked.rejects === undefined ? null : cli.shell.path(asked.rejects);
  if (rejects !== null) requireCsvName('--rejects', rejects);
  const paths = files.map((file) => (file === '-' ? file : cli.shell.path(file)));
  if (output !== null) requireAnother('-o', output, paths);
  if (rejects !== null)
    requireAnother('--rejects', rejects, [
      ...paths,
      ...databaseFiles(db),
      ...(output === null ? [] : [output]),
    ]);
  const opened = await openFiles(paths);
  const dryRun = asked.dryRun === true;
  const { map, profile = null } = asked;
  const words = { given: asked.set, sheet: asked.sheet ?? null, map, profile };
  const { reading, columns } = await askingForSheets(
    cli,
    command,
    { dataset, files: paths, opened, ...words },
    async (reading) => ({
      reading,
      columns: await completeColumns(cli, command, asked, { ...reading, dryRun }),
    }),
  );
  let refused: StagedFile | null = null;
  const saveRejects = (file: string) => (table: RejectsTable) => {
    const { staged, sha256 } = stageRejects(cli, file, table);
    refused = staged;
    return sha256;
  };
  const result = keepingRejects(
    () => refused,
    () =>
      cli.withWorkspace(command, (workspace) =>
        importDataset(workspace, {
          ...reading,
          asOf: asked.asOf ?? null,
          ...columns,
          complete: completeness(asked),
          dryRun,
          strict: asked.strict === true,
          saveRejects: rejects === null ? null : saveRejects(rejects),
        }),
      ),
  );
  const summary: ImportSummary = { ...result, rejects: result.rejectsSaved ? (asked.rejects ?? null) : null };
  if (asked.dryRun || format === 'json' || format === 'ndjson' || output !== null) {
    cli.answer(command, importReport({ ...summary, rows: result.rows() }, cli.text, reveal));
  } else {
    cli.tellFindings(command, result.findings);
    if (!quiet) for (const line of importSummary(summary, cli.text)) cli.shell.tell(line);
  }
  if (!quiet && columns.saveProfile !== null)
    tellProfile(cli, dataset, columns.saveProfile, result.profileSaved);
}

/** What `--complete` and its kin ask for; null: nothing. Throws UserError `usage.missing-option`. */
function completeness({ complete, closeMissing, district, township }: ImportOptions): CompleteAsked | null {
  if (complete) return { area: { district, township }, close: closeMissing === true };
  if (closeMissing || district !== undefined || township !== undefined) {
    throw new UserError('usage.missing-option', { option: '--complete' });
  }
  return null;
}

/** Writes the refused rows beside their place; `sha256`: of the file, for the audit log. */
function stageRejects(cli: Cli, file: string, table: RejectsTable): { staged: StagedFile; sha256: string } {
  const reader = { text: cli.text, reveal: true, forFile: true, width: undefined, paint: PLAIN };
  const chunks = [...renderCsv(rejectsReport(table, cli.text), reader)];
  const staged = stageWhole(file, chunks, PRIVATE);
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return { staged, sha256: hash.digest('hex') };
}

/** No file with whole identity numbers takes its name unless the audit log knows of it. */
function keepingRejects<Result>(rejects: () => StagedFile | null, work: () => Result): Result {
  let result: Result;
  try {
    result = work();
  } catch (error) {
    rejects()?.drop();
    throw error;
  }
  rejects()?.keep();
  return result;
}

/** Reads `列=值`. Throws UserError `usage.bad-set`. */
function addGiven(value: string, given: Map<string, string>): Map<string, string> {
  const at = value.indexOf('=');
  if (at < 1 || at === value.length - 1) throw new UserError('usage.bad-set', { value });
  return new Map([...given, [value.slice(0, at).trim(), value.slice(at + 1).trim()]]);
}
