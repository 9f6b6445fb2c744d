import type { Finding } from './finding.js';
import type { ProblemCode, ProblemDetails } from './problems.js';

/**
 * The command cannot run, or cannot go on (exit 2). The wording is added where the user's language is
 * known. `findings`: everything that is wrong, when one sentence is not enough.
 */
export class UserError<Code extends ProblemCode = ProblemCode> extends Error {
  constructor(
    readonly problem: Code,
    readonly details: ProblemDetails[Code],
    readonly findings: readonly Finding[] = [],
  ) {
    super(problem);
  }
}

/** Somebody else is writing to the database; the same command may work in a minute (exit 75). */
export class BusyError extends Error {}
