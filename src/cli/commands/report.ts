import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { overviewReport } from '../../reports/overview-report.js';
import type { AskedArea } from '../../tasks/area.js';
import { registerOverview } from '../../tasks/overview.js';
import { addAreaOptions } from '../area-question.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';

interface OverviewOptions extends AskedArea {
  on?: Day;
  knownAt?: Date;
  people?: boolean;
}

/** `report overview`: everything on one page, or its figures as rows. 二, 三 */
export function registerReport(program: Command, cli: Cli): void {
  const { text } = cli;
  const { description, options, formatRemark, examples } = text.overview;
  const report = program.command('report').description(text.shell.groups.report);

  const overview = addAreaOptions(report.command('overview').description(description), text)
    .option('--people', options.people)
    .addHelpText('after', `\n${formatRemark}`)
    .action(async ({ on, knownAt, people = false, ...area }: OverviewOptions, command: Command) => {
      const { page, reveal } = cli.options(command);
      const found = cli.withWorkspace(command, (workspace) =>
        registerOverview(workspace, {
          ...{ on: on ?? workspace.today, knownAt: knownAt ?? null },
          // rows are figures alone
          ...{ people: people && page, ...area },
        }),
      );
      const rows = overviewReport(text, found);
      if (!page) return cli.answer(command, rows);
      const [{ overviewPage }, { drawChart }] = await Promise.all([
        import('../../reports/overview-page.js'),
        import('../../reports/charts.js'),
      ]);
      cli.answerPage(command, rows, overviewPage(text, found, drawChart, reveal && people), {
        personal: people,
      });
    });
  addExamples(overview, text, [
    ['shegong report overview -o 概览.html', examples.page],
    [
      'shegong report overview --district 锦江区 --on 2026-09-30 --people -o 锦江区概览.html',
      examples.district,
    ],
    ['shegong report overview --format json > overview.json', examples.json],
  ]);
}
