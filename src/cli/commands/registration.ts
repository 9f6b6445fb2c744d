import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { registrationReport } from '../../reports/registration-report.js';
import type { AskedArea } from '../../tasks/area.js';
import { registrationsDue } from '../../tasks/registrations-due.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { districtOption, knownAtOption, onOption, townshipOption } from '../options.js';

/** `registration due`. 三(二)2 */
export function registerRegistration(program: Command, cli: Cli): void {
  const { text } = cli;
  const group = program.command('registration').description(text.shell.groups.registration);
  const due = group
    .command('due')
    .description(text.registration.description)
    .addOption(onOption(text))
    .addOption(knownAtOption(text))
    .addOption(districtOption(text))
    .addOption(townshipOption(text))
    .action(({ on, ...area }: { on?: Day } & AskedArea, command: Command) => {
      const day = on ?? cli.surroundings().today;
      const answer = cli.withWorkspace(command, (workspace) => registrationsDue(workspace, day, area));
      cli.answer(command, registrationReport(text, day, answer));
    });
  const { examples } = text.registration;
  addExamples(due, text, [
    ['shegong registration due', examples.due],
    ['shegong registration due --district 锦江区 --on 2026-09-30 -o 登记到期.csv', examples.district],
    ['shegong registration due --on 2026-09-30 --known-at 2026-09-30', examples.known],
  ]);
}
