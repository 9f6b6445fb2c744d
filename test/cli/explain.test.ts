import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { createCli } from '../../src/cli/create-cli.js';
import { explain } from '../../src/cli/explain.js';
import { parserProblem } from '../../src/cli/parser-problems.js';
import { createShell } from '../../src/cli/shell.js';
import { finding } from '../../src/domain/finding.js';
import { BusyError, UserError } from '../../src/domain/user-error.js';
import { en } from '../../src/messages/en/index.js';

/** What a user sees of an error, and the exit code. */
function seen(error: unknown, quiet = false): { code: number; stderr: string } {
  let stderr = '';
  const stream = {
    write: (text: string) => {
      stderr += text;
      return true;
    },
    on: () => {},
  };
  const shell = createShell({
    argv: [],
    env: {},
    stdin: {},
    stdout: stream,
    stderr: stream,
    cwd: '.',
    root: '.',
  });
  explain(error, { cli: createCli(shell, en), quiet, helpOf: 'shegong quota check' });
  return { code: shell.exitCode, stderr };
}

const named = (name: string) => Object.assign(new Error('x'), { name });

describe('whatever is thrown ends as words and an exit code', () => {
  it.each([
    [
      'a mistake on the line',
      new UserError('usage.bad-day', { option: '--on', value: 'x' }),
      2,
      /--on.*\nSee: shegong quota check/,
    ],
    [
      'a problem',
      new UserError('database.missing', { file: 'a.db' }),
      2,
      /^cannot run: There is no database a\.db/,
    ],
    ['a busy database', new BusyError('a.db'), 75, /busy/],
    [
      'a busy database, said by the library',
      Object.assign(new Error(), { code: 'SQLITE_BUSY_SNAPSHOT' }),
      75,
      /busy/,
    ],
    ['Ctrl-C at a question', named('ExitPromptError'), 130, /^Interrupted; nothing was changed\.\n$/],
    ['help', new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)'), 0, /^$/],
    [
      'the help of a group without its command',
      new CommanderError(1, 'commander.help', '(outputHelp)'),
      2,
      /^$/,
    ],
    [
      'anything else',
      new TypeError('x is not a function'),
      70,
      /bug[\s\S]*TypeError: x is not a function\n\s+at /,
    ],
    ['no error at all', 'a text', 70, /bug[\s\S]*a text/],
  ])('%s', (_what, error, code, words) => {
    const answer = seen(error);
    expect(answer.stderr).toMatch(words);
    expect(answer.code).toBe(code);
  });

  it('tells everything that is wrong before it says why it stops; the exit code stays 2', () => {
    const findings = [
      finding('grade.not-professional', 'info', 'a', { title: 'a' }),
      finding('grade.unknown-title', 'error', 'b', { title: 'b', nearest: [] }),
    ];
    const problem = new UserError('policy.unsound', { folder: 'policies', errors: 1 }, findings);
    const { code, stderr } = seen(problem);
    expect(stderr.trim().split('\n')).toHaveLength(3);
    expect(code).toBe(2);
    expect(seen(problem, true).stderr.trim().split('\n')).toHaveLength(2);
  });
});

describe('what the argument parser says is worded anew', () => {
  it.each([
    [
      'unknownCommand',
      "error: unknown command 'quta'\n(Did you mean quota?)",
      'usage.unknown-command',
      { command: 'quta', nearest: ['quota'] },
    ],
    [
      'unknownOption',
      "error: unknown option '--onn'\n(Did you mean one of --on, --one?)",
      'usage.unknown-option',
      { option: '--onn', nearest: ['--on', '--one'] },
    ],
    ['unknownOption', "error: unknown option '-x'", 'usage.unknown-option', { option: '-x', nearest: [] }],
    [
      'missingArgument',
      "error: missing required argument 'QUARTER'",
      'usage.missing-argument',
      { argument: 'QUARTER' },
    ],
    [
      'optionMissingArgument',
      "error: option '--on <day>' argument missing",
      'usage.missing-value',
      { option: '--on <day>' },
    ],
    [
      'missingMandatoryOptionValue',
      "error: required option '--to <dir>' not specified",
      'usage.missing-option',
      { option: '--to <dir>' },
    ],
    [
      'excessArguments',
      "error: too many arguments for 'check'. Expected 0 arguments but got 2.",
      'usage.too-many-arguments',
      { command: 'check', expected: 0, given: 2 },
    ],
  ])('%s', (code, message, problem, details) => {
    expect(parserProblem(new CommanderError(1, `commander.${code}`, message))).toMatchObject({
      problem,
      details,
    });
  });

  it.each([
    ['invalidArgument', 'error: something else'],
    ['unknownOption', 'error: said otherwise'],
  ])('%s: a complaint that no command line provokes is none of the user', (code, message) => {
    expect(parserProblem(new CommanderError(1, `commander.${code}`, message))).toBeUndefined();
  });
});
