import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { policyCheckReport, policyShowReport } from '../../reports/policy-report.js';
import { checkPolicy } from '../../tasks/check-policy.js';
import { showPolicy } from '../../tasks/show-policy.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { districtOption, onOption } from '../options.js';
import { registerGoals } from './policy-goals.js';

/** `policy show` and `policy check`, neither of which needs a database, and `policy goals`. */
export function registerPolicy(program: Command, cli: Cli): void {
  const { text } = cli;
  const { headings, examples, showDescription, showParameter, checkDescription } = text.policy;
  const policy = program.command('policy').description(text.shell.groups.policy);

  const show = policy
    .command('show')
    .description(showDescription)
    .argument(`[${headings.parameter}]`, showParameter)
    .addOption(onOption(text))
    .addOption(districtOption(text))
    .action(
      (
        parameter: string | undefined,
        { on, district }: { on?: Day; district?: string },
        command: Command,
      ) => {
        const answer = cli.withPolicies(command, (workspace) =>
          showPolicy(workspace, { parameter, district, on: on ?? workspace.today }),
        );
        cli.answer(command, policyShowReport(text, answer));
      },
    );
  addExamples(show, text, [
    ['shegong policy show', examples.show],
    ['shegong policy show subsidy.rate --district 锦江区 --on 2026-08-01', examples.showOne],
  ]);

  const check = policy
    .command('check')
    .description(checkDescription)
    .addOption(onOption(text))
    .action(({ on }: { on?: Day }, command: Command) => {
      const answer = cli.withPolicies(command, (workspace) => checkPolicy(workspace, on ?? workspace.today), {
        evenUnsound: true,
      });
      cli.answer(command, policyCheckReport(text, answer));
    });
  addExamples(check, text, [
    ['shegong policy check', examples.check],
    ['shegong policy check --policies ./policies-2027 --format json', examples.checkOther],
  ]);
  registerGoals(policy, cli);
}
