import type { Day } from '../day.js';
import type { Quarter } from '../quarter.js';

/** What an import has to say beside the cells: about files, people and the register. */
export interface ImportFindings {
  /** How the file was read: encoding and delimiter, or the worksheet; heading line. */
  'file.read-as': {
    encoding: string;
    delimiter: string;
    worksheet: string | null;
    headingLine: number;
  };
  /** What a spreadsheet does not show was read like the rest. */
  'file.hidden': { rows: number; columns: readonly string[] };
  'file.unknown-columns': { columns: readonly string[] };
  /** Columns that the register must not hold (who complained), dropped. */
  'file.never-stored': { columns: readonly string[] };
  'file.area-filled': { rows: number };
  /** Several columns mean one field; the user chose `taken`. */
  'file.column-chosen': { column: string; taken: string; others: readonly string[] };
  /** No file has the heading that --map names. */
  'file.map-unused': { heading: string; seen: readonly string[] };
  /** `asOf`: the day that a roster keeps; null for a dataset that speaks of no day. */
  'file.known-before': { batch: number; asOf: Day | null };
  'import.future-as-of': { asOf: Day };
  'import.quarter': { quarter: Quarter; asOf: Day };
  /** The register has nobody with this identity number. */
  'person.unknown': Record<never, never>;
  /** The number is known under another name. */
  'person.other-name': { known: string; stated: string };
  /** The number was corrected, or joined to another (masked), under which the person is kept. */
  'person.former-number': { kept: string };
  'person.same-name': { others: readonly string[] };
  /** Two rows of one person whose posts overlap, or that name the person differently. */
  'person.two-rows': { otherFile: string; otherLine: number; why: 'overlap' | 'name' };
  /** Two rows of one person disagree on a cell that is one per person; the row of the later post counts. */
  'person.rows-disagree': { column: string; taken: string; otherLine: number };
  /** A complete roster does not list somebody of its area; `ended`: the post ends for it. */
  'person.missing': { place: string; asOf: Day; ended: Day | null };
  'post.transferred': { from: string; to: string; on: Day; ended: Day };
  /** The row's 上岗日期 is not later than the known post's: the new post starts on the day of the roster. */
  'post.transfer-dated': { from: string; to: string; stated: Day; on: Day; ended: Day };
  /** The same place with another 上岗日期: the earlier stretch ends the day before the later one begins. */
  'post.restarted': { known: Day; stated: Day; ended: Day };
  /** The row's post overlaps a known one elsewhere in a way that no transfer explains. */
  'post.overlaps-known': { place: string; from: Day; until: Day | null };
  /** The register has the post ended; the row lists it as open, which alone ends nothing and begins nothing. */
  'post.listed-after-end': { place: string; ended: Day; now: string | null };
  /** The post goes on at a unit that has ended and that nobody took over. */
  'post.unit-ended': { place: string; ended: Day };
  /** Another category or title, from a day on which the post had ended. */
  'post.changed-after-end': { ended: Day; asOf: Day };
  /** 离岗日期 lies before the day on which the known post begins. */
  'post.ends-before-known-start': { from: Day; until: Day };
  'certificate.none-stated': { known: string };
  /** 管理区县 that no other unit has: a new paying district, or a slip. */
  'unit.new-district': { district: string };
  /** 并入 without a day: neither 撤销日期 nor `--as-of`. */
  'unit.merged-undated': Record<never, never>;
  /** 并入 that leads back to the unit itself: the codes in order. */
  'unit.merged-in-circle': { units: readonly string[] };
  /** On the first day after the unit (`from`) the one that takes over has ended too, or has yet to be founded. */
  'unit.successor-absent': { from: Day; successor: string; ended: Day | null; founded: Day | null };
  /** No unit of the register has a code that begins like this; `usual`: how those of the named county do. */
  'unit.new-county': { prefix: string; county: string; usual: string | null };
  /** One code in several rows that differ. */
  'unit.two-rows': { otherFile: string; otherLine: number };
  /** One place, title and 设置日期 in several rows that differ. */
  'establishment.two-rows': { otherFile: string; otherLine: number };
  /** Several rows about the same thing that contradict each other. */
  'fact.two-rows': { otherFile: string; otherLine: number };
  /** A mended row of a rejects file that equals a record of an older file, as which it counts. */
  'fact.mended-equal': { otherFile: string; otherLine: number };
  /** The row says one end of a span, the register the other (`known`), and the end lies before the start. */
  'fact.ends-before-start': {
    startColumn: string;
    start: Day;
    endColumn: string;
    end: Day;
    known: 'start' | 'end';
  };
  /**
   * A cell of a roster that is older than the file from which the register knows otherwise: it is not taken.
   * `dataset`: by which such a value is corrected; `kept`: with long numbers masked.
   */
  'fact.newer-kept': {
    column: string;
    dataset: 'roster' | 'certificates' | 'registrations' | 'assessments';
    asOf: Day;
    kept: string;
    keptFile: string;
    keptLine: number;
    keptAsOf: Day;
  };
}
