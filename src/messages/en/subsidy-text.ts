import type { Month } from '../../domain/day.js';
import { CONDITIONS } from '../../domain/terms.js';
import type { DecidedOn, SubsidyText } from '../subsidy-text.js';
import { counted } from './counted.js';
import { subsidyConditions } from './subsidy-conditions.js';

const decidingDay = (chosen: 'first-day' | 'last-day' | number) =>
  chosen === 'first-day'
    ? 'the first day of the month'
    : chosen === 'last-day'
      ? 'the last day of the month'
      : `day ${chosen} of the month`;

function decidedOn(chosen: DecidedOn): string {
  if (typeof chosen !== 'object') return `decided on ${decidingDay(chosen)}`;
  const apart = CONDITIONS.flatMap((condition) => {
    const own = chosen[condition];
    return own === undefined ? [] : [`${subsidyConditions.conditions[condition]} on ${decidingDay(own)}`];
  });
  return `decided: ${[...apart, `everything else on ${decidingDay(chosen.otherwise)}`].join(', ')}`;
}

const month = (of: Month): string => of;

/** How preview, explain and export read in English. */
export const subsidyText: SubsidyText = {
  ...subsidyConditions,
  month,
  quarter: (of) => of,
  help: {
    quarter: 'quarter',
    who: 'who',
    folder: 'folder',
    sheets: 'sheets',
    descriptions: {
      preview: "compute a quarter's subsidy and rewards without storing anything",
      explain: 'why a person is paid or not: every condition of every month, with source and article',
      export:
        'write payroll, public notice, summary, unpaid list and more, with a manifest (drafts until the close)',
    },
    options: {
      all: 'show everybody with a post in the quarter, also those without subsidy (totals stay the same)',
      to: 'the folder to write to (created when the folder above it exists)',
      what: 'which sheets, with commas between: payroll, public, summary, unpaid, corrections, recovery, bank (default: all; corrections and recovery where there is something; with --format xlsx ready to print)',
      together: 'one file for all districts',
      withId: 'add masked identity numbers to the public notice',
      force: 'replace files of the same name with other contents',
      by: 'who exports (default: the user of this computer)',
    },
    about: {
      quarter: 'quarter, for example 2026Q3',
      who: "identity number, its masked form, its last six characters, or a name that is one person's alone",
    },
    examples: {
      preview: 'the third quarter of 2026 for the whole city',
      previewAll: 'everybody on post in one district, as a file',
      explain: "one person's months",
      explainJson: 'for another program',
      export: 'all sheets, a set for each district',
      exportPublic: 'after the close, the public notice with masked identity numbers',
      exportPayroll: 'after the approval, payroll and summary of one district, ready to print',
    },
  },
  preview: {
    headings: {
      name: 'name',
      idNumber: 'identity number',
      district: 'district',
      township: 'township',
      unit: 'unit',
      unitCode: 'unit code',
      total: 'total (yuan)',
    },
    and: ', ',
    undecided: (reasons) => `undecided: ${reasons}`,
    noPost: 'no post',
    totals: (quarter, people, personMonths, yuan) =>
      `${quarter}: ${counted(people, 'person', 'people')}, ${counted(personMonths, 'person-month')}, ${yuan} yuan in all (a preview; nothing was stored).`,
    byDistrict: (amounts) =>
      `By district: ${amounts.map(({ district, yuan }) => `${district} ${yuan}`).join('; ')}.`,
    unpaid: (months, byReason) =>
      `${counted(months, 'person-month')} on post ${months === 1 ? 'is' : 'are'} not paid. Reasons (a month may have several): ${byReason
        .map(({ reason, months: count }) => `${reason} ${count}`)
        .join(', ')}.`,
    undecidedMonths: (months) =>
      `${months} of these cannot be decided yet, which does not mean that nothing is due.`,
    nobody: (quarter) => `Nobody held a post in ${quarter}.`,
  },
  explain: {
    headings: {
      name: 'name',
      idNumber: 'identity number',
      month: 'month',
      result: 'result',
      condition: 'condition',
      met: 'met',
      needed: 'needed',
      found: 'found',
      source: 'source',
      citation: 'article',
      explanation: 'explanation',
    },
    met: (met) => (met ? 'met' : 'not met'),
    sentence: (name, needed, found, met, grounds) =>
      `${name}: needs ${needed}; found: ${found} → ${met ? 'met' : 'not met'}${grounds.length > 0 ? ` (${grounds.join('; ')})` : ''}`,
    source: (file, line, batch) => `${file} line ${line}, batch ${batch}`,
    paid: (yuan, level, district) => `paid ${yuan} yuan (${[level, district].filter(Boolean).join(', ')})`,
    unpaid: (reasons) => `not paid: ${reasons.join('; ')}`,
    undecided: (reasons) => `undecided: ${reasons.join('; ')}`,
    person: (name, idNumber, place, quarter) => `${name} (${idNumber}), ${place}, ${quarter}:`,
    total: (yuan, months) => `${months} months paid, ${yuan} yuan in all.`,
    whichOne: (who) => `More than one person fits ${who}. Which one (arrow keys, then Enter)?`,
  },
  standards: {
    everywhere: (districts) => (districts.length === 1 ? (districts[0] ?? '') : 'all districts'),
    districts: (districts) => districts.join(', '),
    months: (months) => (months.length > 1 ? `${months[0]} to ${months.at(-1)}` : `${months[0]}`),
    line: (where, months, parts) => `Values used: ${where}, ${months}: ${parts.join('; ')}.`,
    rates: (rates, paper) =>
      `yuan a month ${rates.map(({ level, yuan }) => `${level} ${yuan}`).join(', ')} (${paper})`,
    noRate: 'no rate set',
    document: (document, article) => `${document} ${article}`.trim(),
    decidedOn,
    conditions: (names) => `conditions: ${names.join(', ')}`,
    categories: (categories) => `covers ${categories.join(', ')}`,
    serviceMinimum: ({ count, per }) => `at least ${counted(count, 'service')} a ${per}`,
    noServiceMinimum: 'no number of services set',
    noPolicy: 'no policy in force, nothing is due',
    example: '示例标准: example values, not to be paid from',
  },
  exports: {
    headings: {
      file: 'file',
      sheet: 'sheet',
      district: 'district',
      rows: 'rows',
      people: 'people',
      due: 'due (yuan)',
      reward: 'rewards (yuan)',
      arrears: 'arrears (yuan)',
      recovered: 'recovered (yuan)',
      carried: 'to recover (yuan)',
      amount: 'paid (yuan)',
      sha256: 'sha256',
    },
    sheets: {
      payroll: 'payroll',
      public: 'public notice',
      summary: 'summary',
      unpaid: 'unpaid list',
      corrections: 'corrections',
      recovery: 'recovery list',
      bank: 'bank file',
      manifest: 'manifest',
    },
    wholeCity: 'whole city',
    written: (folder, files, unchanged) =>
      `${files} files written to ${folder}${unchanged > 0 ? `; ${unchanged} more stand there already, unchanged` : ''}.`,
    draft: (districts) =>
      districts === null
        ? 'The quarter is not closed: these files are drafts, not to be paid from or published.'
        : `Not closed: ${districts.join(', ')}. Their files are drafts, not to be paid from or published.`,
    exported: (districts, by) => `Exported by ${by}, and not to be reopened: ${districts.join(', ')}.`,
    again: (files) => `${files} of these files were handed out before and are the same to the letter.`,
  },
};
