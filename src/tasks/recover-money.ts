import type { Balance } from '../domain/closing.js';
import { maskNumber } from '../domain/mask.js';
import type { Fen } from '../domain/money.js';
import type { Quarter } from '../domain/quarter.js';
import { canMove } from '../domain/quarter-life.js';
import { UserError } from '../domain/user-error.js';
import { recordAudit } from '../store/audit.js';
import { loadClosings } from '../store/closings.js';
import { insertReturned } from '../store/reconciliation.js';
import { loadBalances } from '../store/settlements.js';
import { findClosedPerson, type MeantPerson } from './find-closed-person.js';
import { payingDistrict } from './paying-district.js';
import type { Workspace } from './workspace.js';

export interface ReturnedMoney {
  district: string;
  amountFen: Fen;
  by: string;
  reason: string;
}

/** What a returned amount was booked against. */
export interface Recovered {
  person: { name: string; idNumber: string };
  district: string;
  openings: readonly { openedIn: Quarter; returnedFen: Fen; balanceFen: Fen }[];
  /** What the person still owes the district. */
  balanceFen: Fen;
}

/**
 * Books money that a person returned to a district against the oldest openings of its recovery list, in one
 * transaction with the entry in the audit log. Throws UserError `recovery.*`, `who.*`, `area.unknown` and BusyError.
 */
export function recoverMoney(workspace: Workspace, who: string, returned: ReturnedMoney): Recovered {
  return workspace.db.transaction(() => book(workspace, who, returned)).immediate();
}

function book(workspace: Workspace, who: string, returned: ReturnedMoney): Recovered {
  const { db, now, user } = workspace;
  const { amountFen, by, reason } = returned;
  const person = findClosedPerson(workspace, who, null);
  const district = payingDistrict(workspace, returned.district) ?? '';
  const owed = owedBy(workspace, person, { district, amountFen });
  let left = amountFen;
  const openings = owed.flatMap(({ opening, quarter, balanceFen }) => {
    const returnedFen = Math.min(left, balanceFen);
    if (returnedFen === 0) return [];
    left -= returnedFen;
    insertReturned(db, { opening, amountFen: returnedFen, at: now, by, reason });
    return [{ openedIn: quarter, returnedFen, balanceFen: balanceFen - returnedFen }];
  });
  const balanceFen = owed.reduce((sum, each) => sum + each.balanceFen, 0) - amountFen;
  const details = {
    ...{ district, person: maskNumber(person.idNumber), amountFen, by, reason },
    ...{ openings: openings.map(({ openedIn, returnedFen }) => ({ openedIn, returnedFen })), balanceFen },
  };
  recordAudit(db, { at: now, user, command: 'subsidy recover', details });
  return { person: { name: person.name, idNumber: person.idNumber }, district, openings, balanceFen };
}

/** What is owed, the oldest first. Throws UserError `recovery.*`. */
function owedBy(
  { db }: Workspace,
  { id }: MeantPerson,
  { district, amountFen }: { district: string; amountFen: Fen },
): Balance[] {
  const all = loadBalances(db).get(id) ?? [];
  const owed = all.filter((each) => each.district === district);
  if (owed.length === 0) {
    throw new UserError('recovery.nothing-owed', {
      district,
      elsewhere: [...new Set(all.map((each) => each.district))],
    });
  }
  const owedFen = owed.reduce((sum, { balanceFen }) => sum + balanceFen, 0);
  if (amountFen > owedFen) throw new UserError('recovery.too-much', { district, owedFen, amountFen });
  // what reopening would let go of, and with it the money
  const standing = loadClosings(db).filter((closing) => closing.district === district);
  const unsure = standing.find(
    ({ state, quarter }) => canMove(state, 'reopen') && owed.some((each) => each.quarter === quarter),
  );
  if (unsure) throw new UserError('recovery.not-exported', { district, quarter: unsure.quarter });
  return owed;
}
