import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations/index.js';

/** sha256 of every released step. A register out there was built by them: append, never edit. */
const RELEASED = ['01799e8bb4e9fe41688cbef36079940631af2913816df5e412eb472a3391c0db'];

it('released steps of the schema are never edited', () => {
  const checksums = MIGRATIONS.map((step) => createHash('sha256').update(step).digest('hex'));
  expect(checksums.slice(0, RELEASED.length)).toEqual(RELEASED);
});
