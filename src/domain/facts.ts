import type { Day } from './day.js';
import type { Sex } from './id-number.js';
import type { Fen } from './money.js';
import type { Quarter } from './quarter.js';
import type { Category, Level, UnitKind } from './terms.js';

/** Where a fact was read: the register's number of the file, and the physical line from 1. */
export interface Origin {
  file: number;
  line: number;
}

/** A village or community, as it is from one day to the next change. */
export interface UnitTerm extends Origin {
  /** First day of this state; null: as long as the unit exists. */
  from: Day | null;
  code: string;
  name: string;
  /** The county of the code (510107 武侯区). */
  county: string;
  /** 镇(街道) */
  township: string;
  /** null: not known yet; never guessed from the name. 三(四)1 */
  kind: UnitKind | null;
  kindConfirmed: boolean;
  /** 管理区县: the district that manages the unit, and pays. */
  district: string;
  districtConfirmed: boolean;
}

export interface Unit {
  id: number;
  founded: Day | null;
  /** Last day on which the unit exists. */
  dissolved: Day | null;
  /** 并入: the unit that its posts belong to from the day after `dissolved`. */
  successor?: number | undefined;
  /** In order of `from`; the first holds before its own `from` too if nothing earlier is known. */
  terms: readonly [UnitTerm, ...UnitTerm[]];
}

/** Where a post is: a unit of the register, or another workplace in a district. */
export type Place =
  | { unit: number; workplace: null; district: null; township: null }
  | { unit: null; workplace: string; district: string; township: string | null };

/** 人员类别 and 岗位名称 of a post, from a day on. */
export interface PostTerm extends Origin {
  from: Day;
  category: Category;
  title: string | null;
}

/** 上岗 to 离岗 of one person at one place. */
export interface Post extends Origin {
  id: number;
  place: Place;
  /** 上岗日期 as the office stated it: with person and place, what tells one post from another. */
  stated: Day;
  /** First day it counts from; later than `stated` where a transfer carried the old date along. */
  from: Day;
  /** 离岗日期: the last day on the post. */
  until: Day | null;
  /** The day of the roster that first told of it: which of two overlapping posts is the later news. */
  asOf: Day;
  /** In order of `from`; at least one, beginning with the post. */
  terms: readonly [PostTerm, ...PostTerm[]];
}

export interface Certificate extends Origin {
  level: Level;
  number: string | null;
  /** 发证日期, or the day of the roster that first told of it. */
  issued: Day;
  /** The file had no 发证日期: `issued` is the day of the roster. */
  issuedAssumed: boolean;
  /** 批准日期, where a file of certificates told it. */
  approved?: Day | null;
}

export interface Registration extends Origin {
  /** 登记日期 */
  from: Day;
  /** 登记有效期至: the last day. */
  until: Day;
}

/** 服务记录 of the roster: 是, 否 or a number of records in a quarter. */
export interface ServiceClaim extends Origin {
  quarter: Quarter;
  claim: '是' | '否' | number;
}

/** One service rendered, from the dataset `services`. */
export interface ServiceRecord extends Origin {
  on: Day;
}

/** 发挥专业作用, for a quarter (2026Q3) or a year (2026). */
export interface Assessment extends Origin {
  period: string;
  result: '是' | '否';
  /** 认定人 and 依据, where a file of assessments told them. */
  assessor?: string | null;
  basis?: string | null;
}

/** 停发: a stretch in which nothing is paid. */
export interface Sanction extends Origin {
  from: Day;
  until: Day | null;
}

/** What the register knows of a person that has no date of its own. */
export interface PersonDetails {
  name: string;
  sex: Sex | null;
  phone: string | null;
  bank: string | null;
  account: string | null;
  note: string | null;
}

/** Everything that the rules need to know of one person. */
export interface Person extends PersonDetails {
  id: number;
  /** The file that the details were last read from, and the line. */
  detailsFile?: number;
  detailsLine?: number;
  idNumber: string;
  /** Numbers that were corrected, or joined to this one. */
  formerNumbers?: readonly string[];
  posts: readonly Post[];
  certificates: readonly Certificate[];
  registrations: readonly Registration[];
  serviceClaims: readonly ServiceClaim[];
  services: readonly ServiceRecord[];
  assessments: readonly Assessment[];
  sanctions: readonly Sanction[];
}

/** 月工资(元), from the day of the roster that stated it. */
export interface Pay extends Origin {
  from: Day;
  monthly: Fen;
}

/** 岗位设置: how many posts of a title a place has been given, from a day on. */
export interface Establishment extends Origin {
  place: Place;
  title: string;
  count: number;
  from: Day;
  /** 撤销日期: the last day it stands. */
  until: Day | null;
  document: string | null;
}
