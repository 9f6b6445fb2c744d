import type { Day, Month } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import type { Fen } from '../domain/money.js';
import type { FigureName, FigureState, FigureUnit, NeededDataset } from '../domain/overview-terms.js';
import type { ParameterName } from '../domain/parameter-names.js';
import type { Quarter } from '../domain/quarter.js';
import type { QuarterMoney } from '../domain/quarter-money.js';
import type { System } from '../domain/terms.js';
import type { DocumentSystem } from '../policy/document-systems.js';
import type { AwardList } from './awards.js';
import type { CertificateSummary } from './certificate-summary.js';
import type { ComplaintCheck } from './complaints.js';
import type { BenefitRow } from './education-benefit.js';
import type { FundShow } from './fund.js';
import type { GoalRow } from './goals.js';
import type { GradeCheck } from './grade-check.js';
import type { LabourShare } from './labour-share.js';
import type { NetworkCheck } from './network.js';
import type { PayCheck } from './pay.js';
import type { QuotaCheck } from './quotas.js';
import type { RegistrationsDue } from './registrations-due.js';
import type { ServiceSummary } from './service-summary.js';
import type { SupervisorList } from './supervisors.js';
import type { Rotation } from './training-coverage.js';
import type { HoursCheck } from './training-hours.js';
import type { YearlyCheck } from './yearly-training.js';

/** Why a part cannot answer; never a 0 in its place. */
export type Lack =
  | { why: 'not-imported'; dataset: NeededDataset }
  | { why: 'not-set'; parameter: ParameterName }
  | { why: 'not-in-force' }
  /** Kept for the whole city alone, and a part of it was asked about. */
  | { why: 'city-only' }
  /** Nobody is there whom the figure could be about. */
  | { why: 'nobody' };

/** What a command answered, or why it could not. */
export type Answer<Value> = { value: Value; lack: null } | { value: null; lack: Lack };

/** What the single commands answer for one area on one day. */
export interface Answers {
  quota: Answer<QuotaCheck>;
  grades: Answer<GradeCheck>;
  certificates: Answer<CertificateSummary>;
  registrations: Answer<RegistrationsDue>;
  hours: Answer<HoursCheck>;
  rotation: Answer<Rotation>;
  yearly: Answer<YearlyCheck>;
  supervisors: Answer<SupervisorList>;
  network: Answer<NetworkCheck>;
  /** Of the year that ends on the day. */
  services: Answer<{ byField: ServiceSummary; byMonth: ServiceSummary }>;
  complaints: Answer<ComplaintCheck>;
  awards: Answer<AwardList>;
  benefits: Answer<readonly BenefitRow[]>;
  pay: Answer<PayCheck>;
  labour: Answer<LabourShare>;
  fund: Answer<FundShow>;
  goals: Answer<readonly GoalRow[]>;
}

/** A section of the overview: the goals of 二 (null) or a system of 三. */
export type Section = System | null;

/** One number with what it is to be held against, and how it stands. */
export interface Figure {
  section: Section;
  figure: FigureName;
  /** Money in fen, hours in whole hundredths, percent with one decimal; null: see `lack`. */
  value: number | null;
  unit: FigureUnit;
  /** What it is a part of; null: of nothing. */
  of: number | null;
  /** What the policy wants it to be at least; null: it sets nothing. */
  target: number | null;
  article: string;
  state: FigureState;
  lack: Lack | null;
  /** The quarter that an amount is of. */
  quarter: Quarter | null;
}

/** Errors of one of the single commands. */
export interface CommandErrors {
  section: Section;
  command: string;
  errors: number;
}

/** What areas are told apart by: districts of the city, townships of a district, units of a township. */
export type AreaLevel = 'district' | 'township' | 'unit';

/** What waits in an area; null: the part cannot answer. */
export interface DueCounts {
  due: number | null;
  expired: number | null;
  never: number | null;
  hoursShort: number | null;
  complaints: number | null;
  termsOver: number | null;
  termsEnding: number | null;
  /** 村(社区) without a 社工室. */
  withoutStation: number | null;
}

/** One area in figures; null: cannot be answered. */
export interface AreaRow extends DueCounts {
  /** Empty: what belongs to no area of the level. */
  area: string;
  units: number | null;
  unitsMeeting: number | null;
  established: number | null;
  filled: number | null;
  certified: number | null;
  shortfall: number | null;
  holders: number | null;
  registered: number | null;
  stationPlaces: number | null;
  stationsCovered: number | null;
}

/** A unit, or another place of work, in which something is short, due or overdue. */
export interface DueUnit extends DueCounts {
  district: string;
  township: string;
  unit: string;
  shortfall: number | null;
}

export type DueList = 'due' | 'expired' | 'never' | 'hoursShort' | 'complaints' | 'termsOver' | 'termsEnding';

/** Somebody on a due list; made only where people were asked for. */
export interface DuePerson {
  list: DueList;
  /** null: a complaint about an organisation. */
  person: { name: string; idNumber: string } | null;
  /** The number of the complaint, or the level of the certificate or supervisor. */
  what: string;
  district: string;
  township: string;
  unit: string;
  /** The day until which it held or is due; null: none is known. */
  day: Day | null;
}

/** Quarters in order, each with the sums of its districts. */
export interface QuarterSums {
  quarter: Quarter;
  districts: readonly QuarterMoney[];
  settledFen: Fen;
  draftFen: Fen;
  /** Counted in each district that pays them. */
  people: number;
}

/** Months of people of whom nobody can tell the subsidy, because no rate is set; they are in no sum. */
export interface UndecidedMonths {
  quarter: Quarter;
  months: number;
}

/** The subsidy of the last quarters. */
export interface QuarterMoneyTold {
  quarters: readonly QuarterSums[];
  /** Why the quarter of the day has no draft; null: it has, or everything is settled. */
  draftLack: Lack | null;
  undecided: readonly UndecidedMonths[];
}

/** Everything that the page shows, for one area on one day. */
export interface Overview extends QuarterMoneyTold {
  on: Day;
  /** The moment asked for with `--known-at`. */
  knownAt: Date | null;
  area: { district: string | null; township: string | null };
  policy: {
    title: string;
    from: Day | null;
    until: Day | null;
    daysLeft: number | null;
    /** 示例标准: a value used is of the example pack. */
    example: boolean;
  };
  register: { people: number; lastBatch: { number: number; at: string } | null };
  sections: readonly DocumentSystem[];
  answers: Answers;
  figures: readonly Figure[];
  errors: readonly CommandErrors[];
  /** What the rows of `areas` are. */
  by: AreaLevel;
  areas: readonly AreaRow[];
  /** Column and row of each district on the map of tiles. */
  tiles: Readonly<Record<string, readonly [column: number, row: number]>>;
  /** Months that services are told of. */
  months: { from: Month; until: Month };
  dueUnits: readonly DueUnit[];
  duePeople: readonly DuePerson[] | null;
  findings: readonly Finding[];
}
