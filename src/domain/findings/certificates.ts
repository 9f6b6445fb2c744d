/** What `certificate summary` finds. 二, 三(二)1 */
export interface CertificateFindings {
  /** The year of the target is over and the holders, 员级 included, are fewer. */
  'certificate.target-missed': { target: number; by: number; holders: number; national: number };
  /** The year of the target is over, and only with 员级 are there enough. */
  'certificate.target-with-entry-level': { target: number; by: number; holders: number; national: number };
  /** Certificates without 发证日期 count from the day of the roster that told of them. */
  'certificate.issue-assumed': { people: number };
}
