import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordAudit } from '../../src/store/audit.js';
import { createDatabase } from '../../src/store/open.js';
import { withoutWrites } from '../../src/store/read-only.js';
import { emptyFolder } from '../cli/run.js';

it('nothing can be written during the work, and everything afterwards, also after a failure', () => {
  const { db } = createDatabase(join(emptyFolder(), 'shegong.db'));
  const write = () => recordAudit(db, { at: new Date(0), user: 'test', command: 'test', details: {} });
  const count = () => db.prepare('SELECT count(*) FROM audit').pluck().get();
  expect(() => withoutWrites(db, write)).toThrow(/readonly/);
  expect(withoutWrites(db, count)).toBe(0);
  write();
  expect(count()).toBe(1);
  db.close();
});
