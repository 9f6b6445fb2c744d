import { isWithin } from '../domain/area.js';
import type { Day } from '../domain/day.js';
import type { TitlePostsQuestion } from '../rules/title-posts.js';
import { loadEstablishments, loadPeople, loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import type { Workspace } from './workspace.js';

/** What every question about the posts of an area on a day is answered from. Throws UserError `area.unknown`. */
export function postsQuestion(
  { db, policies, knownAt }: Workspace,
  on: Day,
  asked: AskedArea,
): TitlePostsQuestion {
  const units = loadUnits(db, knownAt);
  const area = resolveArea(units, asked);
  return {
    units,
    people: loadPeople(db, { knownAt, parts: ['certificates'] }),
    establishments: loadEstablishments(db, knownAt),
    book: policies,
    on,
    within: (place) => isWithin(area, place),
  };
}
