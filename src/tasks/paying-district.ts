import { loadClosings } from '../store/closings.js';
import { loadUnits } from '../store/register.js';
import { resolveArea } from './area.js';
import type { Workspace } from './workspace.js';

/**
 * The paying district that is meant, as the register or a closing writes it; null: every district. Throws
 * UserError `area.unknown`.
 */
export function payingDistrict({ db }: Workspace, district: string | undefined): string | null {
  if (district === undefined) return null;
  // a district that pays workplaces alone has no unit to find it by
  if (loadClosings(db).some((closing) => closing.district === district)) return district;
  return resolveArea(loadUnits(db), { district }).district;
}
