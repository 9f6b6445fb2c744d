/** What kind of thing the cells of a column hold, for help and templates; the wording is in messages/. */
export type ContentKind =
  | 'text'
  | 'name'
  | 'id-number'
  | 'unit-code'
  | 'certificate-number'
  | 'phone'
  | 'account'
  | 'day'
  | 'deadline'
  | 'quarter'
  | 'year'
  | 'period'
  | 'money'
  | 'count'
  | 'hours'
  | 'services'
  | 'choice';

export interface Content {
  kind: ContentKind;
  /** The fixed words of a choice, in the order of the document. */
  words?: readonly string[];
}

/** A column of a dataset as help and templates tell of it. */
export interface DatasetColumn {
  heading: string;
  /** Other headings that mean the same. */
  synonyms: readonly string[];
  /**
   * `always`: the file must have it and every cell be filled; `column`: the file must have it; a list: it must,
   * unless it has one of these columns; `never`.
   */
  required: 'always' | 'column' | 'never' | readonly string[];
  /** Shown masked wherever whole numbers are not asked for. */
  personal: boolean;
  content: Content;
}

/** A dataset as help and templates tell of it. */
export interface DatasetDescription {
  /** `roster`, as in the command. */
  name: string;
  /** 花名册 */
  title: string;
  columns: readonly DatasetColumn[];
  /** Whether its rows belong to an area, so that a whole file may lack the columns for it. */
  hasArea: boolean;
}
