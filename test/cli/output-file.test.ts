import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/cli/output-file.js';
import { UserError } from '../../src/domain/user-error.js';
import { emptyFolder, run } from './run.js';

const problemOf = (work: () => void): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof UserError ? error.problem : String(error);
  }
};

describe('a file is written whole or not at all', () => {
  it('replaces what was there', () => {
    const file = join(emptyFolder(), 'a.csv');
    writeFileSync(file, 'before');
    writeWhole(file, ['after', '!'], null);
    expect(readFileSync(file, 'utf8')).toBe('after!');
  });

  it('keeps what was there when the rows fail half way, and leaves nothing lying about', () => {
    const folder = emptyFolder();
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'before');
    const failing = function* () {
      yield 'half';
      throw new RangeError('no more');
    };
    expect(() => writeWhole(file, failing(), null)).toThrow(RangeError);
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('follows a link to the file it means', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.csv'), 'before');
    symlinkSync(join(folder, 'a.csv'), join(folder, 'link.csv'));
    writeWhole(join(folder, 'link.csv'), ['after'], null);
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('after');
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'link.csv']);
  });

  it.skipIf(process.platform === 'win32')('takes the mode asked for, or keeps the one there was', () => {
    const file = join(emptyFolder(), 'a.csv');
    writeWhole(file, ['x'], 0o600);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o640);
    writeWhole(file, ['x'], null);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    writeWhole(file, ['x'], 0o600);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('a folder, or a folder that is missing, is a problem in words', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'sub'));
    expect(problemOf(() => writeWhole(join(folder, 'sub'), ['x'], null))).toBe('file.is-folder');
    expect(problemOf(() => writeWhole(join(folder, 'none', 'a.csv'), ['x'], null))).toBe('file.unwritable');
  });

  it.skipIf(process.platform !== 'linux')('a device is written as it is, and stays a device', () => {
    writeWhole('/dev/null', ['x'], 0o600);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(problemOf(() => writeWhole('/dev/full', ['x'], null))).toBe('file.unwritable');
  });
});

describe('--output', () => {
  it('writes a file for people, says so, and leaves stdout alone', async () => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = await run(['grade', 'map', '-o', '职级.csv'], { cwd });
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toBe('已写入 职级.csv\n');
    expect(readFileSync(join(cwd, '职级.csv'), 'utf8')).toMatch(/^\uFEFF岗位名称,.*\r\n/);
  });

  it.each([
    ['x.json', /^\{"command":"grade map"/],
    ['x.ndjson', /^\{"title":/],
    ['x.txt', /^\uFEFF岗位名称,/],
  ])('%s gets the format of its ending', async (name, begins) => {
    const cwd = emptyFolder();
    await run(['grade', 'map', '-o', name], { cwd });
    expect(readFileSync(join(cwd, name), 'utf8')).toMatch(begins);
  });

  it('- is stdout', async () => {
    expect((await run(['grade', 'map', '-o', '-'])).stdout).toMatch(/^岗位名称,/);
  });

  it('a folder that is missing is exit 2', async () => {
    const { code, stderr } = await run(['grade', 'map', '-o', 'none/a.csv']);
    expect(stderr).toMatch(/none\/a\.csv/);
    expect(code).toBe(2);
  });

  it('is tried before anything is done that the answer would tell of', async () => {
    const cwd = emptyFolder();
    const row = '王小芳,510104199001011230,锦江区,锦官驿街道,水井坊社区,城乡社区专职工作者,2024-01-01';
    const columns = '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,上岗日期';
    writeFileSync(join(cwd, '花名册.csv'), `${columns}\n${row}\n`);
    writeFileSync(join(cwd, '清单.csv'), 'before');
    await run(['init'], { cwd });
    const importing = ['import', 'roster', '花名册.csv', '--format', 'json', '-o'];
    expect((await run([...importing, 'none/a.json'], { cwd })).code).toBe(2);
    expect((await run([...importing, 'policies'], { cwd })).code).toBe(2);
    const { stdout } = await run(['import', 'list', '--format', 'json'], { cwd });
    expect((JSON.parse(stdout) as { rows: { batch: number }[] }).rows.map(({ batch }) => batch)).toEqual([1]);
    // what fails later leaves the file that was there
    expect((await run(['worker', 'show', '没有', '-o', '清单.csv'], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, '清单.csv'), 'utf8')).toBe('before');
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
