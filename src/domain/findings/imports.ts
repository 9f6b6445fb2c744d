import type { Day } from '../day.js';
import type { Quarter } from '../quarter.js';

/** What an import has to say beside the cells: about files, people and the register. */
export interface ImportFindings {
  /** How the file was read: encoding, delimiter, heading line. */
  'file.read-as': { encoding: string; delimiter: string; headingLine: number };
  'file.unknown-columns': { columns: readonly string[] };
  'file.area-filled': { rows: number };
  /** `asOf`: the day that a roster keeps; null for a dataset that speaks of no day. */
  'file.known-before': { batch: number; asOf: Day | null };
  'import.future-as-of': { asOf: Day };
  'import.quarter': { quarter: Quarter; asOf: Day };
  /** The number is known under another name. */
  'person.other-name': { known: string; stated: string };
  'person.same-name': { others: readonly string[] };
  /** Two rows of one person whose posts overlap, or that name the person differently. */
  'person.two-rows': { otherFile: string; otherLine: number; why: 'overlap' | 'name' };
  /** Two rows of one person disagree on a cell that is one per person; the row of the later post counts. */
  'person.rows-disagree': { column: string; taken: string; otherLine: number };
  'post.transferred': { from: string; to: string; on: Day; ended: Day };
  /** The row's 上岗日期 is not later than the known post's: the new post starts on the day of the roster. */
  'post.transfer-dated': { from: string; to: string; stated: Day; on: Day; ended: Day };
  /** The same place with another 上岗日期: the earlier stretch ends the day before the later one begins. */
  'post.restarted': { known: Day; stated: Day; ended: Day };
  /** The row's post overlaps a known one elsewhere in a way that no transfer explains. */
  'post.overlaps-known': { place: string; from: Day; until: Day | null };
  /** The register has the post ended; the row lists it as open, which alone ends nothing and begins nothing. */
  'post.listed-after-end': { place: string; ended: Day; now: string | null };
  /** Another category or title, from a day on which the post had ended. */
  'post.changed-after-end': { ended: Day; asOf: Day };
  /** 离岗日期 lies before the day on which the known post begins. */
  'post.ends-before-known-start': { from: Day; until: Day };
  'certificate.none-stated': { known: string };
  /** 管理区县 that no other unit has: a new paying district, or a slip. */
  'unit.new-district': { district: string };
  /** One code in several rows that differ. */
  'unit.two-rows': { otherFile: string; otherLine: number };
  /** One place, title and 设置日期 in several rows that differ. */
  'establishment.two-rows': { otherFile: string; otherLine: number };
}
