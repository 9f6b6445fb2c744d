import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ExportFile, putIntoFolder } from '../../src/cli/export-folder.js';
import { UserError } from '../../src/domain/user-error.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shegong-export-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const file = (name: string, text: string, confidential = false): ExportFile => ({
  name,
  bytes: Buffer.from(text),
  confidential,
});
const put = (folder: string, files: readonly ExportFile[], force = false, beforeHandingOut = () => {}) =>
  putIntoFolder(folder, files, { force, beforeHandingOut }).map(({ name }) => name);
const problem = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error.problem;
    throw error;
  }
  return 'none';
};
const content = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

describe('files of one export', () => {
  it('go into a folder that is created under an existing one, private ones for their owner alone', () => {
    const folder = join(root, 'to');
    expect(put(folder, [file('a.csv', 'A', true), file('b.csv', 'B')])).toEqual(['a.csv', 'b.csv']);
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.csv']);
    expect(content('to', 'a.csv')).toBe('A');
    expect(statSync(join(folder, 'a.csv')).mode & 0o777).toBe(0o600);
  });

  it('stay as they are where the same bytes stand already, but private ones are made private', () => {
    writeFileSync(join(root, 'a.csv'), 'A', { mode: 0o644 });
    expect(put(root, [file('a.csv', 'A', true), file('b.csv', 'B')])).toEqual(['b.csv']);
    expect(statSync(join(root, 'a.csv')).mode & 0o777).toBe(0o600);
  });

  it.each([
    [
      'are refused where other contents stand, and nothing is written',
      false,
      'export.files-exist',
      'old',
      ['a.csv'],
    ],
    ['replace other contents with --force, and leave nothing behind', true, 'none', 'A', ['a.csv', 'b.csv']],
  ])('%s', (_case, force, expected, kept, names) => {
    writeFileSync(join(root, 'a.csv'), 'old');
    expect(problem(() => put(root, [file('a.csv', 'A'), file('b.csv', 'B')], force))).toBe(expected);
    expect(content('a.csv')).toBe(kept);
    expect(readdirSync(root).sort()).toEqual(names);
  });

  it('are recorded when all of them are on the disk and none has its name yet', () => {
    let seen: string[] = [];
    putIntoFolder(root, [file('a.csv', 'A'), file('b.csv', 'B')], {
      force: false,
      beforeHandingOut: (files) => {
        seen = [
          ...files.map(({ name }) => name),
          ...readdirSync(root).filter((name) => name.endsWith('.csv')),
        ];
      },
    });
    expect(seen).toEqual(['a.csv', 'b.csv']);
  });

  it('are neither written nor recorded where a folder has the name of one, even by force', () => {
    mkdirSync(join(root, 'b.csv'));
    const recorded: string[] = [];
    const work = () => put(root, [file('a.csv', 'A'), file('b.csv', 'B')], true, () => recorded.push('yes'));
    expect(problem(work)).toBe('file.is-folder');
    expect([readdirSync(root), recorded]).toEqual([['b.csv'], []]);
  });

  it('are not written at all when they cannot be recorded', () => {
    const refuse = () => {
      throw new Error('the log is read-only');
    };
    expect(() => put(join(root, 'to'), [file('a.csv', 'A')], false, refuse)).toThrow('the log is read-only');
    expect(existsSync(join(root, 'to'))).toBe(false);
  });

  it('are put back when a later one cannot take its name', () => {
    writeFileSync(join(root, 'a.csv'), 'old');
    // between writing and naming, somebody makes a folder of the second name
    const disturb = () => {
      mkdirSync(join(root, 'b.csv'));
      writeFileSync(join(root, 'b.csv', 'x'), '');
    };
    expect(problem(() => put(root, [file('a.csv', 'A'), file('b.csv', 'B')], true, disturb))).toBe(
      'file.unwritable',
    );
    expect(content('a.csv')).toBe('old');
    expect(readdirSync(root).sort()).toEqual(['a.csv', 'b.csv']);
  });
});

describe('a folder that cannot be used', () => {
  it('has no folder above it', () => {
    expect(problem(() => put(join(root, 'x', 'y'), [file('a.csv', 'A')]))).toBe('export.folder-missing');
    expect(readdirSync(root)).toEqual([]);
  });

  it('is a file', () => {
    writeFileSync(join(root, 'x'), '');
    expect(problem(() => put(join(root, 'x'), [file('a.csv', 'A')]))).toBe('export.not-a-folder');
  });

  it.skipIf(process.getuid?.() === 0)('may not be written to', () => {
    chmodSync(root, 0o500);
    expect(problem(() => put(root, [file('a.csv', 'A')]))).toBe('file.unwritable');
    chmodSync(root, 0o700);
  });
});
