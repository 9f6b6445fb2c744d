import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations/index.js';

/** sha256 of every released step. A register out there was built by them: append, never edit. */
const RELEASED = [
  '01799e8bb4e9fe41688cbef36079940631af2913816df5e412eb472a3391c0db',
  'a9cde10c76ab61ffc598fa00da68d93ba18304c8bbdb7b9465b60d273509a674',
  'bee7a98ca53be8d9eb31b334cdc96dc3f93a286a0957afafa9f1287cee859aaa',
  '5d75d776970addd6e1ab50f1738a8809e81d3dd5a9051f4a6dea1d141a003a30',
  '1b89fce16bdf49a535b4a82d480b56f95632e86863243aaffd7152d2abdcc2fd',
  '6d65819804055a9211b2aa98be06788f27fc2ebca6670f0f50f6860167e36c68',
];

it('released steps of the schema are never edited', () => {
  const checksums = MIGRATIONS.map((step) => createHash('sha256').update(step).digest('hex'));
  expect(checksums.slice(0, RELEASED.length)).toEqual(RELEASED);
});
