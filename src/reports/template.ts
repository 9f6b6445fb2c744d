import type { ContentKind, DatasetColumn, DatasetDescription } from '../domain/dataset-columns.js';
import type { Fen } from '../domain/money.js';
import type { Messages } from '../messages/messages.js';
import { type ColumnFormat, type Worksheet, type WorksheetCell, writeWorkbook } from './workbook.js';

export interface TemplatePaper {
  description: DatasetDescription;
  rows: readonly (readonly (string | { fen: Fen } | null)[])[];
  /** How the sheet comes back, as it is typed. */
  command: string;
}

/** Kinds that a spreadsheet may take for the numbers that they are; anything else it must leave alone. */
const FORMATS: Partial<Record<ContentKind, ColumnFormat>> = {
  money: 'money',
  count: 'general',
  hours: 'general',
};
/** Lines under the known ones for those who are new: a pasted number stays text only where the cell says so. */
const BLANK_ROWS = 1000;

/**
 * A sheet to be filled in as an XLSX file: headings, lists to choose from, columns that keep numbers as text, and
 * a second sheet that explains every column.
 */
export function writeTemplate(paper: TemplatePaper, text: Messages): Promise<Uint8Array> {
  return writeWorkbook([dataSheet(paper), notesSheet(paper, text)]);
}

function dataSheet({ description: { title, columns }, rows }: TemplatePaper): Worksheet {
  return {
    name: title,
    formats: columns.map(({ content }) => FORMATS[content.kind] ?? 'text'),
    above: [],
    headings: columns.map(({ heading }) => heading),
    rows: rows.map((row) => row.map(cellOf)),
    below: [],
    choices: columns.flatMap(({ content: { words = [] } }, column) =>
      words.length > 0 ? [{ column, words }] : [],
    ),
    blankRows: BLANK_ROWS,
  };
}

const cellOf = (value: string | { fen: Fen } | null): WorksheetCell =>
  value !== null && typeof value === 'object' ? value.fen / 100 : value;

function notesSheet({ description, command }: TemplatePaper, { templates, imports }: Messages): Worksheet {
  const { headings, notes } = templates;
  const { contents } = imports.columnHelp;
  return {
    name: templates.notesSheet,
    formats: ['text', 'text', 'text', 'text'],
    above: notes(description.title, command).map((line) => [line]),
    headings: [headings.column, headings.required, headings.content, headings.synonyms],
    rows: description.columns.map((column) => [
      column.heading,
      need(column, templates.required),
      contents[column.content.kind](column.content.words ?? []),
      column.synonyms.join(templates.separator),
    ]),
    below: [],
  };
}

function need({ required }: DatasetColumn, words: Messages['templates']['required']): string {
  if (typeof required !== 'string') return words.unless(required);
  return required === 'never' ? words.no : words.yes;
}
