/** What `service summary` finds. 三(三)1 */
export interface ServiceFindings {
  /** Rendered on days on which the worker had no post. */
  'service.off-post': { records: number };
}
