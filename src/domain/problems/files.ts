/** A file as a whole cannot be read, or cannot be written. */
export interface FileProblems {
  'file.missing': { file: string };
  'file.is-folder': { file: string };
  'file.unreadable': { file: string; reason: string };
  'file.unwritable': { file: string; reason: string };
  'file.empty': { file: string };
  /** A heading row, and nothing below it. */
  'file.no-rows': { file: string; headingLine: number };
  'file.binary': {
    file: string;
    looksLike: 'xls' | 'encrypted' | 'document' | 'zip' | 'pdf' | 'image' | 'database' | 'unknown';
  };
  /** Neither UTF-8, UTF-16 with BOM nor GB18030; `line` is the first that cannot be decoded. */
  'file.broken-encoding': { file: string; line: number };
  'file.line-too-long': { file: string; line: number; limit: number };
  'file.unclosed-quote': { file: string; line: number };
  /** `missing`: required columns that no heading names; `seen`: the headings of the best row, or the first cells. */
  'file.no-heading-row': {
    file: string;
    looked: readonly string[];
    missing: readonly string[];
    seen: readonly string[];
  };
  'file.heading-twice': { file: string; line: number; column: string; headings: readonly string[] };
  /** An XLSX file that was cut off, or whose inside is broken. */
  'workbook.damaged': { file: string };
  /** In megabytes; `unpacked`: what it would take in memory. */
  'workbook.too-large': { file: string; unpacked: number; limit: number };
  /** More than one worksheet has the headings of the dataset. */
  'workbook.several-sheets': { file: string; sheets: readonly string[] };
  /** A collection sheet would be empty: nobody has a post in the area in that quarter. */
  'template.nobody': { quarter: string; district: string | null; township: string | null };
  'workbook.no-such-sheet': { file: string; sheet: string; sheets: readonly string[] };
}
