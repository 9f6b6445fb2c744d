import { finding } from '../../domain/finding.js';
import { readText, readUnitCode } from '../cells/identifiers.js';
import { type Columns, column } from '../column.js';
import type { RowReader } from '../read-cells.js';

/** The columns that say where: shared by every dataset that belongs to a place. */
export const codeColumn = () =>
  column('统计用区划代码', readUnitCode, {
    synonyms: ['区划代码', '统计区划代码', '行政区划代码', '村社区代码', '社区代码'],
  });

const DISTRICT_SYNONYMS = [
  '区县',
  '所属区县',
  '区市县',
  '所属区(市)县',
  '所在区县',
  '县(市、区)',
  '县区',
  '区(县)',
  '所属区',
];
const TOWNSHIP_SYNONYMS = [
  ...[
    '镇街',
    '街道',
    '街道(乡镇)',
    '乡镇(街道)',
    '街道(镇)',
    '街道(镇乡)',
    '镇(街)',
    '街镇',
    '乡镇',
    '镇',
    '乡镇街道',
  ],
  ...['所属街道', '所属镇街', '所属镇(街道)', '所在街道', '所在镇(街道)', '街道办事处', '镇街名称'],
];
const UNIT_SYNONYMS = [
  ...[
    '社区',
    '村社区',
    '所属社区',
    '所在村(社区)',
    '社区(村)',
    '所属村(社区)',
    '所属社区(村)',
    '所在社区',
    '村(社区)名称',
  ],
  ...['社区名称', '村居', '村(居)', '村(居)委会', '村/社区', '社区/村'],
];

export const districtColumn = (unlessCode: boolean) =>
  column('区(市)县', readText, {
    synonyms: DISTRICT_SYNONYMS,
    required: unlessCode ? { unless: ['code'] } : true,
    area: 'district',
  });

export const townshipColumn = (unlessCode: boolean) =>
  column('镇(街道)', readText, {
    synonyms: TOWNSHIP_SYNONYMS,
    required: unlessCode ? { unless: ['code'] } : true,
    area: 'township',
  });

export const unitColumn = () =>
  column('村(社区)', readText, {
    synonyms: UNIT_SYNONYMS,
    required: { unless: ['code', 'workplace'] },
    area: 'unit',
  });

export const workplaceColumn = () =>
  column('工作单位', readText, {
    synonyms: ['所在单位', '单位名称', '工作单位名称', '用人单位', '所在工作单位'],
  });

/** Where a blank area cell is explained by another one, and so never filled from above. */
export const PLACE_GIVEN_BY = {
  district: ['code'],
  township: ['code'],
  unit: ['code', 'workplace'],
} as const;

/**
 * The managing district that a 区(市)县 cell means, where nothing else says where; one that nobody knows rejects the
 * row. `subject`: what to call the row.
 */
export function readDistrict<C extends Columns & { district: unknown }>(
  reader: RowReader<C>,
  asked: string | null,
  subject: string | null,
): string | null {
  if (asked === null) return null;
  const found = reader.context.units.district(asked);
  if ('district' in found) return found.district;
  const details = { part: 'district' as const, within: '', nearest: found.nearest };
  return reader.at('district').adopt(finding('unit.unknown', 'error', subject ?? '', details));
}
