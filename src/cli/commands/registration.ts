import type { Command } from 'commander';
import { registrationReport } from '../../reports/registration-report.js';
import { registrationsDue } from '../../tasks/registrations-due.js';
import { asksOfArea } from '../area-question.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';

/** `registration due`. 三(二)2 */
export function registerRegistration(program: Command, cli: Cli): void {
  const { text } = cli;
  const group = program.command('registration').description(text.shell.groups.registration);
  const due = asksOfArea(
    group.command('due').description(text.registration.description),
    cli,
    registrationsDue,
    registrationReport,
  );
  const { examples } = text.registration;
  addExamples(due, text, [
    ['shegong registration due', examples.due],
    ['shegong registration due --district 锦江区 --on 2026-09-30 -o 登记到期.csv', examples.district],
    ['shegong registration due --on 2026-09-30 --known-at 2026-09-30', examples.known],
  ]);
}
