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
    looksLike: 'xlsx' | 'xls' | 'zip' | 'pdf' | 'image' | 'database' | 'unknown';
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
}
