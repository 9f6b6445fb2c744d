import type { Finding } from '../domain/finding.js';
import { draftRows, finishRows, type ImportPlan } from './plan-result.js';
import { type MergingRow, planMergers, withDateOfMerger } from './plan-unit-mergers.js';
import { findQuarrels } from './quarrels.js';
import type { ReadRow, UnitRow } from './rows.js';
import { endBeforeStart, newCounty, newDistrict, otherCounty, twoRows } from './unit-doubts.js';
import type { UnitDraft, UnitKnowledge } from './unit-knowledge.js';
import { createAreaSpelling } from './unit-row-areas.js';
import { planKnown, statedValues } from './unit-values.js';

/** Decides what rows of a 村社区名录 would change. Units are told apart by code. */
export function planUnits(rows: readonly ReadRow<UnitRow>[], knowledge: UnitKnowledge): ImportPlan {
  const drafts = draftRows(rows);
  const findings: Finding[] = [];
  const newUnits: string[] = [];
  const known = new Map(knowledge.units.map((unit) => [unit.terms[0].code, unit]));
  const spell = createAreaSpelling(knowledge.units);
  const districts = new Set(knowledge.units.flatMap(({ terms }) => terms.map(({ district }) => district)));
  const seen = new Map<string, UnitDraft>();
  const merging: MergingRow[] = [];
  const news = drafts.filter(
    (draft): draft is UnitDraft =>
      draft.read.row !== null && !knowledge.heard(draft.read.file, draft.read.line),
  );
  const quarrels = findQuarrels(
    news,
    ({ read }) => read.row.code,
    (a, b) => sameRow(a.read.row, b.read.row),
  );
  for (const own of news) {
    const other = quarrels.get(own);
    if (other) {
      own.outcome = 'conflict';
      findings.push(twoRows(own, other, knowledge));
      continue;
    }
    if (seen.has(own.read.row.code)) continue;
    seen.set(own.read.row.code, own);
    const { row, otherCounty: stated, newPrefix } = spell(own.read.row);
    if (stated !== null) {
      own.outcome = 'conflict';
      findings.push(otherCounty(own, { byCode: row.county, stated }, knowledge));
      continue;
    }
    if (row.district !== null && knowledge.confirms && !districts.has(row.district)) {
      findings.push(newDistrict(own, row.district, knowledge));
    }
    if (newPrefix !== null && knowledge.confirms) {
      findings.push(newCounty(own, { county: row.county, ...newPrefix }, knowledge));
    }
    const unit = known.get(row.code);
    const dated = withDateOfMerger(row, unit, knowledge);
    const flaw = unit && endBeforeStart(dated, unit);
    if (flaw) {
      own.outcome = 'rejected';
      const { file, line } = own.read;
      findings.push({ ...flaw, file: knowledge.fileName(file), line });
      continue;
    }
    if (unit) planKnown(own, dated, unit, knowledge);
    else {
      newUnits.push(row.code);
      own.outcome = 'new';
      const after = { ...statedValues(dated, null, knowledge), from: null };
      own.changes.push({ fact: 'unit', owner: -newUnits.length, before: null, after });
    }
    if (row.successor !== null) merging.push({ draft: own, row: dated, owner: unit?.id ?? -newUnits.length });
  }
  if (merging.length > 0) planMergers(merging, [...seen.values()], knowledge, findings);
  return { rows: finishRows(drafts), newPeople: [], newUnits, newPosts: 0, findings };
}

const sameRow = (a: UnitRow, b: UnitRow): boolean =>
  (Object.keys(a) as (keyof UnitRow)[]).every((key) => a[key] === b[key]);
