import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { quotaReport } from '../../reports/quota-report.js';
import type { AskedArea } from '../../tasks/area.js';
import { checkRegisterQuotas } from '../../tasks/check-quotas.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { districtOption, knownAtOption, onOption, townshipOption } from '../options.js';

/** `quota check`. 三(四)1 */
export function registerQuota(program: Command, cli: Cli): void {
  const { text } = cli;
  const quota = program.command('quota').description(text.shell.groups.quota);

  const check = quota
    .command('check')
    .description(text.quota.checkDescription)
    .addOption(onOption(text))
    .addOption(knownAtOption(text))
    .addOption(districtOption(text))
    .addOption(townshipOption(text))
    .action(({ on, ...area }: { on?: Day } & AskedArea, command: Command) => {
      const day = on ?? cli.surroundings().today;
      const answer = cli.withWorkspace(command, (workspace) => checkRegisterQuotas(workspace, day, area));
      cli.answer(command, quotaReport(text, day, answer));
    });
  const { examples } = text.quota;
  addExamples(check, text, [
    ['shegong quota check', examples.check],
    ['shegong quota check --district 锦江区 --on 2026-07-01', examples.district],
    ['shegong quota check --format json > quota.json', examples.json],
  ]);
}
