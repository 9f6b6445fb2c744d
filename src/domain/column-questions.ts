/** A column of a file that nothing says the meaning of. */
export interface UnknownColumn {
  file: string;
  /** As it stands in the file, on one line. */
  heading: string;
  /** A few of its values, numbers masked. */
  samples: readonly string[];
  /** Headings of the dataset that it may mean and that the file lacks, likeliest first. */
  likely: readonly string[];
  /** The other headings of the dataset that the file lacks. */
  others: readonly string[];
  /** Required headings that the file lacks: as long as one is open, a column like nothing known is asked about too. */
  missing: readonly string[];
}

/** Several columns of a file that mean one column of the dataset. */
export interface ColumnChoice {
  file: string;
  /** Heading of the dataset. */
  column: string;
  among: readonly { heading: string; samples: readonly string[] }[];
}

/** What a person at a terminal can be asked before files are imported. */
export interface ColumnQuestions {
  unknown: readonly UnknownColumn[];
  choices: readonly ColumnChoice[];
}
