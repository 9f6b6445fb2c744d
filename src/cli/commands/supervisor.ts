import { type Command, Option } from 'commander';
import type { Day } from '../../domain/day.js';
import { SUPERVISOR_LEVELS, type SupervisorLevel } from '../../domain/terms.js';
import { supervisorReport } from '../../reports/supervisor-report.js';
import type { AskedArea } from '../../tasks/area.js';
import { registerSupervisors } from '../../tasks/list-supervisors.js';
import { addAreaOptions } from '../area-question.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { choiceOf } from '../options.js';

/** `supervisor list`. 三(一)2 */
export function registerSupervisor(program: Command, cli: Cli): void {
  const { text } = cli;
  const { description, options, examples } = text.supervisor;
  const group = program.command('supervisor').description(text.shell.groups.supervisor);
  const list = addAreaOptions(group.command('list').description(description), text)
    .addOption(
      new Option(`--level <${options.levelPlaceholder}>`, options.level(SUPERVISOR_LEVELS)).argParser(
        choiceOf('--level', SUPERVISOR_LEVELS),
      ),
    )
    .action(({ on, level, ...area }: { on?: Day; level?: SupervisorLevel } & AskedArea, command: Command) => {
      const day = on ?? cli.surroundings().today;
      const answer = cli.withWorkspace(command, (workspace) =>
        registerSupervisors(workspace, day, { ...area, level: level ?? null }),
      );
      cli.answer(command, supervisorReport(text, day, answer));
    });
  addExamples(list, text, [
    ['shegong supervisor list', examples.list],
    ['shegong supervisor list --level 高级督导 --district 锦江区 --on 2026-09-30', examples.level],
  ]);
}
