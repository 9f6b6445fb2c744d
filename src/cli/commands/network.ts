import type { Command } from 'commander';
import { networkReport } from '../../reports/network-report.js';
import { checkRegisterNetwork } from '../../tasks/check-network.js';
import { asksOfArea } from '../area-question.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';

/** `network check`. 三(三)1 */
export function registerNetwork(program: Command, cli: Cli): void {
  const { text } = cli;
  const network = program.command('network').description(text.shell.groups.network);

  const check = asksOfArea(
    network.command('check').description(text.network.checkDescription),
    cli,
    checkRegisterNetwork,
    networkReport,
  );
  const { examples } = text.network;
  addExamples(check, text, [
    ['shegong network check', examples.check],
    ['shegong network check --district 锦江区 --on 2026-07-01 -o 四级网络.csv', examples.district],
    ['shegong network check --format json > network.json', examples.json],
  ]);
}
