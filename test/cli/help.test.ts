import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from '../../src/cli/commands.js';
import { createCli } from '../../src/cli/create-cli.js';
import { buildProgram, pathOf } from '../../src/cli/program.js';
import { createShell } from '../../src/cli/shell.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../../src/messages/languages.js';
import { ownTextWidth } from '../../src/reports/own-width.js';
import { displayWidth } from '../../src/reports/width.js';
import { run } from './run.js';

/** The whole program, its help caught. */
async function wholeProgram(
  language: keyof typeof LANGUAGES,
): Promise<{ program: Command; helpOf: (of: Command) => string }> {
  let out = '';
  const stream = {
    write: (text: string) => {
      out += text;
      return true;
    },
    on: () => {},
  };
  const world = { argv: [], env: {}, stdin: {}, stdout: stream, stderr: stream, cwd: '.', root: '.' };
  const cli = createCli(createShell(world), await LANGUAGES[language]());
  const program = await buildProgram(cli, '0', new Set(COMMAND_NAMES));
  const helpOf = (command: Command) => {
    out = '';
    command.outputHelp();
    return out;
  };
  return { program, helpOf };
}

const leaves = (command: Command): Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);

describe.each(LANGUAGE_NAMES)('help in %s', async (language) => {
  const { program, helpOf } = await wholeProgram(language);
  const examples = language === 'zh' ? '示例：' : 'Examples:';

  it.each(leaves(program).map((command) => [pathOf(command), command] as const))(
    'of %s has a description and an example of it',
    (path, command) => {
      expect(command.description()).not.toBe('');
      const [, shown] = helpOf(command).split(examples);
      expect(shown).toContain(`shegong ${path}`);
    },
  );

  it.each(leaves(program).map((command) => [pathOf(command), command] as const))(
    'of %s explains every option, also those of every command',
    (_path, command) => {
      for (const { description, long } of [...program.options, ...command.options]) {
        expect(description, long).toBeTruthy();
      }
      for (const option of [
        '--db',
        '--policies',
        '--lang',
        '--format',
        '--output',
        '--reveal',
        '--quiet',
        '--no-color',
        '--no-input',
      ]) {
        expect(helpOf(command)).toContain(option);
      }
    },
  );

  it('has no character whose width would have to be looked up', () => {
    for (const command of [program, ...program.commands, ...leaves(program)]) {
      for (const line of helpOf(command).split('\n'))
        expect(ownTextWidth(line), line).toBe(displayWidth(line));
    }
  });

  it('lists the same commands whether they are loaded or not', async () => {
    const { stdout } = await run(['--help', '--lang', language]);
    for (const name of COMMAND_NAMES) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
  });
});

describe('help in Chinese', async () => {
  const { program, helpOf } = await wholeProgram('zh');

  it.each(
    [program, ...program.commands, ...leaves(program)].map((command) => [pathOf(command), command] as const),
  )('of "%s" leaves none of the parser\'s English', (_path, command) => {
    expect(helpOf(command)).not.toMatch(
      /Usage|Options|Commands|Arguments|default|choices|\[options\]|\[command\]|display help/,
    );
  });

  it('aligns the descriptions, though Chinese characters are wide', () => {
    const starts = helpOf(program)
      .split('\n')
      .filter((line) => /^ {2}-/.test(line))
      .map((line) => displayWidth(/^(.*\S {2,})\S/.exec(line)?.[1] ?? ''));
    expect(new Set(starts).size).toBe(1);
  });
});

it.each([
  [['--help'], /用法：shegong \[选项\] \[命令\]/],
  [['help'], /用法：shegong/],
  [['help', 'grade'], /用法：shegong grade/],
  [['grade', 'map', '--help'], /用法：shegong grade map \[选项\] \[岗位名称\.\.\.\]/],
  [['quota', 'check', '-h'], /用法：shegong quota check/],
])('%j goes to stdout and is exit 0', async (args, words) => {
  const { code, stdout, stderr } = await run(args);
  expect(stdout).toMatch(words);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});
