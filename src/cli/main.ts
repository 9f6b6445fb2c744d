import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { LANGUAGES } from '../messages/languages.js';
import { FORMATS } from '../reports/format.js';
import { useColours } from './colours.js';
import { answersWithPage, COMMAND_NAMES, type CommandName, needsDatabase, writesFiles } from './commands.js';
import { createCli, type RunningCli } from './create-cli.js';
import { EXIT, type ExitCode } from './exit.js';
import { type Complaint, explain } from './explain.js';
import { weighOptions } from './global-options.js';
import { chooseLanguage, type RawGlobalOptions } from './options.js';
import { buildProgram, glance, pathOf, typedPath } from './program.js';
import { createShell, type World } from './shell.js';
import { surroundingsOf } from './surroundings.js';

/** Runs one command line and returns its exit code; whatever happens, nothing is thrown. */
export async function main(world: World): Promise<ExitCode> {
  const shell = createShell(world);
  const { raw, words } = glance(world.argv);
  const { language, problem } = chooseLanguage(raw.lang, world.env);
  const text = await LANGUAGES[language]();
  const cli = createCli(shell, text);
  const complaint: Complaint = { cli, quiet: raw.quiet === true, helpOf: 'shegong' };
  try {
    await useColours(shell, world.env, raw.color !== false);
    if (problem) throw problem;
    const program = await buildProgram(cli, versionOf(world), asked(words));
    complaint.helpOf = typedPath(program, words);
    await run(world, cli, program);
  } catch (error) {
    explain(error, complaint);
  }
  try {
    await shell.flushed();
  } catch (error) {
    explain(error, complaint);
  }
  return shell.exitCode;
}

async function run(world: World, cli: RunningCli, program: Command): Promise<void> {
  const { shell } = cli;
  if (world.argv.length === 0) {
    const forPeople = shell.stdinIsTerminal && shell.stderrIsTerminal;
    program.outputHelp({ error: !forPeople });
    if (!forPeople) shell.exitWith(EXIT.couldNotRun);
    return;
  }
  program.hook('preAction', (_program, command) => prepare(world, cli, command));
  await program.parseAsync([...world.argv], { from: 'user' });
  await cli.finish();
}

const versionOf = ({ root }: World): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** The commands named on the line (`grade map`, and `help grade` too): only these are loaded. */
const asked = (words: readonly string[]): ReadonlySet<CommandName> =>
  new Set(COMMAND_NAMES.filter((name) => words.slice(0, 2).includes(name)));

/** Loads what the command is going to use, and nothing else: the start time is part of the product. */
async function prepare(world: World, cli: RunningCli, command: Command): Promise<void> {
  const options = weighOptions(command.optsWithGlobals<RawGlobalOptions>(), world.env, cli.shell, {
    writesFiles: writesFiles(pathOf(command)),
    withPage: answersWithPage(pathOf(command)),
  });
  cli.prepare({
    options,
    surroundings: surroundingsOf(world),
    render: await FORMATS[options.format](),
    policyTasks: await import('../tasks/policy-workspace.js'),
    workspaceTasks: needsDatabase(pathOf(command)) ? await import('../tasks/workspace.js') : null,
  });
}
