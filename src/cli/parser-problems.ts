import type { CommanderError } from 'commander';
import { UserError } from '../domain/user-error.js';

/**
 * The argument parser's complaint as a problem with wording in the user's language. The parser gives
 * only an English sentence; names and its own suggestions are taken out of it. Undefined for a complaint
 * that no command line can provoke.
 */
export function parserProblem({ code, message }: CommanderError): UserError | undefined {
  const [one] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1] as string);
  const nearest = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1]?.split(', ') ?? [];
  if (one !== undefined) {
    switch (code) {
      case 'commander.unknownCommand':
        return new UserError('usage.unknown-command', { command: one, nearest });
      case 'commander.unknownOption':
        return new UserError('usage.unknown-option', { option: one, nearest });
      case 'commander.missingArgument':
        return new UserError('usage.missing-argument', { argument: one });
      case 'commander.optionMissingArgument':
        return new UserError('usage.missing-value', { option: one });
      case 'commander.missingMandatoryOptionValue':
        return new UserError('usage.missing-option', { option: one });
      case 'commander.excessArguments': {
        const [expected, given] = [...message.matchAll(/\d+/g)].slice(-2).map(Number);
        if (expected === undefined || given === undefined) break;
        return new UserError('usage.too-many-arguments', { command: one, expected, given });
      }
    }
  }
  return undefined;
}
