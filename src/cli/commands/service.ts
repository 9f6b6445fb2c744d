import { type Command, Option } from 'commander';
import type { Day } from '../../domain/day.js';
import { SERVICE_GROUPS, type ServiceGroup } from '../../domain/service-groups.js';
import { UserError } from '../../domain/user-error.js';
import { serviceReport } from '../../reports/service-report.js';
import type { AskedArea } from '../../tasks/area.js';
import { summarizeRegisterServices } from '../../tasks/summarize-services.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { choiceOf, dayOf, districtOption, knownAtOption, townshipOption } from '../options.js';

interface SummaryOptions extends AskedArea {
  from?: Day;
  on?: Day;
  by?: ServiceGroup;
}

/** `service summary`. 三(三)1 */
export function registerService(program: Command, cli: Cli): void {
  const { text } = cli;
  const { services: words } = text;
  const { day } = text.shell.placeholders;
  const service = program.command('service').description(text.shell.groups.service);
  const choices = SERVICE_GROUPS.map((group) => words.choice(group, words.groups[group]));

  const summary = service
    .command('summary')
    .description(words.description)
    .option(`--by <${words.byPlaceholder}>`, words.by(choices), choiceOf('--by', SERVICE_GROUPS))
    .addOption(new Option(`--from <${day}>`, words.from).argParser(dayOf('--from')))
    .addOption(new Option(`--on <${day}>`, words.until).argParser(dayOf('--on')))
    .addOption(knownAtOption(text))
    .addOption(districtOption(text))
    .addOption(townshipOption(text))
    .action(({ from, on, by = 'field', ...area }: SummaryOptions, command: Command) => {
      const until = on ?? cli.surroundings().today;
      const first = from ?? (`${until.slice(0, 4)}-01-01` as Day);
      if (first > until) throw new UserError('service.from-after-on', { from: first, on: until });
      const found = cli.withWorkspace(command, (workspace) =>
        summarizeRegisterServices(workspace, { ...area, from: first, until, by }),
      );
      cli.answer(command, serviceReport(text, until, by, found));
    });
  addExamples(summary, text, [
    ['shegong service summary', words.examples.year],
    ['shegong service summary --by unit --from 2026-07-01 --on 2026-09-30', words.examples.quarter],
    ['shegong service summary --by worker --district 锦江区 -o 服务记录.csv', words.examples.workers],
  ]);
}
