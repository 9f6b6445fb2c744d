import type { Command } from 'commander';
import { UserError } from '../domain/user-error.js';
import { findCandidates } from '../tasks/find-person.js';
import type { Cli } from './cli.js';
import { chooseCandidate } from './prompts.js';

/** Runs the work for WHO; where several people fit and somebody can be asked, for the one chosen. */
export async function onePerson<Result>(
  cli: Cli,
  command: Command,
  who: string,
  work: (who: string) => Result,
): Promise<Result> {
  try {
    return work(who);
  } catch (error) {
    const ambiguous = error instanceof UserError && error.problem === 'who.ambiguous';
    if (!ambiguous || !cli.options(command).mayAsk) throw error;
    const candidates = cli.withWorkspace(command, (workspace) => findCandidates(workspace, who));
    return work(await chooseCandidate(cli.text.subsidy.explain.whichOne(who), candidates));
  }
}
