/** Why a batch cannot be taken back. */
export interface BatchFindings {
  /** A later batch corrected or completed what this one recorded. */
  'batch.stands-on': { batch: number; later: number };
}
