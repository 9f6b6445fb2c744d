import type { Messages } from '../messages/messages.js';
import type { Report } from './column.js';

/** Colours by meaning; each function returns the text, coloured or as it is. */
export interface Paint {
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
  heading(text: string): string;
  faint(text: string): string;
}

/** Who reads the output, and on what. */
export interface Reader {
  text: Messages;
  /** Whole identity, card and certificate numbers instead of masked ones. */
  reveal: boolean;
  /** A file that people will open, rather than a pipe. */
  forFile: boolean;
  /** Columns of the terminal; undefined: as wide as it takes. */
  width: number | undefined;
  paint: Paint;
}

/**
 * Turns a report into text, chunk by chunk, so that a million rows need no million rows of memory; or into
 * the bytes of a file, once all rows were read.
 */
export type Render = <Row>(report: Report<Row>, reader: Reader) => Iterable<string> | Promise<Uint8Array>;

/** Every format there is. A new one is one file and one line here; each is loaded only when asked for. */
export const FORMATS = {
  table: async (): Promise<Render> => (await import('./table.js')).renderTable,
  csv: async (): Promise<Render> => (await import('./csv.js')).renderCsv,
  json: async (): Promise<Render> => (await import('./json.js')).renderJson,
  ndjson: async (): Promise<Render> => (await import('./json.js')).renderNdjson,
  xlsx: async (): Promise<Render> => (await import('./xlsx.js')).renderXlsx,
};

export type FormatName = keyof typeof FORMATS;
/** Formats that are no text: they need a file. */
export const FILE_FORMATS: readonly FormatName[] = ['xlsx'];

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
