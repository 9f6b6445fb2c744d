import type { Day } from '../domain/day.js';
import type { FoundWorker, WorkerState } from '../domain/history.js';
import { fitsMask } from '../domain/mask.js';
import { nameKey } from '../domain/name.js';
import type { Level } from '../domain/terms.js';
import type { AskedArea } from './area.js';
import { peopleOnDay } from './people-on-day.js';
import type { Workspace } from './workspace.js';

export interface WorkerQuery extends AskedArea {
  /** Part of a name, of a unit's name, or the end of an identity number; undefined: everybody. */
  query?: string | undefined;
  unit?: string | undefined;
  level?: Level | undefined;
  /** All of them must hold. */
  states: readonly WorkerState[];
  on: Day;
}

/**
 * Finds people by name (spaces, full-width characters and kinds of middle dots aside), end of the identity
 * number, unit, area, level and state on a day. In order of place and identity number. Throws UserError
 * `area.unknown`.
 */
export function findWorkers(workspace: Workspace, asked: WorkerQuery): FoundWorker[] {
  return peopleOnDay(workspace, asked.on, asked, ['certificates', 'registrations']).filter(
    (found) =>
      matches(found, asked.query) &&
      (asked.unit === undefined || unitFits(found, asked.unit)) &&
      (asked.level === undefined || found.level === asked.level) &&
      asked.states.every((state) => STATES[state](found)),
  );
}

/** What each state asks for. */
const STATES: { readonly [State in WorkerState]: (found: FoundWorker) => boolean } = {
  'on-post': ({ onPost }) => onPost,
  left: ({ onPost, until }) => !onPost && until !== null,
  certified: ({ level }) => level !== null,
  uncertified: ({ level }) => level === null,
  registered: ({ registration }) => registration === 'valid' || registration === 'due',
  due: ({ registration }) => registration === 'due',
  expired: ({ registration }) => registration === 'expired',
  unregistered: ({ registration }) => registration === 'never',
};

/** A number is looked for among numbers, anything else among names of people and units. */
function matches(found: FoundWorker, query: string | undefined): boolean {
  if (query === undefined) return true;
  const { person } = found;
  const asked = query.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const numbers = [person.idNumber, ...(person.formerNumbers ?? [])];
  if (/^\d{3,17}[\dX]$/.test(asked)) return numbers.some((number) => number.endsWith(asked));
  if (/^\d[\dX]*\*+[\dX]+$/.test(asked)) return numbers.some((number) => fitsMask(asked, number));
  const key = nameKey(query);
  return key !== '' && (nameKey(person.name).includes(key) || unitFits(found, query));
}

const unitFits = ({ place }: FoundWorker, asked: string): boolean =>
  place !== null && nameKey(place.unit).includes(nameKey(asked));
