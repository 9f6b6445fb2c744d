import { type Command, Option } from 'commander';
import { profileReport } from '../../reports/profile-report.js';
import { IMPORTABLE, type ImportableDataset } from '../../tasks/import-dataset.js';
import { listProfiles, removeProfile } from '../../tasks/import-profiles.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { choiceOf } from '../options.js';
import { nameOf } from './import-columns.js';

/** `import profiles`: the saved mappings of columns, and the way to take one out of use. */
export function registerProfiles(group: Command, cli: Cli): void {
  const { text } = cli;
  const words = text.profiles;
  const command = group
    .command('profiles')
    .description(words.listDescription)
    .addOption(
      new Option(`--remove <${words.options.profilePlaceholder}>`, words.remove).argParser(
        nameOf('--remove'),
      ),
    )
    .addOption(
      new Option(`--dataset <${words.datasetPlaceholder}>`, words.dataset).argParser(
        choiceOf('--dataset', IMPORTABLE),
      ),
    )
    .action((asked: { remove?: string; dataset?: ImportableDataset }, self: Command) => {
      if (asked.remove !== undefined) remove(cli, self, asked.remove, asked.dataset ?? null);
      else list(cli, self, asked.dataset);
    });
  addExamples(command, text, [
    ['shegong import profiles', words.examples.list],
    ['shegong import profiles --remove 锦江区街道表', words.examples.remove],
  ]);
}

function list(cli: Cli, command: Command, dataset: ImportableDataset | undefined): void {
  const profiles = cli.withWorkspace(command, listProfiles);
  const shown = profiles.filter((profile) => dataset === undefined || profile.dataset === dataset);
  cli.answer(command, profileReport(shown, cli.text, cli.options(command).reveal));
}

function remove(cli: Cli, command: Command, name: string, dataset: ImportableDataset | null): void {
  const removed = cli.withWorkspace(command, (workspace) => removeProfile(workspace, dataset, name));
  if (!cli.options(command).quiet) cli.shell.tell(cli.text.profiles.removed(name, removed.dataset));
}
