import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { goalReport } from '../../reports/goal-report.js';
import { policyGoals } from '../../tasks/policy-goals.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { knownAtOption, onOption } from '../options.js';

/** `policy goals`: the one command of `policy` that needs a database. 二 */
export function registerGoals(policy: Command, cli: Cli): void {
  const { text } = cli;
  const { description, examples } = text.goals;
  const goals = policy
    .command('goals')
    .description(description)
    .addOption(onOption(text))
    .addOption(knownAtOption(text))
    .action(({ on }: { on?: Day }, command: Command) => {
      const day = on ?? cli.surroundings().today;
      const answer = cli.withWorkspace(command, (workspace) => policyGoals(workspace, day));
      cli.answer(command, goalReport(text, day, answer));
    });
  addExamples(goals, text, [
    ['shegong policy goals', examples.now],
    ['shegong policy goals --on 2023-12-31', examples.past],
  ]);
}
