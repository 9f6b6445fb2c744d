import type { ServiceFindings } from '../../domain/findings/services.js';
import type { ServiceProblems } from '../../domain/problems/services.js';
import type { Wording } from '../messages.js';
import type { serviceWords as chinese } from '../zh/services.js';
import { counted } from './counted.js';

export const serviceFindings: Wording<ServiceFindings> = {
  'service.off-post': ({ records }) =>
    `${counted(records, 'service record')} of days on which the worker had no post, counted in no unit. Check the days of service, 上岗日期 and 离岗日期.`,
};

export const serviceProblems: Wording<ServiceProblems> = {
  'service.from-after-on': ({ from, on }) =>
    `--from ${from} is after the last day, ${on}. Correct one of them (the last day is --on, today by default).`,
};

export const serviceWords: typeof chinese = {
  description: 'service records by the 21 fields, worker, unit or month: how many, how many hours',
  by: (choices) => `put together by: ${choices.join(', ')} (default field)`,
  byPlaceholder: 'GROUP',
  groups: { field: 'field', worker: 'worker', unit: 'unit', month: 'month' },
  choice: (choice) => choice,
  from: 'the first day (default 1 January of the year of the last)',
  until: 'the last day, such as 2026-09-30 (default today)',
  examples: {
    year: 'the fields, this year so far',
    quarter: 'the units, the third quarter',
    workers: 'everybody in one district this year, written to a file',
  },
  headings: {
    field: 'field',
    month: 'month',
    records: 'records',
    hours: 'hours',
    withoutHours: 'without hours',
    people: 'people',
    fields: 'fields',
  },
  noField: 'no field stated',
  offPost: 'off post',
  counted: (from, until, records, hours, people) =>
    `${from} to ${until}: ${counted(records, 'service record')}, ${hours} hours, ${people === 1 ? '1 person' : `${people} people`}.`,
  spread: (units, fields) => `In ${counted(units, 'unit')} and ${counted(fields, 'field')}.`,
  withoutField: (records) => `${records} of them state no field.`,
  withoutHours: (records) => `${records} of them state no hours and add none.`,
  nothing: 'There are no service records of that kind. Import them first: shegong import services.',
};
