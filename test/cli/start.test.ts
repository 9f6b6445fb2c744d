import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, PROGRAM, ROOT, run } from './run.js';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe('the version', () => {
  it.each([['--version'], ['-V']])('%s is that of the package', async (flag) => {
    expect(await run([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('is told among other options too', async () => {
    expect((await run(['--lang', 'en', '--version'])).stdout).toBe(`${version}\n`);
  });
});

it('a program that was not built says what to do', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'bin'));
  cpSync(PROGRAM, join(folder, 'bin', 'shegong.js'));
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  const start = () =>
    execFileSync(process.execPath, [join(folder, 'bin', 'shegong.js'), 'grade'], { stdio: 'pipe' });
  expect(start).toThrow(/npm ci/);
});
