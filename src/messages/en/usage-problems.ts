import type { UsageProblems } from '../../domain/problems/usage.js';
import type { Wording } from '../messages.js';
import { counted } from './counted.js';

const perhaps = (nearest: readonly string[]) =>
  nearest.length > 0 ? ` Did you mean ${nearest.join(' or ')}?` : '';

export const usageProblems: Wording<UsageProblems> = {
  'usage.unknown-command': ({ command, nearest }) => `There is no command “${command}”.${perhaps(nearest)}`,
  'usage.unknown-option': ({ option, nearest }) => `There is no option “${option}”.${perhaps(nearest)}`,
  'usage.missing-argument': ({ argument }) => `The argument “${argument}” is missing; add it and try again.`,
  'usage.missing-value': ({ option }) => `The option “${option}” needs a value after it.`,
  'usage.missing-option': ({ option }) => `The option “${option}” is required.`,
  'usage.too-many-arguments': ({ command, expected, given }) =>
    `“${command}” takes at most ${counted(expected, 'argument')} and got ${given}. Quote what contains spaces.`,
  'usage.bad-day': ({ option, value }) =>
    `${option}: “${value}” is not a day. Write it like 2026-07-01, and check that the month has that day.`,
  'usage.bad-moment': ({ option, value }) =>
    `${option}: “${value}” is not a moment. Write it like 2026-07-01T09:30:00+08:00.`,
  'usage.bad-year': ({ option, value }) => `${option} “${value}” is not a year. Write it as 2026.`,
  'usage.bad-quarter': ({ value }) => `“${value}” is not a quarter. Write it like 2026Q3 (Q1 to Q4).`,
  'usage.bad-choice': ({ option, value, choices }) =>
    `${option} cannot be “${value}”; choose one of: ${choices.join(', ')}.`,
  'usage.bad-hash': ({ value }) =>
    `“${value}” given to --expect is not a hash. Copy the hash that shegong audit verify tells, its first 16 characters at least (digits and a to f).`,
  'usage.needs-file': ({ format }) =>
    `--format ${format} only goes to a file; name one with -o, such as -o result.${format}.`,
  'usage.bad-set': ({ value }) =>
    `--set is written “column=value” (such as --set 区县=锦江区); “${value}” is not.`,
  'usage.bad-map': ({ value }) =>
    `--map is written “heading=column” (such as --map 身份证=身份证号; --map 备用电话= ignores a column); “${value}” is not.`,
  'usage.map-twice': ({ heading, columns }) =>
    `--map maps “${heading}” twice: ${columns.map((column) => (column === '' ? 'to be ignored' : `to “${column}”`)).join(' and ')}. Keep one of them.`,
  'usage.would-overwrite': ({ option, file }) =>
    `${option}: “${file}” is in use by this very command and would be destroyed. Choose another name.`,
  'usage.unknown-column': ({ dataset, column, columns, nearest }) =>
    `The dataset ${dataset} has no column “${column}”.${perhaps(nearest)} Its columns: ${columns.join(', ')}.`,
};
