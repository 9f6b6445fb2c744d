import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { listReport } from '../../reports/list-report.js';
import { checkList } from '../../tasks/check-list.js';
import { openFiles } from '../../tasks/open-files.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { knownAtOption, onOption } from '../options.js';
import { requireAnother } from '../output-file.js';

/** `worker check FILE`. 三(二)2 */
export function registerCheck(worker: Command, cli: Cli): void {
  const { text } = cli;
  const { list: words } = text;
  const check = worker
    .command('check')
    .description(words.description)
    .argument(`<${words.filePlaceholder}>`, words.file)
    .addOption(onOption(text))
    .addOption(knownAtOption(text))
    .option(`--sheet <${words.sheetPlaceholder}>`, words.sheet)
    .action(async (asked: string, { on, sheet }: { on?: Day; sheet?: string }, command: Command) => {
      const day = on ?? cli.surroundings().today;
      const file = asked === '-' ? asked : cli.shell.path(asked);
      const { output } = cli.options(command);
      if (output !== null) requireAnother('-o', output, [file]);
      const opened = await openFiles([file]);
      const answer = cli.withWorkspace(command, (workspace) =>
        checkList(workspace, { file, opened, sheet: sheet ?? null, on: day }),
      );
      cli.answer(command, listReport(text, day, answer));
    });
  addExamples(check, text, [
    ['shegong worker check 评优名单.xlsx -o 核对结果.xlsx --format xlsx', words.examples.check],
    ['shegong worker check 评优名单.csv --on 2026-06-30', words.examples.on],
  ]);
}
