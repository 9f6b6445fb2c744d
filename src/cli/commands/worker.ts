import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { WORKER_STATES, type WorkerState } from '../../domain/history.js';
import { LEVELS, type Level } from '../../domain/terms.js';
import { UserError } from '../../domain/user-error.js';
import { historyReport, workersReport } from '../../reports/worker-report.js';
import type { AskedArea } from '../../tasks/area.js';
import { findWorkers } from '../../tasks/find-workers.js';
import { personHistory } from '../../tasks/person-history.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { onePerson } from '../one-person.js';
import { choiceOf, dayOf, districtOption, knownAtOption, townshipOption } from '../options.js';
import { registerCheck } from './worker-check.js';
import { registerIdentity } from './worker-identity.js';

/** `worker`: people, the history of one of them, a list of them, and who they are. */
export function registerWorker(program: Command, cli: Cli): void {
  const worker = program.command('worker').description(cli.text.shell.groups.worker);
  registerFind(worker, cli);
  registerShow(worker, cli);
  registerCheck(worker, cli);
  registerIdentity(worker, cli);
}

interface FindOptions extends AskedArea {
  on?: Day;
  unit?: string;
  level?: Level;
  state: readonly WorkerState[];
}

function registerFind(worker: Command, cli: Cli): void {
  const { text } = cli;
  const { descriptions, options, examples, query, aboutQuery, states, stateChoice } = text.worker;
  const choices = WORKER_STATES.map((state) => stateChoice(state, states[state]));
  const find = worker
    .command('find')
    .description(descriptions.find)
    .argument(`[${query}]`, aboutQuery)
    .option(`--on <${text.shell.placeholders.day}>`, options.on, dayOf('--on'))
    .addOption(knownAtOption(text))
    .addOption(districtOption(text))
    .addOption(townshipOption(text))
    .option(`--unit <${options.unitPlaceholder}>`, options.unit)
    .option(`--level <${options.levelPlaceholder}>`, options.level(LEVELS), choiceOf('--level', LEVELS))
    .option(`--state <${options.statePlaceholder}>`, options.state(choices), statesOf)
    .action((asked: string | undefined, { on, state, ...found }: Partial<FindOptions>, command: Command) => {
      const day = on ?? cli.surroundings().today;
      const workers = cli.withWorkspace(command, (workspace) =>
        findWorkers(workspace, { ...found, query: asked, states: state ?? [], on: day }),
      );
      cli.answer(command, workersReport(text, day, workers));
    });
  addExamples(find, text, [
    ['shegong worker find 王小芳', examples.findName],
    ['shegong worker find 2115', examples.findTail],
    ['shegong worker find --district 锦江区 --level 中级 --state on-post,due', examples.findState],
  ]);
}

function registerShow(worker: Command, cli: Cli): void {
  const { text } = cli;
  const { descriptions, options, examples, who, aboutWho } = text.worker;
  const show = worker
    .command('show')
    .description(descriptions.show)
    .argument(`<${who}>`, aboutWho)
    .option(`--on <${text.shell.placeholders.day}>`, options.onShow, dayOf('--on'))
    .addOption(knownAtOption(text))
    .option('--all', options.all, false)
    .action(async (asked: string, { on, all }: { on?: Day; all: boolean }, command: Command) => {
      const { reveal } = cli.options(command);
      const history = await onePerson(cli, command, asked, (one) =>
        cli.withWorkspace(command, (workspace) => personHistory(workspace, one, { on: on ?? null, all })),
      );
      cli.answer(command, historyReport(text, { ...history, on: on ?? null, all }, reveal));
    });
  addExamples(show, text, [
    ['shegong worker show 王小芳 --all', examples.show],
    ['shegong worker show 王小芳 --on 2026-06-30 --known-at 2026-09-30', examples.showOn],
  ]);
}

/** Reads `--state on-post,due`. Throws UserError `usage.bad-choice`. */
function statesOf(value: string): readonly WorkerState[] {
  const asked = value
    .split(/[,，、]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (asked.length === 0)
    throw new UserError('usage.bad-choice', { option: '--state', value, choices: WORKER_STATES });
  return asked.map(choiceOf('--state', WORKER_STATES));
}
