import { areaOrder } from '../domain/area-order.js';
import type { Closing } from '../domain/closing.js';
import { type Day, dayInChengdu } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import { nameKey } from '../domain/name.js';
import type { Quarter } from '../domain/quarter.js';
import { canMove, type RecordedMove } from '../domain/quarter-life.js';
import { UserError } from '../domain/user-error.js';
import { NOTICE_WORKING_DAYS, weekdaysIn } from '../rules/notice.js';
import { recordAudit } from '../store/audit.js';
import { loadClosings, recordMove } from '../store/closings.js';
import { withPaid } from '../store/line-payments.js';
import type { Database } from '../store/open.js';
import { loadUnits } from '../store/register.js';
import { closingsRewardingAfter } from '../store/settled-rewards.js';
import { closingsPayingAfter } from '../store/settlements.js';
import type { MoveAsked } from './close-quarter.js';
import { payingDistrict } from './paying-district.js';
import type { Workspace } from './workspace.js';

/** What was moved. */
export interface MovedQuarter {
  quarter: Quarter;
  districts: readonly string[];
  findings: readonly Finding[];
}

/**
 * Approves a closed quarter, in every district that has closed it or in one. Not by the person who closed it,
 * and after a public notice. Throws UserError `closing.*`, `area.unknown` and BusyError.
 */
export function approveQuarter(
  workspace: Workspace,
  quarter: Quarter,
  asked: MoveAsked & { notice: { from: Day; until: Day } | null },
): MovedQuarter {
  return workspace.db
    .transaction(() => {
      const closings = closingsToMove(workspace, quarter, asked, 'approve');
      const { notice, by } = asked;
      const own = closings.filter((closing) => nameKey(closedBy(closing)) === nameKey(by));
      if (own.length > 0) throw new UserError('closing.same-person', { by, districts: namesOf(own) });
      if (notice === null) throw new UserError('closing.notice-missing', {});
      const findings = weighNotice(workspace, closings, notice);
      move(workspace, closings, 'approve', asked, { notice, reason: null });
      return { quarter, districts: namesOf(closings), findings };
    })
    .immediate();
}

/**
 * Reopens a quarter that is closed or approved and has not been exported, with a reason: what was closed stays
 * on record and counts no more. Throws UserError `closing.*`, `area.unknown` and BusyError.
 */
export function reopenQuarter(
  workspace: Workspace,
  quarter: Quarter,
  asked: MoveAsked & { reason: string },
): MovedQuarter {
  return workspace.db
    .transaction(() => {
      const closings = closingsToMove(workspace, quarter, asked, 'reopen');
      const numbers = new Map(closings.map(({ district, id }) => [district, id]));
      const later = loadClosings(workspace.db).filter(
        ({ district, id }) => id > (numbers.get(district) ?? Number.POSITIVE_INFINITY),
      );
      if (later.length > 0) throw new UserError('closing.stood-on', { quarter, later });
      const payers = paidOnThem(workspace.db, closings);
      if (payers.length > 0) throw new UserError('closing.paid-on-it', { quarter, payers });
      move(workspace, closings, 'reopen', asked, { notice: null, reason: asked.reason });
      return { quarter, districts: namesOf(closings), findings: [] };
    })
    .immediate();
}

/** Closings that pay a month or a reward since these took it back: reopening would leave the month paid by two districts. */
function paidOnThem(db: Database, closings: readonly Closing[]): Closing[] {
  const ids = closings.map(({ id }) => id);
  const payers = new Set([...closingsPayingAfter(db, ids), ...closingsRewardingAfter(db, ids)]);
  return loadClosings(db).filter(({ id }) => payers.has(id));
}

const namesOf = (closings: readonly Closing[]): string[] => closings.map(({ district }) => district);
const closedBy = ({ moves }: Closing): string => moves.find((each) => each.move === 'close')?.by ?? '';

/**
 * The closings that a move is about: of the district that was named, else all that can be moved so. Throws
 * UserError `closing.wrong-state` where there is none.
 */
function closingsToMove(
  workspace: Workspace,
  quarter: Quarter,
  { district }: Pick<MoveAsked, 'district'>,
  wanted: RecordedMove,
): Closing[] {
  const { compareDistricts } = areaOrder(loadUnits(workspace.db));
  const standing = withPaid(workspace.db, loadClosings(workspace.db, quarter)).sort((a, b) =>
    compareDistricts(a.district, b.district),
  );
  const name = payingDistrict(workspace, district);
  const asked = name === null ? standing : standing.filter((closing) => closing.district === name);
  const movable = asked.filter(({ state }) => canMove(state, wanted));
  if (movable.length > 0) return movable;
  const exported = asked.filter(({ state }) => state === 'exported' || state === 'paid');
  if (wanted === 'reopen' && exported.length > 0) {
    throw new UserError('closing.reopen-exported', { quarter, districts: namesOf(exported) });
  }
  const states = asked.map((closing) => ({ district: closing.district, state: closing.state }));
  const districts = states.length > 0 ? states : [{ district: name ?? '', state: 'draft' as const }];
  throw new UserError('closing.wrong-state', { quarter, move: wanted, districts });
}

/** Throws UserError `closing.notice-short` and `closing.notice-early`; what is only doubtful is a finding. */
function weighNotice(
  { today }: Workspace,
  closings: readonly Closing[],
  notice: { from: Day; until: Day },
): Finding[] {
  const { from, until } = notice;
  const weekdays = weekdaysIn(notice);
  if (weekdays < NOTICE_WORKING_DAYS) {
    throw new UserError('closing.notice-short', { from, until, weekdays, needed: NOTICE_WORKING_DAYS });
  }
  const closedOn = (closing: Closing): Day => dayInChengdu(new Date(closing.moves[0]?.at ?? 0));
  const early = closings.filter((closing) => from < closedOn(closing));
  const [first] = early;
  if (first)
    throw new UserError('closing.notice-early', { from, closed: closedOn(first), districts: namesOf(early) });
  return [
    finding('closing.notice-days', 'info', '', { from, until, weekdays }),
    ...(until >= today ? [finding('closing.notice-running', 'warning', '', { until, today })] : []),
  ];
}

/** Records a move of each closing, and all of them as one entry of the audit log. */
export function move(
  { db, now, user }: Workspace,
  closings: readonly Closing[],
  made: RecordedMove,
  { by, document = null }: Pick<MoveAsked, 'by'> & { document?: string | null | undefined },
  { notice, reason }: { notice: { from: Day; until: Day } | null; reason: string | null },
): void {
  for (const { id } of closings) {
    recordMove(db, id, { move: made, at: now, by, user, document, notice, reason });
  }
  const quarter = closings[0]?.quarter;
  const period = notice && `${notice.from}..${notice.until}`;
  const details = { quarter, districts: namesOf(closings), by, document, notice: period, reason };
  recordAudit(db, { at: now, user, command: `subsidy ${made}`, details });
}
