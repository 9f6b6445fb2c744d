import type { Day } from '../day.js';
import type { IdNumberProblem, Sex } from '../id-number.js';

/** What can be wrong with, or doubtful about, a cell or a row of a file. */
export interface RowFindings {
  'row.width': { cells: number; headings: number };
  'row.bad-quotes': Record<never, never>;
  'cell.missing': { column: string };
  /** A blank area cell in a file whose area columns are not merged. */
  'cell.missing-area': { column: string };
  /** A formula whose result the workbook does not hold. */
  'cell.unsaved-formula': { column: string };
  /** #N/A and its like. */
  'cell.formula-error': { column: string };
  /** A number in a cell that is merged over several rows. */
  'cell.merged-amount': { column: string };
  'cell.not-one-of': { column: string; choices: readonly string[]; nearest: readonly string[] };
  'cell.not-a-number': { column: string };
  'id-number.invalid': { problem: IdNumberProblem };
  'id-number.unusual': { why: 'province' | 'age'; age?: number };
  'date.unreadable': { column: string };
  'date.month-only': { column: string; taken: Day };
  'date.ambiguous-month': { column: string; taken: Day; other: Day };
  'date.end-before-start': { startColumn: string; start: Day; endColumn: string; end: Day };
  'date.future': { column: string; day: Day };
  /** A day that cannot lie in the future, and does. */
  'date.not-yet': { column: string; day: Day };
  'date.too-early': { column: string; day: Day; earliest: Day };
  /** 季度, 年度 or 期间. */
  'period.unreadable': { column: string; form: 'quarter' | 'year' | 'either' };
  /** Below the least or above the most that can be; `most` null: no limit above. */
  'number.out-of-range': { column: string; least: number; most: number | null };
  /** 年度考核 is of a year, and the row names a quarter. */
  'assessment.yearly': { period: string };
  /** 停发 without a person whom it concerns, or without the day from which. */
  'complaint.suspension': { lacks: 'person' | 'start' };
  /** 持证人数 above 专职人数. */
  'station.more-certified': { staff: number; certified: number };
  /** 人力成本 above the budget that it is a part of. Whole fen. */
  'project.labour-above-budget': { budgetFen: number; labourFen: number };
  'level.unknown': Record<never, never>;
  'level.ambiguous': Record<never, never>;
  'unit.unknown': {
    part: 'code' | 'district' | 'township' | 'unit';
    within: string;
    nearest: readonly string[];
  };
  'unit.ambiguous': { candidates: readonly string[] };
  /** 统计用区划代码 is not twelve digits. */
  'unit.bad-code': Record<never, never>;
  'unit.code-differs': { byCode: string; byName: string };
  'name.damaged': Record<never, never>;
  'sex.contradicts': { stated: Sex; byNumber: Sex };
  'account.scientific': Record<never, never>;
  'account.doubtful': { why: 'length' | 'characters' | 'check' };
  'phone.doubtful': Record<never, never>;
  'certificate-number.doubtful': Record<never, never>;
  /** 编号, 文号 or 证明编号 in scientific notation. */
  'reference.scientific': { column: string };
  'certificate.no-level': Record<never, never>;
  'registration.no-certificate': Record<never, never>;
  'registration.no-start': Record<never, never>;
  'registration.until-assumed': { until: Day };
  'registration.longer-than-term': { until: Day; expected: Day };
  'title.unknown': { nearest: readonly string[] };
}
