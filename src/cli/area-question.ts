import type { Command } from 'commander';
import type { Day } from '../domain/day.js';
import type { Messages } from '../messages/messages.js';
import type { Report } from '../reports/column.js';
import type { AskedArea } from '../tasks/area.js';
import type { Workspace } from '../tasks/workspace.js';
import type { Cli } from './cli.js';
import { districtOption, knownAtOption, onOption, townshipOption } from './options.js';

/** The options of a question about an area on a day: `--on`, `--known-at`, `--district`, `--township`. */
export const addAreaOptions = (command: Command, text: Messages): Command =>
  command
    .addOption(onOption(text))
    .addOption(knownAtOption(text))
    .addOption(districtOption(text))
    .addOption(townshipOption(text));

/** Makes a command a question about an area on a day, by default today, answered by one report. */
export function asksOfArea<Answer, Row>(
  command: Command,
  cli: Cli,
  ask: (workspace: Workspace, on: Day, area: AskedArea) => Answer,
  report: (text: Messages, on: Day, answer: Answer) => Report<Row>,
): Command {
  return addAreaOptions(command, cli.text).action(
    ({ on, ...area }: { on?: Day } & AskedArea, self: Command) => {
      const day = on ?? cli.surroundings().today;
      const answer = cli.withWorkspace(self, (workspace) => ask(workspace, day, area));
      cli.answer(self, report(cli.text, day, answer));
    },
  );
}
