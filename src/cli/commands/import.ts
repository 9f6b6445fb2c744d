import { createHash } from 'node:crypto';
import { type Command, Option } from 'commander';
import type { Day } from '../../domain/day.js';
import type { ImportSummary, RejectsTable } from '../../domain/import-result.js';
import { UserError } from '../../domain/user-error.js';
import { renderCsv } from '../../reports/csv.js';
import { importReport, importSummary } from '../../reports/import-report.js';
import { rejectsReport } from '../../reports/rejects-report.js';
import { IMPORTABLE, type ImportableDataset, importDataset } from '../../tasks/import-dataset.js';
import type { Cli } from '../cli.js';
import { databaseFiles } from '../global-options.js';
import { addExamples } from '../help.js';
import { dayOf } from '../options.js';
import { PRIVATE, requireAnother, writeWhole } from '../output-file.js';
import { PLAIN } from '../shell.js';

interface ImportOptions {
  asOf?: Day;
  set: Map<string, string>;
  dryRun?: boolean;
  strict?: boolean;
  rejects?: string;
}

/** `shegong import DATASET FILE...`: each dataset is a command of its own, so that a wrong name is corrected. */
export function registerImport(program: Command, cli: Cli): void {
  const group = program.command('import').description(cli.text.shell.groups.import);
  for (const dataset of IMPORTABLE) registerDataset(group, cli, dataset);
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
    .option('--dry-run', options.dryRun)
    .option('--strict', options.strict)
    .option(`--rejects <${cli.text.shell.placeholders.file}>`, options.rejects);
  const file = { roster: '花名册.csv', units: '村社区名录.csv', posts: '岗位设置表.csv' }[dataset];
  // units and establishments carry their own dates
  const asOf = dataset === 'roster' ? ' --as-of 2026-09-30' : '';
  addExamples(command, cli.text, [
    [`shegong import ${dataset} ${file}${asOf} --rejects 退回.csv`, examples.plain],
    [`shegong import ${dataset} ${file} --dry-run`, examples.dryRun],
    [`shegong import ${dataset} ${file} --set 区县=锦江区 --set 镇街=锦官驿街道`, examples.set],
  ]);
  command.action((files: string[], asked: ImportOptions) => runImport(cli, command, dataset, files, asked));
}

function runImport(
  cli: Cli,
  command: Command,
  dataset: ImportableDataset,
  files: string[],
  asked: ImportOptions,
): void {
  const { db, format, output, quiet, reveal } = cli.options(command);
  const rejects = asked.rejects === undefined ? null : cli.shell.path(asked.rejects);
  const paths = files.map((file) => (file === '-' ? file : cli.shell.path(file)));
  if (output !== null) requireAnother('-o', output, paths);
  if (rejects !== null)
    requireAnother('--rejects', rejects, [
      ...paths,
      ...databaseFiles(db),
      ...(output === null ? [] : [output]),
    ]);
  const result = cli.withWorkspace(command, (workspace) =>
    importDataset(workspace, {
      dataset,
      files: paths,
      asOf: asked.asOf ?? null,
      given: asked.set,
      dryRun: asked.dryRun === true,
      strict: asked.strict === true,
      saveRejects: rejects === null ? null : (table) => writeRejects(cli, rejects, table),
    }),
  );
  const summary: ImportSummary = { ...result, rejects: result.rejectsSaved ? (asked.rejects ?? null) : null };
  if (asked.dryRun || format === 'json' || format === 'ndjson' || output !== null) {
    cli.answer(command, importReport({ ...summary, rows: result.rows() }, cli.text, reveal));
    return;
  }
  cli.tellFindings(command, result.findings);
  if (!quiet) for (const line of importSummary(summary, cli.text)) cli.shell.tell(line);
}

/** Writes the refused rows; returns the sha256 of the file for the audit log. */
function writeRejects(cli: Cli, file: string, table: RejectsTable): string {
  const reader = { text: cli.text, reveal: true, forFile: true, width: undefined, paint: PLAIN };
  const chunks = [...renderCsv(rejectsReport(table, cli.text), reader)];
  writeWhole(file, chunks, PRIVATE);
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

/** Reads `列=值`. Throws UserError `usage.bad-set`. */
function addGiven(value: string, given: Map<string, string>): Map<string, string> {
  const at = value.indexOf('=');
  if (at < 1 || at === value.length - 1) throw new UserError('usage.bad-set', { value });
  return new Map([...given, [value.slice(0, at).trim(), value.slice(at + 1).trim()]]);
}
