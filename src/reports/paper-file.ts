import { zh } from '../messages/zh/index.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { Reader } from './format.js';
import type { Paper } from './subsidy-papers.js';

/** The kinds of file that papers are written as; the name is the ending. */
export type PaperFormat = 'csv' | 'xlsx';

/**
 * The bytes of a paper: CSV for spreadsheets, or a workbook ready to print. Chinese whatever language the screen
 * speaks, and the same for the same paper on any day.
 */
export async function paperFile(paper: Paper, format: PaperFormat): Promise<Uint8Array> {
  const reader: Reader = {
    ...{ text: zh, reveal: paper.whole, forFile: true, width: undefined },
    paint: { error: String, warning: String, info: String, heading: String, faint: String },
  };
  if (format === 'xlsx') {
    const { asWorkbook } = await import('./xlsx.js');
    const how = { name: paper.title, print: { footer: words.page } };
    return paper.write((report) => asWorkbook(report, reader, how));
  }
  const { renderCsv } = await import('./csv.js');
  return Buffer.from(paper.write((report) => [...renderCsv(report, reader)]).join(''));
}
