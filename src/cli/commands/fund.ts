import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { FUND_LEVELS, type FundLevel } from '../../domain/terms.js';
import { fundReport } from '../../reports/fund-report.js';
import { showRegisterFund } from '../../tasks/show-fund.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { choiceOf, knownAtOption, onOption } from '../options.js';

/** `fund show`. 三(六)3 */
export function registerFund(program: Command, cli: Cli): void {
  const { text } = cli;
  const { descriptions, options, examples } = text.fund;
  const show = program
    .command('fund')
    .description(text.shell.groups.fund)
    .command('show')
    .description(descriptions.show)
    .addOption(onOption(text))
    .addOption(knownAtOption(text))
    .option(
      `--level <${options.levelPlaceholder}>`,
      options.level(FUND_LEVELS),
      choiceOf('--level', FUND_LEVELS),
    )
    .action(({ on, level }: { on?: Day; level?: FundLevel }, command: Command) => {
      const day = on ?? cli.surroundings().today;
      const answer = cli.withWorkspace(command, (workspace) =>
        showRegisterFund(workspace, { on: day, level }),
      );
      cli.answer(command, fundReport(text, day, answer, cli.options(command).reveal));
    });
  addExamples(show, text, [
    ['shegong fund show', examples.show],
    ['shegong fund show --level 市 --on 2026-09-30', examples.level],
  ]);
}
