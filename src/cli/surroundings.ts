import { userInfo } from 'node:os';
import { join } from 'node:path';
import { dayInChengdu, parseDay } from '../domain/day.js';
import { UserError } from '../domain/user-error.js';
import type { Surroundings } from '../tasks/policy-workspace.js';
import type { World } from './shell.js';

/** The one clock, the user and the data folder of a run. Throws UserError `usage.bad-moment`. */
export function surroundingsOf({ env, root }: World): Surroundings {
  const now = clock(env.SHEGONG_NOW);
  return { now, today: dayInChengdu(now), dataFolder: join(root, 'data'), user: userOf(env) };
}

/** SHEGONG_NOW, so that a past run can be repeated, or the machine's clock. */
function clock(value: string | undefined): Date {
  if (!value) return new Date();
  const written = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.exec(value);
  // the language turns 30 February into a day of March
  const moment = parseDay(written?.[1] ?? '') && new Date(value);
  if (!moment || Number.isNaN(moment.getTime())) {
    throw new UserError('usage.bad-moment', { option: 'SHEGONG_NOW', value });
  }
  return moment;
}

function userOf(env: World['env']): string {
  try {
    return userInfo().username;
  } catch {
    // a container's user may have no name
    return env.USER || env.USERNAME || String(process.getuid?.() ?? '');
  }
}
