import type { Month } from '../day.js';
import type { ParameterName } from '../parameter-names.js';

/** What `quota plan --move` finds beside the findings of `quota check` and `grade check`. */
export interface PostMoveFindings {
  /** Without the move the month has a post on the deciding day, with it neither district finds one. 三(六)1 */
  'move.month-lost': { month: Month };
  /** The office has not set what the subsidy needs: the move is answered without it. */
  'move.subsidy-unset': { parameter: ParameterName };
  /** The post would count for no minimum. 三(四)1 */
  'move.not-professional': { title: string | null };
  /** More people than the 岗位设置表 has posts of the title. */
  'move.no-vacancy': { title: string; established: number; filled: number };
}
