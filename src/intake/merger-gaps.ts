import type { FactValues } from '../domain/changes.js';
import { addDays, type Day } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import type { ImportPlan } from './plan-result.js';

/** A unit as it will be once the plan is carried out. */
interface UnitState {
  code: string;
  name: string;
  founded: Day | null;
  dissolved: Day | null;
  /** Code of the unit that takes over. */
  successor: string | null;
  /** The row that changes any of this. */
  row?: { file: number; line: number };
}

/**
 * A warning for every merger (并入) that a plan for 村社区名录 brings about or touches, where on the day after the unit
 * has ended nobody is there to take over: the successor has ended as well, or has yet to be founded. People
 * and posts would belong to no unit meanwhile. `fileName`: by number in the command.
 */
export function mergerGaps(
  plan: ImportPlan,
  units: readonly Unit[],
  fileName: (file: number) => string,
): Finding[] {
  const states = statesAfter(plan, units);
  return [...states.values()].flatMap((unit) => {
    if (unit.dissolved === null || unit.successor === null) return [];
    const from = addDays(unit.dissolved, 1);
    const heir = heirOn(unit, from, states);
    if (heir === undefined) return [];
    const { founded, dissolved: ended } = heir;
    const isEnded = ended !== null && ended < from;
    if (!isEnded && (founded === null || founded <= from)) return [];
    const row = unit.row ?? heir.row;
    if (!row) return [];
    const column = unit.row ? '并入' : isEnded ? '撤销日期' : '设立日期';
    const absence = isEnded ? { ended, founded: null } : { ended: null, founded };
    const details = { from, successor: `${heir.name} ${heir.code}`, ...absence };
    const where = { file: fileName(row.file), line: row.line, column };
    return [finding('unit.successor-absent', 'warning', `${unit.name} ${unit.code}`, details, where)];
  });
}

function statesAfter({ rows, newUnits }: ImportPlan, units: readonly Unit[]): Map<string, UnitState> {
  const codes = new Map(units.map(({ id, terms }) => [id, terms[0].code]));
  for (const [index, code] of newUnits.entries()) codes.set(-(index + 1), code);
  const states = new Map<string, UnitState>();
  for (const { terms, founded, dissolved, successor: heir } of units) {
    const { code, name } = terms[0];
    const successor = heir === undefined ? null : (codes.get(heir) ?? null);
    states.set(code, { code, name, founded, dissolved, successor });
  }
  for (const { file, line, changes } of rows) {
    for (const { fact, owner, after } of changes) {
      const code = owner === null ? undefined : codes.get(owner);
      if (code === undefined) continue;
      const known = states.get(code) ?? { code, name: '', founded: null, dissolved: null, successor: null };
      const row = { file, line };
      if (fact === 'unit') {
        const { name, founded, dissolved } = after as FactValues['unit'];
        states.set(code, { ...known, name, founded, dissolved, row });
      } else if (fact === 'succession') states.set(code, { ...known, successor: after.successor, row });
    }
  }
  return states;
}

/** The unit that stands for a merged one on a day: the first of its successors that has not ended by then, or the last. */
function heirOn(unit: UnitState, on: Day, states: ReadonlyMap<string, UnitState>): UnitState | undefined {
  const seen = new Set([unit.code]);
  let heir: UnitState | undefined;
  for (let next = unit.successor; next !== null && !seen.has(next); next = heir.successor) {
    const found = states.get(next);
    if (found === undefined) return heir;
    heir = found;
    if (heir.dissolved === null || heir.dissolved >= on) return heir;
    seen.add(next);
  }
  return heir;
}
