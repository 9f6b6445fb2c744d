import { type Command, Option } from 'commander';
import type { Day } from '../../domain/day.js';
import {
  hoursReport,
  rotationReport,
  TRAINING_PARTS,
  type TrainingPart,
  yearlyReport,
} from '../../reports/training-report.js';
import type { AskedArea } from '../../tasks/area.js';
import { checkTraining } from '../../tasks/check-training.js';
import { addAreaOptions } from '../area-question.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { choiceOf, dayOf } from '../options.js';

interface TrainingOptions extends AskedArea {
  on?: Day;
  what?: TrainingPart;
  since?: Day;
}

/** `training check`. 三(一) */
export function registerTraining(program: Command, cli: Cli): void {
  const { text } = cli;
  const { description, options, parts, part, examples } = text.training;
  const choices = TRAINING_PARTS.map((name) => part(name, parts[name]));
  const group = program.command('training').description(text.shell.groups.training);
  const check = addAreaOptions(group.command('check').description(description), text)
    .addOption(
      new Option(`--what <${options.whatPlaceholder}>`, options.what(choices)).argParser(
        choiceOf('--what', TRAINING_PARTS),
      ),
    )
    .addOption(
      new Option(`--since <${text.shell.placeholders.day}>`, options.since).argParser(dayOf('--since')),
    )
    .action(({ on, what, since, ...area }: TrainingOptions, command: Command) => {
      const day = on ?? cli.surroundings().today;
      const answer = cli.withWorkspace(command, (workspace) =>
        checkTraining(workspace, day, {
          ...area,
          since: since ?? null,
          what: what === 'hours' ? undefined : what,
        }),
      );
      if (what === 'rotation') cli.answer(command, rotationReport(text, day, answer));
      else if (what === 'yearly') cli.answer(command, yearlyReport(text, day, answer));
      else cli.answer(command, hoursReport(text, day, answer));
    });
  addExamples(check, text, [
    ['shegong training check', examples.hours],
    ['shegong training check --what rotation --since 2026-01-01 --district 锦江区', examples.rotation],
    ['shegong training check --what yearly --on 2026-12-31', examples.yearly],
  ]);
}
