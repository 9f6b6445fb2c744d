import type { Command } from 'commander';
import {
  type CertificateDrive,
  parseDrive,
  parsePeriod,
  parseRaise,
  type Raise,
  type SimulatedPeriod,
} from '../../domain/assumptions.js';
import { UserError } from '../../domain/user-error.js';
import { simulationPeopleReport } from '../../reports/simulation-people.js';
import { simulationReport } from '../../reports/subsidy-simulation.js';
import { type Assumptions, simulateSubsidies } from '../../tasks/simulate-subsidies.js';
import type { Cli, GlobalOptions } from '../cli.js';
import { addExamples } from '../help.js';
import { choiceOf, knownAtOption } from '../options.js';

interface SimulateOptions {
  withPolicies?: string;
  decidedOn?: NonNullable<Assumptions['decidedOn']>;
  raise: Raise[];
  drive: CertificateDrive[];
  people: boolean;
  district?: string;
  township?: string;
}

/** `subsidy simulate`: what another policy or another assumption would cost. Writes nothing. */
export function registerSimulate(subsidy: Command, cli: Cli): void {
  const { text, shell } = cli;
  const { simulation: words } = text;
  const { options: about, placeholders } = words;
  const { folder, district, township } = text.shell.placeholders;
  const simulate = subsidy
    .command('simulate')
    .description(words.description)
    .argument(`<${words.period}>`, words.about.period, periodOf)
    .option(`--with-policies <${folder}>`, about.withPolicies, folderOf)
    .option(`--decided-on <${placeholders.day}>`, about.decidedOn, decidedOnOf)
    .option(`--raise <${placeholders.raise}>`, about.raise, raisesOf, [])
    .option(`--drive <${placeholders.drive}>`, about.drive, drivesOf, [])
    .option('--people', about.people, false)
    .option(`--district <${district}>`, about.district)
    .option(`--township <${township}>`, about.township)
    .addOption(knownAtOption(text))
    .action((period: SimulatedPeriod, options: SimulateOptions, command: Command) => {
      const assumptions: Assumptions = {
        policies: options.withPolicies === undefined ? null : shell.path(options.withPolicies),
        decidedOn: options.decidedOn ?? null,
        raises: options.raise,
        drives: options.drive,
      };
      const found = cli.withWorkspace(command, (workspace) =>
        simulateSubsidies(workspace, period, assumptions, options),
      );
      if (options.people) cli.answer(command, simulationPeopleReport(text, found));
      else cli.answer(command, simulationReport(text, found, FOR_PEOPLE[cli.options(command).format]));
    });
  addExamples(simulate, text, [
    ['shegong subsidy simulate 2026Q3 --raise 10%', words.examples.raise],
    ['shegong subsidy simulate 2026 --drive 初级=中级 --district 锦江区 --people', words.examples.drive],
    ['shegong subsidy simulate 2026 --with-policies 草案 -o 对照.xlsx', words.examples.policies],
  ]);
}

/** Whom a format is for: people get subtotals, programs add up themselves. */
const FOR_PEOPLE: Readonly<Record<GlobalOptions['format'], boolean>> = {
  table: true,
  csv: true,
  xlsx: true,
  json: false,
  ndjson: false,
};

function periodOf(value: string): SimulatedPeriod {
  const period = parsePeriod(value);
  if (period === undefined) throw new UserError('usage.bad-quarter-or-year', { value });
  return period;
}

function folderOf(value: string): string {
  if (value === '') throw new UserError('usage.missing-value', { option: '--with-policies' });
  return value;
}

/** `first-day`, `last-day` or a day 1-28. */
function decidedOnOf(value: string): NonNullable<Assumptions['decidedOn']> {
  const number = /^(0?[1-9]|1\d|2[0-8])$/.test(value) ? Number(value) : undefined;
  return number ?? choiceOf('--decided-on', DAYS)(value);
}
const DAYS = ['first-day', 'last-day'] as const;

/** Several raises: given again, or with commas between. */
const raisesOf = (value: string, before: readonly Raise[]): Raise[] =>
  gathered(value, before, parseRaise, 'usage.bad-raise', (a, b) => a.level === b.level);

const drivesOf = (value: string, before: readonly CertificateDrive[]): CertificateDrive[] =>
  gathered(value, before, parseDrive, 'usage.bad-drive', (a, b) => a.from === b.from);

/** Adds what one option says to what those before it said; the same thing cannot be said twice. */
function gathered<Item>(
  value: string,
  before: readonly Item[],
  read: (text: string) => Item | undefined,
  problem: 'usage.bad-raise' | 'usage.bad-drive',
  alike: (a: Item, b: Item) => boolean,
): Item[] {
  const items = [...before];
  for (const each of value.split(/[,，、]/)) {
    const item = read(each);
    if (item === undefined) throw new UserError(problem, { value: each, again: false });
    if (items.some((other) => alike(other, item))) throw new UserError(problem, { value: each, again: true });
    items.push(item);
  }
  return items;
}
