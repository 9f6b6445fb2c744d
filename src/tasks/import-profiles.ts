import type { ImportProfile, SavedProfile } from '../domain/import-profile.js';
import { nearestOf } from '../domain/nearest.js';
import { UserError } from '../domain/user-error.js';
import { recordAudit } from '../store/audit.js';
import { endProfile, insertProfile, loadProfiles } from '../store/profiles.js';
import type { Workspace } from './workspace.js';

/** Every saved profile, by dataset and name. */
export const listProfiles = ({ db }: Workspace): SavedProfile[] => loadProfiles(db);

/** The profile of a name. Throws UserError `profile.unknown`, and `profile.other-dataset` where only others have it. */
export function findProfile({ db }: Workspace, dataset: string, name: string): SavedProfile {
  const profiles = loadProfiles(db);
  const called = profiles.filter((profile) => profile.name === name);
  const found = called.find((profile) => profile.dataset === dataset);
  if (found) return found;
  if (called.length > 0) {
    const savedFor = called.map((profile) => profile.dataset);
    throw new UserError('profile.other-dataset', { name, dataset, savedFor });
  }
  throw unknown(
    name,
    profiles.filter((profile) => profile.dataset === dataset),
  );
}

/**
 * Saves a profile, in the place of one of the same name, and says so in the audit log (which columns, not
 * the values given for them). Call inside a transaction.
 */
export function saveProfile(
  { db, now, user }: Workspace,
  { dataset, name, profile }: { dataset: string; name: string; profile: ImportProfile },
): void {
  insertProfile(db, { ...profile, dataset, name, savedAt: now.toISOString(), user });
  const { map, given, sheet } = profile;
  const details = { profile: name, map, given: given.map(([column]) => column), sheet };
  recordAudit(db, { at: now, user, command: `import ${dataset} --save-profile`, details });
}

/**
 * Takes a profile out of use and says so in the audit log; `dataset` null: the one dataset that has it.
 * Throws UserError `profile.unknown`, `profile.other-dataset`, `profile.ambiguous`.
 */
export function removeProfile(workspace: Workspace, dataset: string | null, name: string): SavedProfile {
  const { db, now, user } = workspace;
  return db
    .transaction(() => {
      const found = dataset === null ? onlyProfile(db, name) : findProfile(workspace, dataset, name);
      endProfile(db, { dataset: found.dataset, name, endedAt: now.toISOString() });
      const details = { profile: name, dataset: found.dataset };
      recordAudit(db, { at: now, user, command: 'import profiles --remove', details });
      return found;
    })
    .immediate();
}

function onlyProfile(db: Workspace['db'], name: string): SavedProfile {
  const profiles = loadProfiles(db);
  const called = profiles.filter((profile) => profile.name === name);
  const [found] = called;
  if (!found) throw unknown(name, profiles);
  if (called.length === 1) return found;
  throw new UserError('profile.ambiguous', { name, datasets: called.map(({ dataset }) => dataset) });
}

const unknown = (name: string, known: readonly SavedProfile[]): UserError =>
  new UserError('profile.unknown', {
    name,
    nearest: nearestOf(name, [...new Set(known.map((profile) => profile.name))]),
  });
