import type { Day, Month } from '../day.js';

/** What `complaint list` and `complaint check` find. 三(五) */
export interface ComplaintFindings {
  'complaint.overdue': { received: Day; deadline: Day; days: number };
  /** Open complaints without 办理期限, where the office has set no `complaint.days` either. */
  'complaint.no-deadline': { complaints: number };
  /** Somebody, or an organisation, that several complaints are about. */
  'complaint.repeated': { complaints: number; open: number };
  /**
   * 停发 is on record and stops nothing in these months: the district does not ask for `no-sanction`, or no
   * deciding day is set there.
   */
  'complaint.stop-without-effect': {
    district: string;
    lacks: 'condition' | 'deciding-day';
    months: readonly Month[];
  };
}
