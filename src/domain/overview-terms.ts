/** Datasets without which a part of the overview has nothing to say. */
export type NeededDataset =
  | 'roster'
  | 'certificates'
  | 'trainings'
  | 'supervisors'
  | 'stations'
  | 'services'
  | 'complaints'
  | 'awards'
  | 'projects'
  | 'fund';

/**
 * `short`, `overdue`: an error of the single command. `attention`: somebody has to look. `counted`: the document sets
 * nothing to hold it against. `unanswered`: see `lack`.
 */
export type FigureState = 'met' | 'under-way' | 'short' | 'overdue' | 'attention' | 'counted' | 'unanswered';

/** What a figure counts; `hours` in whole hundredths, `percent` with one decimal. */
export type FigureUnit =
  | 'people'
  | 'terms'
  | 'posts'
  | 'units'
  | 'places'
  | 'records'
  | 'hours'
  | 'fields'
  | 'complaints'
  | 'respondents'
  | 'awards'
  | 'districts'
  | 'months'
  | 'fen'
  | 'percent';

/** The figures of the overview, in the order of the document. */
export type FigureName =
  | 'holders'
  | 'holdersNational'
  | 'growth'
  | 'hoursMet'
  | 'hoursBehind'
  | 'hoursShort'
  | 'rotationTrained'
  | 'yearlyTrained'
  | 'yearlyOverdue'
  | 'supervisors'
  | 'experts'
  | 'termsEnding'
  | 'termsOver'
  | 'registered'
  | 'registrationDue'
  | 'registrationExpired'
  | 'registrationNever'
  | 'atStake'
  | 'stations'
  | 'stationsMissing'
  | 'stationStaff'
  | 'serviceRecords'
  | 'serviceHours'
  | 'serviceFields'
  | 'unitsMeeting'
  | 'established'
  | 'shortfall'
  | 'filled'
  | 'certified'
  | 'unknownKind'
  | 'gradeProblems'
  | 'complaints'
  | 'complaintsOpen'
  | 'complaintsOverdue'
  | 'complaintsLate'
  | 'repeated'
  | 'suspensions'
  | 'subsidySettled'
  | 'subsidyDraft'
  | 'subsidyUndecided'
  | 'pay'
  | 'payBelow'
  | 'labourShare'
  | 'awards'
  | 'rewards'
  | 'benefits'
  | 'fundBalance';
