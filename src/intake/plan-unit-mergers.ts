import { dayBefore } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { createMergers } from './plan-mergers.js';
import type { UnitRow } from './rows.js';
import type { UnitDraft, UnitKnowledge } from './unit-knowledge.js';

/** A row that says what its unit was merged into; `owner`: the unit. */
export interface MergingRow {
  draft: UnitDraft;
  row: UnitRow;
  owner: number;
}

/** A merger without a 撤销日期 takes effect on the day of the list: the unit ended the day before. */
export function withDateOfMerger(
  row: UnitRow,
  unit: Unit | undefined,
  { changesFrom }: Pick<UnitKnowledge, 'changesFrom'>,
): UnitRow {
  if (row.successor === null || row.dissolved !== null || unit?.dissolved || changesFrom === null) return row;
  return { ...row, dissolved: dayBefore(changesFrom) };
}

/** 并入: who takes over, once every row is known. A merger without a day, into nobody or in a circle is refused. */
export function planMergers(
  merging: readonly MergingRow[],
  drafts: readonly UnitDraft[],
  knowledge: UnitKnowledge,
  findings: Finding[],
): void {
  const mergers = createMergers(
    knowledge.units,
    drafts.filter(({ outcome }) => outcome !== 'conflict').map(({ read }) => read.row),
  );
  const units = new Map(knowledge.units.map((unit) => [unit.terms[0].code, unit]));
  const sound: (MergingRow & { code: string })[] = [];
  const refuse = ({ draft }: MergingRow, why: Finding) => {
    draft.outcome = 'conflict';
    draft.changes = [];
    const { file, line, row } = draft.read;
    const where = { file: knowledge.fileName(file), line, column: '并入', value: row.successor ?? '' };
    findings.push({ ...why, ...where });
  };
  for (const each of merging) {
    const { draft, row } = each;
    if (draft.outcome === 'conflict' || row.successor === null) continue;
    const subject = `${row.name} ${row.code}`;
    const answer = mergers.successorOf(row, row.successor);
    if ('finding' in answer) refuse(each, answer.finding);
    else if (row.dissolved === null && !units.get(row.code)?.dissolved) {
      refuse(each, finding('unit.merged-undated', 'error', subject, {}));
    } else {
      mergers.remember(row.code, answer.code);
      sound.push({ ...each, code: answer.code });
    }
  }
  for (const each of sound) {
    const { draft, row, owner, code } = each;
    const circle = mergers.circleFrom(row.code);
    if (circle) {
      refuse(each, finding('unit.merged-in-circle', 'error', `${row.name} ${row.code}`, { units: circle }));
      continue;
    }
    const known = mergers.known(row.code);
    if (known === code) continue;
    const before = known === null ? null : { successor: known };
    draft.changes.push({ fact: 'succession', owner, before, after: { successor: code } });
    if (draft.outcome === 'same') draft.outcome = 'changed';
  }
}
