import type { databaseWords as chinese } from '../zh/database-words.js';
import { counted } from './counted.js';

export const databaseWords: typeof chinese = {
  descriptions: {
    info: 'what the database holds: file, size, schema version, counts, last batch',
    check: 'check the database: file, references, structure, audit log, facts',
    backup: 'back the database up while others work; written only once it has been checked',
    restore: 'restore a backup: it is checked first, and the old database stays beside',
  },
  arguments: { file: 'FILE', to: 'name of the backup', from: 'the backup' },
  options: { force: 'replace the backup file if it exists' },
  examples: {
    info: 'how many people and facts, and which batch came last',
    check: 'exit code 1 if anything is wrong: for a cron job every night',
    backup: 'to a removable disk',
    restore: 'back to the state of the backup',
  },
  headings: { item: 'item', value: 'value', check: 'check', ok: 'sound', problems: 'problems' },
  items: {
    file: 'file',
    bytes: 'size',
    schemaVersion: 'schema version',
    journalMode: 'journal',
    freePages: 'free pages',
    people: 'people',
    units: 'units',
    batches: 'batches',
    lastBatch: 'last batch',
    auditEntries: 'audit entries',
  },
  size: (megabytes) => `${megabytes} MB`,
  version: (version, supported) =>
    version === supported ? `${version}` : `${version} (becomes ${supported} at the next use)`,
  pages: (free, pages) => `${free} of ${pages}`,
  batch: (batch, dataset, at, user) => `${batch} (${dataset}, ${at}, ${user})`,
  noBatch: 'none',
  fact: (name) => `of these: ${name}`,
  facts: (standing, recorded) =>
    standing === recorded ? `${standing}` : `${standing} (${recorded} with those replaced)`,
  sound: (checks) => `All ${checks} checks passed: the database is sound.`,
  unsound: (failed, checks) => `${failed} of ${counted(checks, 'check')} failed.`,
  progress: (percent) => `backing up: ${percent}%`,
  backedUp: (file, size) => `backed up to ${file} (${size}); opened and found sound`,
  hash: (sha256) => `SHA-256: ${sha256}`,
  restored: (file, backup) => `restored ${file} from ${backup}`,
  kept: (file) => `The old database stays as ${file}; remove it once you are sure.`,
  headingsOfFile: {
    file: 'file',
    bytes: 'bytes',
    sha256: 'SHA-256',
    kept: 'old database',
    keptSha256: 'SHA-256 of the old',
  },
};
