import type { FactValues } from '../domain/changes.js';
import type { Establishment, Place } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { draftRows, finishRows, type ImportPlan, type RowDraft } from './plan-result.js';
import { samePlace } from './planned-post.js';
import { findQuarrels } from './quarrels.js';
import type { EstablishmentRow, ReadRow } from './rows.js';

export interface EstablishmentKnowledge {
  establishments: readonly Establishment[];
  fileName: (file: number) => string;
  heard: (file: number, line: number) => boolean;
  placeName: (place: Place) => string;
}

type Draft = RowDraft<EstablishmentRow> & { read: { row: EstablishmentRow } };

/** Decides what rows of a 岗位设置表 would change: place, title and 设置日期 tell one from another. */
export function planEstablishments(
  rows: readonly ReadRow<EstablishmentRow>[],
  knowledge: EstablishmentKnowledge,
): ImportPlan {
  const drafts = draftRows(rows);
  const findings: Finding[] = [];
  const known = new Map(knowledge.establishments.map((standing) => [keyOf(standing), standing]));
  const seen = new Set<string>();
  const news = drafts.filter(
    (draft): draft is Draft => draft.read.row !== null && !knowledge.heard(draft.read.file, draft.read.line),
  );
  const quarrels = findQuarrels(
    news,
    ({ read }) => keyOf(read.row),
    (a, b) => sameRow(a.read.row, b.read.row),
  );
  for (const draft of news) {
    const key = keyOf(draft.read.row);
    const other = quarrels.get(draft);
    if (other) {
      draft.outcome = 'conflict';
      findings.push(twoRows(draft, other, knowledge));
    } else if (!seen.has(key)) {
      seen.add(key);
      planRow(draft, known.get(key));
    }
  }
  return { rows: finishRows(drafts), newPeople: [], newUnits: [], newPosts: 0, findings };
}

function planRow(draft: Draft, known: Establishment | undefined): void {
  const row = draft.read.row;
  if (!known) {
    draft.outcome = 'new';
    draft.changes.push({ fact: 'establishment', owner: null, before: null, after: { ...row } });
    return;
  }
  const { place, title, count, from, until, document } = known;
  const before: FactValues['establishment'] = { place, title, count, from, until, document };
  const after = {
    ...before,
    count: row.count,
    until: row.until ?? until,
    document: row.document ?? document,
  };
  if (after.count === count && after.until === until && after.document === document) return;
  draft.outcome = 'changed';
  draft.changes.push({ fact: 'establishment', owner: null, before, after });
}

const keyOf = ({ place, title, from }: Pick<EstablishmentRow, 'place' | 'title' | 'from'>): string =>
  [place.unit ?? `${place.district}|${place.workplace}`, titleKey(title), from].join('|');

/** 社会工作师一级 and 社会工作师一级岗位 are one title, and counted twice they would hide a shortfall. */
const titleKey = (title: string): string => title.normalize('NFKC').replace(/\s+/g, '').replace(/岗位$/, '');

const sameRow = (a: EstablishmentRow, b: EstablishmentRow): boolean =>
  samePlace(a.place, b.place) && a.count === b.count && a.until === b.until && a.document === b.document;

function twoRows(draft: Draft, other: Draft, { fileName, placeName }: EstablishmentKnowledge): Finding {
  const { file, line, row } = draft.read;
  const details = { otherFile: fileName(other.read.file), otherLine: other.read.line };
  const where = { file: fileName(file), line, column: '岗位名称' };
  return finding('establishment.two-rows', 'error', `${placeName(row.place)} ${row.title}`, details, where);
}
