import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const GNU_TIME = '/usr/bin/time';
const withGnuTime =
  existsSync(GNU_TIME) &&
  /maximum resident/i.test(spawnSync(GNU_TIME, ['-v', 'true'], { encoding: 'utf8' }).stderr);

/** On a working day of November 2026. */
export const AT_WORK = { ...process.env, SHEGONG_NOW: '2026-11-23T09:00:00+08:00', SHEGONG_LANG: 'zh' };

/** How peak memory is measured on this machine. */
export const memorySource = withGnuTime ? '/usr/bin/time -v' : 'process.resourceUsage()';

export interface Measured {
  /** Median of the runs, wall clock. */
  seconds: number;
  /** Largest of the runs; null where it cannot be known. */
  megabytes: number | null;
}

/**
 * Runs a whole process once to warm up and then five times. `prepare` runs before each, outside the
 * clock. Throws when the process ends with anything but 0 or 1 (1: errors were found in the data).
 */
export function measure(
  command: readonly [string, ...string[]],
  prepare: () => void = () => {},
  runs = 5,
): Measured {
  const seconds: number[] = [];
  let megabytes: number | null = null;
  for (let run = 0; run <= runs; run++) {
    prepare();
    const once = runOnce(command);
    if (run === 0) continue;
    seconds.push(once.seconds);
    if (once.megabytes !== null) megabytes = Math.max(megabytes ?? 0, once.megabytes);
  }
  seconds.sort((a, b) => a - b);
  return { seconds: seconds[Math.floor(runs / 2)]!, megabytes };
}

function runOnce(command: readonly [string, ...string[]]): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'bench-run-'));
  const report = join(folder, 'memory');
  const [program, ...parameters] = withGnuTime ? [GNU_TIME, '-v', '-o', report, ...command] : command;
  const env = AT_WORK;
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(program, parameters, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: withGnuTime ? env : { ...env, NODE_OPTIONS: reportOnExit(report) },
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const kilobytes = existsSync(report) ? readKilobytes(readFileSync(report, 'utf8')) : null;
  rmSync(folder, { recursive: true });
  if (status !== 0 && status !== 1)
    throw new Error(`${command.join(' ')}: exit ${status}\n${stderr.slice(-2000)}`);
  return { seconds, megabytes: kilobytes === null ? null : kilobytes / 1024 };
}

/** A module that every node process loads first, and that writes its own peak memory when it ends. */
function reportOnExit(file: string): string {
  const source =
    `import{writeFileSync}from'node:fs';` +
    `process.on('exit',()=>writeFileSync(${JSON.stringify(file)},'Maximum: '+process.resourceUsage().maxRSS))`;
  return `--import=data:text/javascript,${encodeURIComponent(source)}`;
}

function readKilobytes(report: string): number | null {
  const found = /Maximum[^:]*: (\d+)/.exec(report);
  return found ? Number(found[1]) : null;
}
