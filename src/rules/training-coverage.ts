import type { Day } from '../domain/day.js';
import { groupBy } from '../domain/group-by.js';
import type { FoundWorker } from '../domain/history.js';
import { inForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { endOf, plain, type Trainings } from './training-hours.js';

/** 职业轮训 of the community workers of one place. 三(一)1 */
export interface RotationRow {
  district: string;
  township: string | null;
  unit: string;
  /** 城乡社区专职工作者 on post. */
  staff: number;
  /** Of these, whoever has taken a course of one of the academies. */
  trained: number;
  /** The same by academy; somebody may have been at several. */
  byAcademy: Readonly<Record<string, number>>;
  /** Whoever has only been to courses of others. */
  elsewhere: number;
}

export interface Rotation {
  academies: readonly string[];
  rows: readonly RotationRow[];
  totals: Pick<RotationRow, 'staff' | 'trained' | 'byAcademy' | 'elsewhere'>;
}

/**
 * Who of the community workers on post has been to the academies, place by place in the order given, counting courses
 * that ended from `since` (null: ever) to the day. null: no policy names any academy. 三(一)1
 */
export function rotationCoverage(
  people: Iterable<FoundWorker>,
  trainings: Trainings,
  book: PolicyBook,
  on: Day,
  since: Day | null,
): Rotation | null {
  const version = inForce(book, 'training.academies', null, on);
  if (!version) return null;
  const academies = version.value;
  const staff = [...people].filter(({ onPost, category }) => onPost && category === '城乡社区专职工作者');
  const count = (workers: readonly FoundWorker[]) => {
    const byAcademy = Object.fromEntries(academies.map((name) => [name, 0]));
    let trained = 0;
    let elsewhere = 0;
    for (const { person } of workers) {
      const taken = (trainings.get(person.id) ?? []).filter(
        (each) => endOf(each) <= on && (since === null || since <= endOf(each)),
      );
      const visited = academies.filter((name) => taken.some(({ provider }) => isOf(name, provider)));
      for (const name of visited) byAcademy[name] = (byAcademy[name] ?? 0) + 1;
      if (visited.length > 0) trained++;
      else if (taken.length > 0) elsewhere++;
    }
    return { staff: workers.length, trained, byAcademy, elsewhere };
  };
  const byPlace = groupBy(staff, ({ place }) => JSON.stringify(place));
  const rows = Array.from(byPlace.values(), (workers) => {
    const place = workers[0]?.place;
    const { district = '', township = null, unit = '' } = place ?? {};
    return { district, township, unit, ...count(workers) };
  });
  return { academies, rows, totals: count(staff) };
}

/** With or without 成都 in front: files say 城市社区学院 and 成都城市社区学院. */
const isOf = (academy: string, provider: string | null): boolean =>
  provider !== null && withoutCity(provider) === withoutCity(academy);

const withoutCity = (name: string): string => plain(name).replace(/^成都市?/, '');
