import type { Command } from 'commander';
import type { Quarter } from '../../domain/quarter.js';
import { type ExplainView, explainReport } from '../../reports/subsidy-explain.js';
import { previewReport } from '../../reports/subsidy-preview.js';
import type { AskedArea } from '../../tasks/area.js';
import { explainSubsidy } from '../../tasks/explain-subsidy.js';
import { previewSubsidies } from '../../tasks/preview-subsidies.js';
import type { Cli, GlobalOptions } from '../cli.js';
import { addExamples } from '../help.js';
import { onePerson } from '../one-person.js';
import { districtOption, knownAtOption, quarterOf, townshipOption } from '../options.js';
import { registerMoves } from './subsidy-close.js';
import { registerExport } from './subsidy-export.js';
import { registerSimulate } from './subsidy-simulate.js';
import { registerStatus } from './subsidy-status.js';

/** `subsidy preview`, `subsidy explain` and `subsidy export`. 三(六)1 */
export function registerSubsidy(program: Command, cli: Cli): void {
  const subsidy = program.command('subsidy').description(cli.text.shell.groups.subsidy);
  registerPreview(subsidy, cli);
  registerExplain(subsidy, cli);
  registerSimulate(subsidy, cli);
  registerMoves(subsidy, cli);
  registerStatus(subsidy, cli);
  registerExport(subsidy, cli);
}

function registerPreview(subsidy: Command, cli: Cli): void {
  const { text } = cli;
  const { help } = text.subsidy;
  const preview = subsidy
    .command('preview')
    .description(help.descriptions.preview)
    .argument(`<${help.quarter}>`, help.about.quarter, quarterOf)
    .option('--all', help.options.all, false)
    .addOption(knownAtOption(text))
    .addOption(districtOption(text))
    .addOption(townshipOption(text))
    .action((quarter: Quarter, asked: AskedArea & { all: boolean }, command: Command) => {
      const preview = cli.withWorkspace(command, (workspace) => previewSubsidies(workspace, quarter, asked));
      const { format, reveal } = cli.options(command);
      const withAmended = asked.all && format !== 'json' && format !== 'ndjson';
      cli.answer(command, previewReport(text, preview, { reveal, withAmended }));
    });
  addExamples(preview, text, [
    ['shegong subsidy preview 2026Q3', help.examples.preview],
    ['shegong subsidy preview 2026Q3 --district 锦江区 --all -o 试算.csv', help.examples.previewAll],
  ]);
}

const VIEWS: Readonly<Record<GlobalOptions['format'], ExplainView>> = {
  table: 'sentences',
  csv: 'cells',
  xlsx: 'cells',
  json: 'months',
  ndjson: 'months',
};

function registerExplain(subsidy: Command, cli: Cli): void {
  const { text } = cli;
  const { help } = text.subsidy;
  const explain = subsidy
    .command('explain')
    .description(help.descriptions.explain)
    .argument(`<${help.quarter}>`, help.about.quarter, quarterOf)
    .argument(`<${help.who}>`, help.about.who)
    .addOption(knownAtOption(text))
    .action(async (quarter: Quarter, who: string, _options: object, command: Command) => {
      const { format, reveal } = cli.options(command);
      const explained = await onePerson(cli, command, who, (asked) =>
        cli.withWorkspace(command, (workspace) => explainSubsidy(workspace, quarter, asked)),
      );
      cli.answer(command, explainReport(text, explained, VIEWS[format], reveal));
    });
  addExamples(explain, text, [
    ['shegong subsidy explain 2026Q3 王小芳', help.examples.explain],
    ['shegong subsidy explain 2026Q3 "510104********1234" --format json', help.examples.explainJson],
  ]);
}
