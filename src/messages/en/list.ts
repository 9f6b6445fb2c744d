import type { ListFindings } from '../../domain/findings/lists.js';
import type { Wording } from '../messages.js';
import type { listWords as chinese } from '../zh/list.js';
import { counted } from './counted.js';

export const listFindings: Wording<ListFindings> = {
  'list.unknown': ({ byName }) =>
    byName
      ? 'Nobody in the register has this name. Check it, or fill in the identity number.'
      : 'Nobody in the register has this identity number. Check it; for somebody new, import the roster or the certificates first.',
  'list.ambiguous': ({ people }) =>
    `${people} people of the register fit, and nobody can tell which is meant. Fill in the whole identity number.`,
  'list.other-name': ({ stated }) =>
    `In the register this identity number is not “${stated}”. Check name and number; if the name was changed, import the new roster first.`,
  'list.repeated': ({ earlier }) =>
    `The same person as on line ${earlier}, counted once. Check whether the list names somebody twice.`,
  'list.empty': () =>
    'This row has neither a name nor an identity number, so there is nothing to check. Fill one in.',
  'list.unreadable': () =>
    'The cells of this row do not fit the headings (delimiters or quotes), so it cannot be checked. Mend it and check again.',
};

export const listWords: typeof chinese = {
  description: 'check a list of people: certificate, registration and services of each row',
  file: 'the list (CSV or XLSX) with a column 身份证号 or 姓名; - for standard input',
  filePlaceholder: 'file',
  sheet: 'worksheet of the workbook (name or number)',
  sheetPlaceholder: 'sheet',
  examples: {
    check: 'every row as of today, as a spreadsheet file',
    on: 'as of 30 June 2026',
  },
  headings: {
    line: 'line',
    name: 'name',
    idNumber: 'identity number',
    answer: 'answer',
    onPost: 'on post',
    level: 'level',
    issued: 'issued',
    services: 'services this year',
    lastService: 'last service',
    serviceClaim: 'services of the quarter (roster)',
  },
  answers: {
    found: 'found',
    unknown: 'unknown',
    ambiguous: 'several people',
    'other-name': 'other name',
    'bad-number': 'bad number',
    empty: 'empty',
    unreadable: 'unreadable',
  },
  noCertificate: 'none',
  checked: (on, rows, found, people) =>
    `${counted(rows, 'row')} checked as of ${on}: ${found} found${people < found ? ` (${counted(people, 'person', 'people')})` : ''}, ${rows - found} without an answer.`,
  skipped: (rows) =>
    `${counted(rows, 'more row')} without name and number, taken for titles, totals or signatures.`,
  status: (certified, registered, served) =>
    `Of those found: ${certified} certified, ${registered} validly registered, ${served} with services this year.`,
};
