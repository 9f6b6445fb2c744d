import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { labourReport, payReport } from '../../reports/pay-report.js';
import type { AskedArea } from '../../tasks/area.js';
import { checkRegisterPay, registerLabour } from '../../tasks/check-pay.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { districtOption, knownAtOption, onOption, townshipOption } from '../options.js';

/** `pay check` and `pay labour`. 三(六)1 */
export function registerPay(program: Command, cli: Cli): void {
  const { text } = cli;
  const { descriptions, options, examples } = text.pay;
  const pay = program.command('pay').description(text.shell.groups.pay);
  const command = (name: 'check' | 'labour') =>
    pay
      .command(name)
      .description(descriptions[name])
      .addOption(onOption(text))
      .addOption(knownAtOption(text))
      .addOption(districtOption(text));

  const check = command('check')
    .addOption(townshipOption(text))
    .option('--all-posts', options.allPosts, false)
    .action((asked: AskedArea & { on?: Day; allPosts: boolean }, command: Command) => {
      const day = asked.on ?? cli.surroundings().today;
      const { labour, ...answer } = cli.withWorkspace(command, (workspace) =>
        checkRegisterPay(workspace, { ...asked, on: day }),
      );
      cli.answer(command, payReport(text, day, answer, labour));
    });
  addExamples(check, text, [
    ['shegong pay check', examples.check],
    ['shegong pay check --district 锦江区 --all-posts', examples.allPosts],
  ]);

  const labour = command('labour').action((asked: { on?: Day; district?: string }, command: Command) => {
    const day = asked.on ?? cli.surroundings().today;
    const answer = cli.withWorkspace(command, (workspace) =>
      registerLabour(workspace, { ...asked, on: day }),
    );
    cli.answer(command, labourReport(text, day, answer));
  });
  addExamples(labour, text, [['shegong pay labour --district 锦江区', examples.labour]]);
}
