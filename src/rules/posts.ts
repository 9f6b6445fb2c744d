import { type AreaOrder, areaOrder } from '../domain/area-order.js';
import { type Day, holdsOn } from '../domain/day.js';
import type { Person, Place, Post, PostTerm, Unit } from '../domain/facts.js';
import { type UnitsOverTime, unitsOverTime, unitTermOn } from '../domain/units.js';

/** On post: begun by the day, and not left before it; both ends count. */
export const isOpenOn = (post: Post, on: Day): boolean => holdsOn(post, on);

/** 人员类别 and 岗位名称 on a day; before the first known state, that state. */
export function postTermOn(post: Post, on: Day): PostTerm {
  let found = post.terms[0];
  if (post.terms.length === 1) return found;
  for (const term of post.terms) if (term.from <= on) found = term;
  return found;
}

/** The post held on a day, the later start first; else the last one that ended; undefined before the first. */
export function latestPost({ posts }: Pick<Person, 'posts'>, on: Day): Post | undefined {
  return (
    posts.findLast((post) => isOpenOn(post, on)) ??
    posts
      .filter(({ from }) => from <= on)
      .reduce<Post | undefined>(
        (last, post) => (last === undefined || (post.until ?? '') > (last.until ?? '') ? post : last),
        undefined,
      )
  );
}

/** Where a place is on a day, in words. `district`: the managing district. */
export interface Whereabouts {
  district: string;
  township: string | null;
  name: string;
}

/** The units of the register, found by number, and where a place is on a day. */
export interface Places extends UnitsOverTime {
  on(place: Place, on: Day): Whereabouts;
  readonly order: AreaOrder;
}

/** Indexes the units once. Every function throws RangeError for a number that the register does not have. */
export function placesOf(units: readonly Unit[]): Places {
  const overTime = unitsOverTime(units);
  return {
    ...overTime,
    order: areaOrder(units),
    on: (place, on) =>
      place.unit === null
        ? { district: place.district, township: place.township, name: place.workplace }
        : unitTermOn(overTime.unitOn(place.unit, on), on),
  };
}
