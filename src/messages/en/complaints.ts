import type { ComplaintFindings } from '../../domain/findings/complaints.js';
import type { Wording } from '../messages.js';
import type { complaintWords as chinese } from '../zh/complaints.js';
import { counted } from './counted.js';

export const complaintFindings: Wording<ComplaintFindings> = {
  'complaint.overdue': ({ received, deadline, days }) =>
    `Received on ${received}, to be settled by ${deadline}: ${counted(days, 'day')} overdue. Settle it, or import the day on which it was settled (shegong import complaints).`,
  'complaint.no-deadline': ({ complaints }) =>
    `${counted(complaints, 'open complaint')} without 办理期限, received when no complaint.days was in force: nobody can say whether that is overdue. Fill in 办理期限, or set the parameter in the policy folder.`,
  'complaint.repeated': ({ complaints, open }) =>
    `${complaints} complaints in all, ${open === 0 ? 'all of them settled' : `${open} of them still open`}. Look into it.`,
  'complaint.stop-without-effect': ({ district, lacks, months }) =>
    lacks === 'condition'
      ? `停发 is on record and stops no subsidy in ${months.join(', ')}: ${district} does not have no-sanction among its subsidy.conditions. Set it in the policy folder from the official document, or check the days of the 停发.`
      : `停发 is on record, and nobody can say whether it stops ${months.join(', ')}: ${district} has no subsidy.decided-on. Set it in the policy folder from the official document.`,
};

export const complaintWords: typeof chinese = {
  descriptions: {
    list: 'complaints: deadline, settlement, 停发 and the months it stops (never who complained)',
    check: 'are complaints settled in time: open, overdue, by category, repeat respondents',
  },
  options: {
    category: 'only this category, for example 服务态度',
    categoryPlaceholder: 'category',
    state: (choices) => `only this state: ${choices.join(', ')}`,
    statePlaceholder: 'state',
  },
  choices: {
    is: ' = ',
    open: 'not settled, overdue or not',
    overdue: 'past its deadline',
    settled: 'settled',
    'settled-late': 'settled past its deadline',
    suspended: 'with a 停发',
  },
  examples: {
    list: 'every complaint received',
    suspended: 'complaints of one district with a 停发, and which months it stops',
    check: 'what is open today, the nearest deadline first',
    json: 'as of one day, for other programs',
  },
  headings: {
    number: 'number',
    received: 'received',
    category: 'category',
    name: 'respondent',
    idNumber: 'identity number',
    district: 'district',
    township: 'township',
    unit: 'unit',
    organisation: 'organisation',
    state: 'state',
    deadline: 'deadline',
    deadlineFrom: 'deadline from',
    daysLate: 'days late',
    settled: 'settled',
    result: 'result',
    ofRespondent: 'complaints of respondent',
    suspendedFrom: 'stopped from',
    suspendedUntil: 'stopped until',
    stopsMonths: 'months stopped',
  },
  states: { open: 'open', overdue: 'overdue', settled: 'settled', 'settled-late': 'settled late' },
  deadlines: { stated: 'the complaint', days: 'complaint.days' },
  noDeadline: 'not set',
  found: (on, { complaints, open, overdue, settled, settledLate }) =>
    `${counted(complaints, 'complaint')} by ${on}: ${open} open (${overdue} overdue), ${settled} settled (${settledLate} late).`,
  byCategory: (list) => `By category: ${list}.`,
  category: (name, { complaints, open, overdue }) =>
    `${name} ${complaints}, open ${open}, overdue ${overdue}`,
  suspensions: (count) => `With a 停发: ${count}.`,
  nothing: (on) => `No such complaint by ${on}.`,
};
