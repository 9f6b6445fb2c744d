import { areaOrder } from '../domain/area-order.js';
import type { ClosingLine, RecoveryItem } from '../domain/closing.js';
import { monthOf } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import { type Quarter, quarterOfMonth } from '../domain/quarter.js';
import type { QuarterState } from '../domain/quarter-life.js';
import type { CorrectionItem, QuarterCorrections, WaitingMonth } from '../domain/reconciliation.js';
import { personSubject } from '../domain/subject.js';
import { loadClosedLines } from '../store/closed-lines.js';
import { type KnownFile, loadFiles } from '../store/files.js';
import type { Database } from '../store/open.js';
import { loadOwedDistricts, peopleWithAmends } from '../store/reconciliation.js';
import { loadRecoveryList } from '../store/recovery-list.js';
import { payingDistrict } from './paying-district.js';
import { quarterAsItStands } from './quarter-drafts.js';
import type { RewardDoubt } from './reward-doubts.js';
import type { Workspace } from './workspace.js';

export interface CorrectionList extends QuarterCorrections {
  quarter: Quarter;
  /** Districts that have not closed the quarter, and those that have. */
  drafts: readonly string[];
  closed: readonly string[];
  /** Where facts come from, by the register's number of the file. */
  files: ReadonlyMap<number, KnownFile>;
  findings: readonly Finding[];
}

/**
 * The amends of earlier quarters that a quarter carries: of a district that has not closed it what the next close
 * would carry, of one that has what was frozen; with the months that wait, and what people still owe now. Throws
 * UserError `area.unknown` and `policy.*`.
 */
export function listCorrections(
  workspace: Workspace,
  quarter: Quarter,
  asked: { district?: string | undefined },
): CorrectionList {
  return workspace.db.transaction(() => list(workspace, quarter, asked)).deferred();
}

function list(
  workspace: Workspace,
  quarter: Quarter,
  asked: { district?: string | undefined },
): CorrectionList {
  const { db } = workspace;
  const district = payingDistrict(workspace, asked.district);
  const { closings, drafts, units, rewardDoubts, findings } = quarterAsItStands(workspace, quarter, district);
  const all = [
    ...drafts.map((draft) => ({ ...draft, state: 'draft' as const })),
    ...closings.map((closing) => ({
      district: closing.district,
      state: closing.state,
      lines: loadClosedLines(db, closing, peopleWithAmends(db, closing.id)),
    })),
  ];
  const { compareDistricts } = areaOrder(units);
  all.sort((a, b) => compareDistricts(a.district, b.district));
  const waiting = all.flatMap(({ lines }) => lines.flatMap(waitingOf));
  const owing = district === null ? loadOwedDistricts(db) : [district];
  return {
    quarter,
    drafts: drafts.map((draft) => draft.district),
    closed: closings.map((closing) => closing.district),
    items: all.flatMap(({ lines, state }) => lines.flatMap((line) => itemsOf(line, quarter, state))),
    waiting,
    recovery: owing.sort(compareDistricts).flatMap((each) => recoveryOf(db, each, quarter)),
    files: loadFiles(db),
    findings: [...findings, ...waiting.map(openMonth), ...aboutRewards(rewardDoubts, district)],
  };
}

/** As a close of the quarter will say it. */
const aboutRewards = (doubts: readonly RewardDoubt[], district: string | null): Finding[] =>
  doubts
    .filter(({ districts }) => district === null || districts.length === 0 || districts.includes(district))
    .map((doubt) => doubt.finding);

/** 补发 and 扣回 of a line, planned or frozen. */
export function itemsOf(
  line: Pick<ClosingLine, 'district' | 'township' | 'unit' | 'corrections'> & {
    person: { name: string; idNumber: string };
  },
  carriedBy: Quarter,
  state: QuarterState,
): CorrectionItem[] {
  const { person, district, township, unit, corrections } = line;
  const { name, idNumber } = person;
  return corrections.map((correction) => ({
    ...{ name, idNumber, district, township, unit, correction, carriedBy, state },
    origin: quarterOfMonth(correction.month),
  }));
}

function openMonth({ name, idNumber, district, month, reward, why, other }: WaitingMonth): Finding {
  const subject = personSubject({ name, idNumber });
  if (reward) return finding('reward.open', 'error', subject, { district, ...reward, why, other });
  return finding('reconciliation.open', 'error', subject, { district, month, why, other });
}

function waitingOf({ person, district, open, openRewards }: ClosingLine): WaitingMonth[] {
  const { name, idNumber } = person;
  const own = { name, idNumber, district };
  return [
    ...open.map(({ month, code, district: other }) => ({ ...own, month, why: code, other })),
    ...openRewards.map(({ title, awardedOn, code, district: other }) => ({
      ...{ ...own, month: monthOf(awardedOn), reward: { title, awardedOn }, why: code, other },
    })),
  ];
}

/** What is owed now, of openings up to a quarter. */
const recoveryOf = (db: Database, district: string, quarter: Quarter): RecoveryItem[] =>
  loadRecoveryList(db, { district, quarter, closing: null });
