import { Command } from 'commander';
import type { Cli } from './cli.js';
import { COMMAND_NAMES, COMMANDS, type CommandName } from './commands.js';
import { addExamples, helpIn } from './help.js';
import { addGlobalOptions, type RawGlobalOptions } from './options.js';
import type { Shell } from './shell.js';

/** The options of every command and the words that remain, without judging any of them. */
export function glance(argv: readonly string[]): { raw: RawGlobalOptions; words: readonly string[] } {
  const reader = addGlobalOptions(
    new Command().exitOverride().configureOutput({ outputError: () => {} }),
    null,
  );
  try {
    const { operands, unknown } = reader.parseOptions([...argv]);
    return { raw: reader.opts(), words: [...operands, ...unknown] };
  } catch {
    // an option without its value: the real parser will say so
    return { raw: reader.opts(), words: argv };
  }
}

/**
 * The program with all its commands: `whole` ones entirely, the others by name and description alone,
 * which is all that help and suggestions need.
 */
export async function buildProgram(
  cli: Cli,
  version: string,
  whole: ReadonlySet<CommandName>,
): Promise<Command> {
  const { shell, text } = cli;
  const words = text.shell;
  const program = new Command('shegong')
    .description(words.program)
    .version(version, '-V, --version', words.options.version)
    .helpOption('-h, --help', words.options.help)
    .helpCommand(`help ${words.help.terms.command}`, words.options.helpCommand)
    .configureHelp(helpIn(text))
    .configureOutput(outputs(shell))
    .exitOverride();
  addGlobalOptions(program, text);
  addExamples(program, text, words.examples);
  for (const name of COMMAND_NAMES) {
    if (whole.has(name)) (await COMMANDS[name]())(program, cli);
    else program.command(name).description(words.groups[name]);
  }
  return program;
}

/** The command that the words of a line reach, as it is typed: `shegong grade map`. */
export function typedPath(program: Command, words: readonly string[]): string {
  let reached = program;
  for (const word of words) {
    const next = reached.commands.find((command) => command.name() === word);
    if (!next) break;
    reached = next;
  }
  return `shegong ${pathOf(reached)}`.trimEnd();
}

/** The words of a command without the program's: `quota check`. */
export function pathOf(command: Command): string {
  const names: string[] = [];
  for (let each: Command | null = command; each?.parent; each = each.parent) names.unshift(each.name());
  return names.join(' ');
}

/** Help goes where rows go; complaints are worded by main. */
const outputs = (shell: Shell) => ({
  writeOut: (text: string) => shell.print(text),
  writeErr: (text: string) => shell.tell(text.trimEnd()),
  outputError: () => {},
  getOutHelpWidth: () => shell.columns ?? 100,
  getErrHelpWidth: () => shell.columns ?? 100,
});
