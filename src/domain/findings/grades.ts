import type { Level } from '../terms.js';

/** What `grade map` and `grade check` find. 三(四)2 */
export interface GradeFindings {
  'grade.unknown-title': { title: string; nearest: readonly string[] };
  /** 社会工作员 (员级) earns a subsidy but has no grade. */
  'grade.level-without-grade': { title: string };
  'grade.not-professional': { title: string };
  'grade.no-certificate': { title: string; needed: Level };
  'grade.certificate-too-low': { title: string; needed: Level; held: Level };
}
