import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { networkReport } from '../../reports/network-report.js';
import type { AskedArea } from '../../tasks/area.js';
import { checkRegisterNetwork } from '../../tasks/check-network.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { districtOption, knownAtOption, onOption, townshipOption } from '../options.js';

/** `network check`. 三(三)1 */
export function registerNetwork(program: Command, cli: Cli): void {
  const { text } = cli;
  const network = program.command('network').description(text.shell.groups.network);

  const check = network
    .command('check')
    .description(text.network.checkDescription)
    .addOption(onOption(text))
    .addOption(knownAtOption(text))
    .addOption(districtOption(text))
    .addOption(townshipOption(text))
    .action(({ on, ...area }: { on?: Day } & AskedArea, command: Command) => {
      const day = on ?? cli.surroundings().today;
      const answer = cli.withWorkspace(command, (workspace) => checkRegisterNetwork(workspace, day, area));
      cli.answer(command, networkReport(text, day, answer));
    });
  const { examples } = text.network;
  addExamples(check, text, [
    ['shegong network check', examples.check],
    ['shegong network check --district 锦江区 --on 2026-07-01 -o 四级网络.csv', examples.district],
    ['shegong network check --format json > network.json', examples.json],
  ]);
}
