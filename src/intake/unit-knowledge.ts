import type { Day } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import type { RowDraft } from './plan-result.js';
import type { UnitRow } from './rows.js';

/** What is known when rows of a 村社区名录 are planned. */
export interface UnitKnowledge {
  units: readonly Unit[];
  fileName: (file: number) => string;
  heard: (file: number, line: number) => boolean;
  /** The day from which changes hold; null: a row corrects the unit for its whole life. */
  changesFrom: Day | null;
  /** false for the list we ship: 类型 and 管理区县 stay 待确认. */
  confirms: boolean;
}

/** A row under way, whose cells could be read. */
export type UnitDraft = RowDraft<UnitRow> & { read: { row: UnitRow } };
