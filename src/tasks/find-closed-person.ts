import { maskDigits } from '../domain/mask.js';
import type { Quarter } from '../domain/quarter.js';
import { personSubject } from '../domain/subject.js';
import { UserError } from '../domain/user-error.js';
import { loadClosedIdentities } from '../store/closed-people.js';
import type { Identity } from '../store/identities.js';
import { loadLinks } from '../store/links.js';
import { findPerson, matching } from './find-person.js';
import type { Workspace } from './workspace.js';

/** Somebody who is meant, with every number of the register that is theirs. */
export interface MeantPerson extends Identity {
  numbers: readonly number[];
}

/**
 * The one person meant by WHO, of whom the register need not know anything any more: what was closed stays, and who
 * is in it is found by what it says. `quarter` null: in any. Throws UserError `who.unknown` and `who.ambiguous`.
 */
export function findClosedPerson(workspace: Workspace, who: string, quarter: Quarter | null): MeantPerson {
  const links = loadLinks(workspace.db);
  try {
    const { id, idNumber, name } = findPerson(workspace, who);
    return { id, idNumber, name, numbers: links.group(id) };
  } catch (error) {
    if (!(error instanceof UserError && error.problem === 'who.unknown')) throw error;
    const closed = loadClosedIdentities(workspace.db, quarter).map((each) => ({
      ...each,
      id: links.kept(each.id),
    }));
    const [only, ...others] = matching(closed, who);
    if (only === undefined) throw error;
    if (others.length > 0) {
      const candidates = [only, ...others].map(personSubject);
      throw new UserError('who.ambiguous', { who: maskDigits(who), candidates });
    }
    return { ...only, numbers: links.group(only.id) };
  }
}
