import type { StationLevel } from '../terms.js';

/** What `network check` finds. 三(三)1 */
export interface NetworkFindings {
  'network.missing': { level: StationLevel };
  /** A station that stands, in an area that the register does not have on the day. */
  'network.no-such-area': { level: StationLevel; name: string };
}
