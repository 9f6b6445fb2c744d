import { join } from 'node:path';
import type { Day } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import { documentEnding } from '../policy/ending.js';
import { loadPolicies, requireSound } from '../policy/load.js';
import type { PolicyBook } from '../policy/policy-book.js';

/** What every task may know of the outside world; it has no other clock. */
export interface Surroundings {
  /** Today in Chengdu, and the moment itself, from the one clock that cli hands in. */
  today: Day;
  now: Date;
  /** The folder `data` of the package. */
  dataFolder: string;
  /** Who runs the command, for batches and the audit log. */
  user: string;
}

/** What a question about the policy alone is answered from. */
export interface PolicyWorkspace extends Surroundings {
  policies: PolicyBook;
}

/** The operator's folder, and whether somebody named it (then it must exist). */
export interface PolicyFolder {
  folder: string;
  named: boolean;
}

/**
 * The shipped pack and the operator's folder, joined. Throws UserError `policy.folder-missing`, and
 * `policy.unsound` with everything that is wrong, unless `evenUnsound`.
 */
export function openPolicies(
  surroundings: Surroundings,
  folder: PolicyFolder,
  evenUnsound = false,
): PolicyWorkspace {
  const policies = loadPolicies({
    shippedFolder: join(surroundings.dataFolder, 'policies', 'chengdu'),
    sourcesFolder: join(surroundings.dataFolder, 'sources'),
    folder: folder.folder,
    folderNamed: folder.named,
    checkShipped: evenUnsound,
  });
  if (!evenUnsound) requireSound(policies);
  return { ...surroundings, policies };
}

/**
 * What every command says, whatever it was asked: the governing document ends soon, or has ended; the
 * file of a district goes unused, because no district has its name, and the city's values hold instead.
 */
export function standingFindings({ policies, today }: PolicyWorkspace): Finding[] {
  const unused = policies.findings.filter(({ code }) => code === 'policy.unknown-district');
  const ending = documentEnding(policies, today);
  return ending ? [...unused, ending] : unused;
}
