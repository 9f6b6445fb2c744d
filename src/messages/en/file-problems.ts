import type { FileProblems } from '../../domain/problems/files.js';
import type { Wording } from '../messages.js';
import { because } from './reasons.js';

const LOOKS_LIKE: Record<FileProblems['file.binary']['looksLike'], string> = {
  xls: 'is an old Excel workbook (xls). Save it as “Excel workbook (*.xlsx)” and import that.',
  encrypted: 'has a password. Open it in a spreadsheet, remove the password, save it and import it again.',
  document:
    'is another kind of document, such as Word, and no Excel workbook (xlsx). Save its table as xlsx or “CSV UTF-8 (comma delimited)” and import that.',
  zip: 'is an archive. Unpack it and import the table inside.',
  pdf: 'is a PDF. Import the spreadsheet it was made from.',
  image: 'is a picture. Import the spreadsheet, not a scan or screenshot.',
  database: 'is a database. Name a database with --db; what is imported is a table.',
  unknown:
    'is not a text file. Open the original in a spreadsheet and save it as “CSV UTF-8 (comma delimited)”.',
};

export const fileProblems: Wording<FileProblems> = {
  'file.missing': ({ file }) => `There is no file “${file}”; check its name and folder.`,
  'file.is-folder': ({ file }) => `“${file}” is a folder; name a file in it.`,
  'file.unreadable': ({ file, reason }) =>
    `“${file}” cannot be read (${because(reason)}); check it and try again.`,
  'file.unwritable': ({ file, reason }) =>
    `“${file}” cannot be written (${because(reason)}); choose another place, or check it and try again.`,
  'file.empty': ({ file }) => `“${file}” is empty; check whether the right file was saved and sent.`,
  'file.no-rows': ({ file, headingLine }) =>
    `“${file}” has headings (line ${headingLine}) and nothing below them; check whether it is the right file.`,
  'file.binary': ({ file, looksLike }) => `“${file}” ${LOOKS_LIKE[looksLike]}`,
  'file.broken-encoding': ({ file, line }) =>
    `Line ${line} of “${file}” holds characters that cannot be read: the file is damaged, or is not UTF-8, UTF-16 or GB18030. Save the original again as “CSV UTF-8 (comma delimited)”.`,
  'file.line-too-long': ({ file, line, limit }) =>
    `Line ${line} of “${file}” goes on for more than ${Math.round(limit / 1_048_576)} MB: this is no table, or its line ends are lost. Export the original again.`,
  'file.unclosed-quote': ({ file, line }) =>
    `The double quote that opens on line ${line} of “${file}” is never closed, so nothing after it can be told apart. Close or remove it and try again.`,
  'file.no-heading-row': ({ file, looked, missing, seen }) =>
    `The first 30 rows of “${file}” hold no suitable headings. Needed: ${looked.join(', ')}; missing: ${missing.join(', ') || 'none'}; seen: ${seen.join(', ') || 'none'}. Add columns; map one of another name with --map heading=column; a column that is the same in every row can be given with --set column=value.`,
  'file.heading-twice': ({ file, line, column, headings }) =>
    `On line ${line} of “${file}”, ${headings.map((heading) => `“${heading}”`).join(' and ')} both mean “${column}”. Remove one of them, or choose with --map heading=${column}.`,
  'workbook.damaged': ({ file }) =>
    `“${file}” is damaged or was not saved completely. Open the original in a spreadsheet and save it again, or have it sent again.`,
  'workbook.too-large': ({ file, unpacked, limit }) =>
    `“${file}” would unpack to some ${unpacked} MB, over the limit of ${limit} MB or out of proportion to its size; it was not read. Remove blank rows, pictures and sheets that are not needed, or save it as “CSV UTF-8 (comma delimited)”.`,
  'workbook.several-sheets': ({ file, sheets }) =>
    `${sheets.length} sheets of “${file}” have the right headings: ${sheets.join(', ')}. Choose one with --sheet (name or number).`,
  'template.nobody': ({ quarter, district, township }) =>
    `Nobody has a post in ${[district, township].filter((part) => part !== null).join(' ') || 'the register'} in ${quarter}, so there is no sheet to write. Check the quarter, --district and --township, or import the roster first.`,
  'workbook.no-such-sheet': ({ file, sheet, sheets }) =>
    `“${file}” has no sheet “${sheet}”. Its sheets: ${sheets.join(', ')}; name one with --sheet, or give its number (from 1, hidden ones not counted).`,
};
