import type { FactKind, FactValues } from '../domain/changes.js';
import type { Day } from '../domain/day.js';
import type { Place, Unit } from '../domain/facts.js';
import type { Finding } from '../domain/finding.js';
import type { Sex } from '../domain/id-number.js';
import type { Fen } from '../domain/money.js';
import type { Category, Level, UnitKind } from '../domain/terms.js';

/** A row of a file after its cells were read: `row` is null when something in it rejects it. */
export interface ReadRow<Row> {
  /** Which file of the command, from 0. */
  file: number;
  /** Physical line from 1 where the record begins. */
  line: number;
  /** The cells as they stood, for the rejects file (merged area cells filled in). */
  cells: readonly string[];
  row: Row | null;
  findings: readonly Finding[];
}

/** 花名册: what one row says. null: the cell is empty or absent, and says nothing. */
export interface RosterRow {
  idNumber: string;
  name: string;
  place: Place;
  category: Category;
  title: string | null;
  /** 上岗日期 */
  stated: Day;
  /** 离岗日期 */
  until: Day | null;
  /** 证书级别; `'none'`: the office says that there is no certificate (无, 否). */
  level: Level | 'none' | null;
  certificateNumber: string | null;
  issued: Day | null;
  registeredFrom: Day | null;
  /** Worked out from the term where the cell is empty (a warning says so). */
  registeredUntil: Day | null;
  /** The 有效期至 cell was empty: `registeredUntil` corrects nothing that is known. */
  registeredUntilAssumed: boolean;
  services: '是' | '否' | number | null;
  role: '是' | '否' | null;
  sex: Sex | null;
  phone: string | null;
  bank: string | null;
  account: string | null;
  monthlyPay: Fen | null;
  note: string | null;
}

/** 村社区名录 */
export interface UnitRow {
  code: string;
  county: string;
  township: string;
  name: string;
  /** null only in the list we ship: the code does not tell. */
  kind: UnitKind | null;
  /** 管理区县 */
  district: string | null;
  founded: Day | null;
  dissolved: Day | null;
  /** 并入: code or name of the unit that takes over. */
  successor: string | null;
}

/** 岗位设置表 */
export interface EstablishmentRow {
  place: Place;
  title: string;
  count: number;
  from: Day;
  until: Day | null;
  document: string | null;
}

/** A row of a dataset whose facts are told apart by a key of their own values. */
export interface KeyedRow<Kind extends FactKind> {
  /** Whom it is about; null: nobody. */
  idNumber: string | null;
  name: string | null;
  /** What to call a row that is about nobody: a station, a project. */
  title: string | null;
  /** null: the cell is empty, and says nothing. */
  values: { [Field in keyof FactValues[Kind]]: FactValues[Kind][Field] | null };
  /** What counts where row and register both say nothing. */
  assumed?: Partial<FactValues[Kind]>;
  /** The headings to point at: of the person, of the name, and of what tells the fact from others. */
  personColumn: string;
  nameColumn: string;
  keyColumn: string;
  /** The heading of any other column by its field, as the file has it. */
  headingOf: (field: string) => string;
}

/** What reading a row needs to know beside its cells. */
export interface ReadingContext {
  units: UnitFinder;
  /** The day the file speaks of, and today. */
  asOf: Day;
  today: Day;
  /** Last day of a registration that begins on a day, by `registration.term`; null: no policy says. */
  registrationUntil: (from: Day) => Day | null;
  /** Nearest known titles for a title that looks professional and is none; null when nothing is wrong. */
  titleProblem: (title: string) => readonly string[] | null;
}

/** Finds a unit by code, or by area and name. */
export interface UnitFinder {
  /** `on`: the day that is spoken of; of several units of one name, the one that bore it then is meant. */
  find(asked: { code: string; district: string; township: string; name: string; on?: Day }): UnitAnswer;
  /** The managing district that a 区(市)县 cell means (高新区 -> 成都高新区), for people without a unit. */
  district(asked: string): { district: string } | { nearest: readonly string[] };
  /** The township as the register writes it, within a district; null when it has none of that name. */
  township(district: string, asked: string): string | null;
  /** Up to three townships of the district with a similar name, for telling what may have been meant. */
  townshipsLike(district: string, asked: string): readonly string[];
}

/** One unit, or the finding that says why not (a `unit.*` code, without file and line). */
export type UnitAnswer = { unit: Unit } | { finding: Finding };
