import type { Area } from '../domain/area.js';
import type { Place } from '../domain/facts.js';
import { UserError } from '../domain/user-error.js';
import type { Workplace } from '../rules/unit-history.js';

/**
 * The one 工作单位 of an area that is called so, `某医院` or `锦江区/某医院`, in any width and spacing; undefined: none is. Throws
 * UserError `where.ambiguous` where several districts have one.
 */
export function findWorkplace(places: Iterable<Place>, where: string, area: Area): Workplace | undefined {
  const asked = plain(where);
  const found = new Map<string, Workplace>();
  for (const { workplace, district, township } of places) {
    if (workplace === null) continue;
    if (area.district !== null && area.district !== district) continue;
    if (area.township !== null && area.township !== township) continue;
    const name = describe({ district, workplace });
    if (plain(workplace) === asked || plain(name) === asked) found.set(name, { district, workplace });
  }
  const [only, ...others] = found.values();
  if (others.length === 0) return only;
  throw new UserError('where.ambiguous', { where, candidates: [...found.keys()] });
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const describe = ({ district, workplace }: Workplace): string => `${district}/${workplace}`;
