import type { FactValues } from '../domain/changes.js';
import { type Day, dayBefore } from '../domain/day.js';
import type { Unit, UnitTerm } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { createMergers } from './plan-mergers.js';
import { draftRows, finishRows, type ImportPlan, type RowDraft } from './plan-result.js';
import { findQuarrels } from './quarrels.js';
import type { ReadRow, UnitRow } from './rows.js';
import { createAreaSpelling } from './unit-row-areas.js';

export interface UnitKnowledge {
  units: readonly Unit[];
  fileName: (file: number) => string;
  heard: (file: number, line: number) => boolean;
  /** The day from which changes hold; null: a row corrects the unit for its whole life. */
  changesFrom: Day | null;
  /** false for the list we ship: 类型 and 管理区县 stay 待确认. */
  confirms: boolean;
}

type Draft = RowDraft<UnitRow> & { read: { row: UnitRow } };
type UnitValues = FactValues['unit'];

/** Decides what rows of a 村社区名录 would change. Units are told apart by code. */
export function planUnits(rows: readonly ReadRow<UnitRow>[], knowledge: UnitKnowledge): ImportPlan {
  const drafts = draftRows(rows);
  const findings: Finding[] = [];
  const newUnits: string[] = [];
  const known = new Map(knowledge.units.map((unit) => [unit.terms[0].code, unit]));
  const spell = createAreaSpelling(knowledge.units);
  const districts = new Set(knowledge.units.flatMap(({ terms }) => terms.map(({ district }) => district)));
  const seen = new Map<string, Draft>();
  const merging: MergingRow[] = [];
  const news = drafts.filter(
    (draft): draft is Draft => draft.read.row !== null && !knowledge.heard(draft.read.file, draft.read.line),
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
    const { row, otherCounty, newPrefix } = spell(own.read.row);
    if (otherCounty !== null) {
      refuseCounty(own, row.county, otherCounty, knowledge, findings);
      continue;
    }
    if (row.district !== null && knowledge.confirms && !districts.has(row.district)) {
      findings.push(newDistrict(own, row.district, knowledge));
    }
    if (newPrefix !== null && knowledge.confirms) {
      const where = {
        file: knowledge.fileName(own.read.file),
        line: own.read.line,
        column: '统计用区划代码',
      };
      const details = { county: row.county, ...newPrefix };
      findings.push(finding('unit.new-county', 'warning', `${row.name} ${row.code}`, details, where));
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

/** A row that says what its unit was merged into; `owner`: the unit. */
interface MergingRow {
  draft: Draft;
  row: UnitRow;
  owner: number;
}

/** 撤销日期 before 设立日期, of which the register knows one and the row says the other. */
function endBeforeStart(row: UnitRow, { founded, dissolved }: Unit): Finding | null {
  const start = row.founded ?? founded;
  const end = row.dissolved ?? dissolved;
  if (start === null || end === null || end >= start) return null;
  // Where the row says neither, it is not to blame; where it says both, its reader has refused it.
  if (row.founded === null && row.dissolved === null) return null;
  const known = row.founded === null ? 'start' : 'end';
  const details = { startColumn: '设立日期', start, endColumn: '撤销日期', end, known } as const;
  const where = known === 'start' ? { column: '撤销日期', value: end } : { column: '设立日期', value: start };
  return finding('fact.ends-before-start', 'error', `${row.name} ${row.code}`, details, where);
}

/** A merger without a 撤销日期 takes effect on the day of the list: the unit ended the day before. */
function withDateOfMerger(row: UnitRow, unit: Unit | undefined, { changesFrom }: UnitKnowledge): UnitRow {
  if (row.successor === null || row.dissolved !== null || unit?.dissolved || changesFrom === null) return row;
  return { ...row, dissolved: dayBefore(changesFrom) };
}

/** 并入: who takes over, once every row is known. A merger without a day, into nobody or in a circle is refused. */
function planMergers(
  merging: readonly MergingRow[],
  drafts: readonly Draft[],
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

/** A paying district that no other unit has is more often a slip than a new one. */
function newDistrict({ read }: Draft, district: string, { fileName }: UnitKnowledge): Finding {
  const { name, code } = read.row;
  const where = { file: fileName(read.file), line: read.line, column: '管理区县' };
  return finding('unit.new-district', 'warning', `${name} ${code}`, { district }, where);
}

function planKnown(draft: Draft, row: UnitRow, unit: Unit, knowledge: UnitKnowledge): void {
  const { changesFrom } = knowledge;
  const terms =
    changesFrom === null ? unit.terms : unit.terms.filter((_, index) => index === termAt(unit, changesFrom));
  for (const term of terms) {
    const before = knownValues(term, unit);
    const after = { ...statedValues(row, before, knowledge), from: before.from };
    if (sameValues(before, after)) continue;
    const dated = changesFrom !== null && changesFrom !== before.from;
    draft.changes.push(
      dated
        ? { fact: 'unit', owner: unit.id, before: null, was: before, after: { ...after, from: changesFrom } }
        : { fact: 'unit', owner: unit.id, before, after },
    );
  }
  if (draft.changes.length > 0) draft.outcome = 'changed';
}

function termAt(unit: Unit, on: Day): number {
  let index = 0;
  for (const [position, { from }] of unit.terms.entries()) if (from === null || from <= on) index = position;
  return index;
}

/** What the row says, over what is known; the office's own list confirms what it states. */
function statedValues(
  row: UnitRow,
  known: UnitValues | null,
  { confirms }: UnitKnowledge,
): Omit<UnitValues, 'from'> {
  return {
    name: row.name,
    county: row.county,
    township: row.township,
    kind: row.kind ?? known?.kind ?? null,
    kindConfirmed: (confirms && row.kind !== null) || (known?.kindConfirmed ?? false),
    district: row.district ?? known?.district ?? row.county,
    districtConfirmed: (confirms && row.district !== null) || (known?.districtConfirmed ?? false),
    founded: row.founded ?? known?.founded ?? null,
    dissolved: row.dissolved ?? known?.dissolved ?? null,
  };
}

function knownValues(term: UnitTerm, unit: Unit): UnitValues {
  const { from, name, county, township, kind, kindConfirmed, district, districtConfirmed } = term;
  const { founded, dissolved } = unit;
  return {
    from,
    name,
    county,
    township,
    kind,
    kindConfirmed,
    district,
    districtConfirmed,
    founded,
    dissolved,
  };
}

const sameValues = (a: UnitValues, b: UnitValues): boolean =>
  (Object.keys(a) as (keyof UnitValues)[]).every((key) => a[key] === b[key]);

const sameRow = (a: UnitRow, b: UnitRow): boolean =>
  (Object.keys(a) as (keyof UnitRow)[]).every((key) => a[key] === b[key]);

/** The code lies in one county and the row names another: one of the two is wrong. */
function refuseCounty(
  draft: Draft,
  county: string,
  stated: string,
  knowledge: UnitKnowledge,
  findings: Finding[],
): void {
  draft.outcome = 'conflict';
  const { file, line, row } = draft.read;
  const details = { byCode: `${county} ${row.code}`, byName: `${stated} ${row.name}` };
  const where = { file: knowledge.fileName(file), line, column: '区(市)县', value: row.county };
  findings.push(finding('unit.code-differs', 'error', `${row.name} ${row.code}`, details, where));
}

function twoRows(draft: Draft, other: Draft, { fileName }: UnitKnowledge): Finding {
  const { file, line, row } = draft.read;
  const details = { otherFile: fileName(other.read.file), otherLine: other.read.line };
  const where = { file: fileName(file), line, column: '统计用区划代码' };
  return finding('unit.two-rows', 'error', `${row.name} ${row.code}`, details, where);
}
