import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { awardListReport, educationBenefitReport } from '../../reports/award-report.js';
import type { AskedArea } from '../../tasks/area.js';
import { listEducationBenefits, listRegisterAwards, unclearTitles } from '../../tasks/list-awards.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { onePerson } from '../one-person.js';
import { districtOption, knownAtOption, onOption, townshipOption, yearOf } from '../options.js';

interface AwardOptions extends AskedArea {
  on?: Day;
  title?: string;
  year?: string;
}

/** `award list` and `award benefits`. 三(六)2 */
export function registerAward(program: Command, cli: Cli): void {
  const { text } = cli;
  const { descriptions, options, examples } = text.awards;
  const award = program.command('award').description(text.shell.groups.award);
  const command = (name: 'list' | 'benefits') =>
    award
      .command(name)
      .description(descriptions[name])
      .addOption(onOption(text))
      .addOption(knownAtOption(text))
      .addOption(districtOption(text))
      .addOption(townshipOption(text));

  const list = command('list')
    .argument(`[${text.worker.who}]`, options.who)
    .option(`--title <${options.titlePlaceholder}>`, options.title)
    .option(`--year <${options.yearPlaceholder}>`, options.year, yearOf('--year'))
    .action(async (who: string | undefined, { on, ...asked }: AwardOptions, command: Command) => {
      const day = on ?? cli.surroundings().today;
      const listed = (one: string | undefined) =>
        cli.withWorkspace(command, (workspace) =>
          listRegisterAwards(workspace, { ...asked, who: one, on: day }),
        );
      const answer = who === undefined ? listed(undefined) : await onePerson(cli, command, who, listed);
      cli.answer(command, awardListReport(text, day, answer));
    });
  addExamples(list, text, [
    ['shegong award list --year 2026', examples.year],
    ['shegong award list --title 领军人才 --district 锦江区', examples.title],
    ['shegong award list 王小芳', examples.who],
  ]);

  const benefits = command('benefits').action(({ on, ...area }: AwardOptions, command: Command) => {
    const day = on ?? cli.surroundings().today;
    const { rows, findings } = cli.withWorkspace(command, (workspace) => ({
      rows: listEducationBenefits(workspace, { ...area, on: day }),
      findings: unclearTitles(workspace, { ...area, on: day }),
    }));
    cli.answer(command, educationBenefitReport(text, day, rows, findings));
  });
  addExamples(benefits, text, [['shegong award benefits --on 2026-09-01', examples.benefits]]);
}
