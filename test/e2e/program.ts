import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageFolder } from '../../fixtures/city/package-folder.js';

/**
 * Runs the program in a folder, with its database there and its clock in November 2026, and gives what it
 * printed. Exit code 1 (errors were found in the data) is an answer; anything else but 0 throws.
 */
export function programIn(folder: string): (...parameters: string[]) => string {
  return (...parameters) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(packageFolder(), 'bin/shegong.js'), ...parameters],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 29,
        env: {
          ...process.env,
          SHEGONG_NOW: '2026-11-23T09:00:00+08:00',
          SHEGONG_DB: join(folder, 'city.db'),
          SHEGONG_POLICIES: '',
          SHEGONG_LANG: 'zh',
        },
      },
    );
    if (status === 0 || status === 1) return stdout;
    throw new Error(`shegong ${parameters.join(' ')}: exit ${status}\n${stderr.slice(0, 2000)}`);
  };
}
