import type { Command } from 'commander';
import { UserError } from '../../domain/user-error.js';
import { batchListReport, batchReport, undoReport } from '../../reports/batch-report.js';
import { listBatches, showBatch } from '../../tasks/batches.js';
import { undoImport } from '../../tasks/undo-import.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { knownAtOption } from '../options.js';

/** `import list`, `import show` and `import undo`: what came in, and the way back. */
export function registerBatches(group: Command, cli: Cli): void {
  const { text } = cli;
  const { descriptions, options, examples, placeholder, about } = text.batches;

  const list = group
    .command('list')
    .description(descriptions.list)
    .addOption(knownAtOption(text))
    .action((_options: object, command: Command) => {
      cli.answer(command, batchListReport(text, cli.withWorkspace(command, listBatches)));
    });
  addExamples(list, text, [
    ['shegong import list', examples.list],
    ['shegong import list --known-at 2026-09-30', examples.listKnownAt],
  ]);

  const show = group
    .command('show')
    .description(descriptions.show)
    .argument(`<${placeholder}>`, about, batchOf)
    .action((batch: number, _options: object, command: Command) => {
      const shown = cli.withWorkspace(command, (workspace) => showBatch(workspace, batch));
      cli.answer(command, batchReport(text, shown));
    });
  addExamples(show, text, [['shegong import show 3', examples.show]]);

  const undo = group
    .command('undo')
    .description(descriptions.undo)
    .argument(`<${placeholder}>`, about, batchOf)
    .option(`--by <${options.person}>`, options.by)
    .option('--dry-run', options.dryRun)
    .action((batch: number, asked: { by?: string; dryRun?: boolean }, command: Command) => {
      runUndo(cli, command, { batch, by: asked.by ?? null, dryRun: asked.dryRun === true });
    });
  addExamples(undo, text, [
    ['shegong import undo 3 --dry-run', examples.undoDryRun],
    ['shegong import undo 3 --by 李主任', examples.undo],
  ]);
}

function runUndo(
  cli: Cli,
  command: Command,
  request: { batch: number; by: string | null; dryRun: boolean },
): void {
  const { format, output, quiet } = cli.options(command);
  const result = cli.withWorkspace(command, (workspace) => undoImport(workspace, request));
  const report = undoReport(cli.text, result);
  if (request.dryRun || format === 'json' || format === 'ndjson' || output !== null) {
    cli.answer(command, report);
    return;
  }
  if (!quiet) for (const line of report.summary) cli.shell.tell(line);
}

/** Reads the number of a batch. Throws UserError `usage.bad-batch`. */
function batchOf(value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new UserError('usage.bad-batch', { value });
  return Number(value);
}
