import type { Unit } from '../domain/facts.js';
import { type Finding, type FindingDetails, finding } from '../domain/finding.js';
import type { UnitRow } from './rows.js';
import type { UnitDraft, UnitKnowledge } from './unit-knowledge.js';

type FileNames = Pick<UnitKnowledge, 'fileName'>;

/** 撤销日期 before 设立日期, of which the register knows one and the row says the other. */
export function endBeforeStart(row: UnitRow, { founded, dissolved }: Unit): Finding | null {
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

/** A paying district that no other unit has is more often a slip than a new one. */
export function newDistrict({ read }: UnitDraft, district: string, { fileName }: FileNames): Finding {
  const { name, code } = read.row;
  const where = { file: fileName(read.file), line: read.line, column: '管理区县' };
  return finding('unit.new-district', 'warning', `${name} ${code}`, { district }, where);
}

/** No known unit has a code that begins like this one. */
export function newCounty(
  { read }: UnitDraft,
  details: FindingDetails['unit.new-county'],
  { fileName }: FileNames,
): Finding {
  const { name, code } = read.row;
  const where = { file: fileName(read.file), line: read.line, column: '统计用区划代码' };
  return finding('unit.new-county', 'warning', `${name} ${code}`, details, where);
}

/** The code lies in one county and the row names another: one of the two is wrong. */
export function otherCounty(
  { read: { file, line, row } }: UnitDraft,
  { byCode, stated }: { byCode: string; stated: string },
  { fileName }: FileNames,
): Finding {
  const details = { byCode: `${byCode} ${row.code}`, byName: `${stated} ${row.name}` };
  const where = { file: fileName(file), line, column: '区(市)县', value: row.county };
  return finding('unit.code-differs', 'error', `${row.name} ${row.code}`, details, where);
}

/** Two rows of one code that contradict each other. */
export function twoRows(draft: UnitDraft, other: UnitDraft, { fileName }: FileNames): Finding {
  const { file, line, row } = draft.read;
  const details = { otherFile: fileName(other.read.file), otherLine: other.read.line };
  const where = { file: fileName(file), line, column: '统计用区划代码' };
  return finding('unit.two-rows', 'error', `${row.name} ${row.code}`, details, where);
}
