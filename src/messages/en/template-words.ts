import type { templateWords as chinese } from '../zh/template-words.js';
import { counted } from './counted.js';

export const templateWords: typeof chinese = {
  description:
    'write an empty sheet to fill in and import; with --quarter the collection sheet of a quarter, known people filled in',
  dataset: 'DATASET',
  quarter: 'QUARTER',
  options: { quarter: 'the quarter of the collection sheet, such as 2026Q4 (花名册 only)' },
  examples: {
    empty: 'an empty 花名册',
    quarter: 'the collection sheet of a township, to come back with 服务记录 and 发挥专业作用',
  },
  written: (file, rows) =>
    rows === 0
      ? `Wrote the empty sheet ${file}.`
      : `Wrote the collection sheet ${file} with ${counted(rows, 'row')} filled in (whole identity numbers; readable by you alone; recorded in the audit log).`,
  notesSheet: '填表说明',
  notes: (title, command) => [
    `Fill in the sheet “${title}”, one line for each person (or item). Keep the headings; columns may be moved.`,
    'Columns of identity numbers, cards and the like are text: do not make numbers of them. Dates read 2026-09-30.',
    `To import it: ${command}`,
  ],
  headings: {
    column: 'column',
    required: 'required',
    content: 'what it holds',
    synonyms: 'also called',
  },
  required: {
    yes: 'required',
    no: 'optional',
    unless: (alternatives) => `required, unless ${alternatives.join(' or ')} is filled in`,
  },
  separator: ', ',
};
