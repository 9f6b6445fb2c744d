import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { complaintCheckReport, complaintListReport } from '../../reports/complaint-report.js';
import type { AskedArea } from '../../tasks/area.js';
import {
  COMPLAINT_CHOICES,
  type ComplaintChoice,
  checkOpenComplaints,
  checkRegisterComplaints,
} from '../../tasks/check-complaints.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { choiceOf, districtOption, knownAtOption, onOption, townshipOption } from '../options.js';

interface ListOptions extends AskedArea {
  on?: Day;
  category?: string;
  state?: ComplaintChoice;
}

/** `complaint list` and `complaint check`. 三(五) */
export function registerComplaint(program: Command, cli: Cli): void {
  const { text } = cli;
  const { descriptions, options, examples, choices } = text.complaints;
  const complaint = program.command('complaint').description(text.shell.groups.complaint);
  const command = (name: 'list' | 'check') =>
    complaint
      .command(name)
      .description(descriptions[name])
      .addOption(onOption(text))
      .addOption(knownAtOption(text))
      .addOption(districtOption(text))
      .addOption(townshipOption(text))
      .option(`--category <${options.categoryPlaceholder}>`, options.category);
  const ask = (command: Command, { on, ...asked }: ListOptions, answer: typeof checkRegisterComplaints) => {
    const day = on ?? cli.surroundings().today;
    return {
      day,
      check: cli.withWorkspace(command, (workspace) => answer(workspace, { ...asked, on: day })),
    };
  };

  const meanings = COMPLAINT_CHOICES.map((choice) => `${choice}${choices.is}${choices[choice]}`);
  const list = command('list')
    .option(
      `--state <${options.statePlaceholder}>`,
      options.state(meanings),
      choiceOf('--state', COMPLAINT_CHOICES),
    )
    .action((asked: ListOptions, command: Command) => {
      const { day, check } = ask(command, asked, checkRegisterComplaints);
      cli.answer(command, complaintListReport(text, day, check));
    });
  addExamples(list, text, [
    ['shegong complaint list', examples.list],
    ['shegong complaint list --state suspended --district 锦江区', examples.suspended],
  ]);

  const check = command('check').action((asked: ListOptions, command: Command) => {
    const { day, check } = ask(command, asked, checkOpenComplaints);
    cli.answer(command, complaintCheckReport(text, day, check));
  });
  addExamples(check, text, [
    ['shegong complaint check', examples.check],
    ['shegong complaint check --on 2026-09-30 --format json', examples.json],
  ]);
}
