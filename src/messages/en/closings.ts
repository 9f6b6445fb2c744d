import type { ClosingFindings } from '../../domain/findings/closings.js';
import { formatYuan } from '../../domain/money.js';
import type { ClosingProblems } from '../../domain/problems/closings.js';
import type { Move, QuarterState } from '../../domain/quarter-life.js';
import type { Messages, Wording } from '../messages.js';
import { counted } from './counted.js';

const STATES: Readonly<Record<QuarterState, string>> = {
  draft: 'draft',
  closed: 'closed',
  approved: 'approved',
  exported: 'exported',
  paid: 'paid',
};

const MOVES: Readonly<Record<Move, string>> = {
  close: 'closed',
  approve: 'approved',
  export: 'exported for payment',
  pay: 'paid',
  reopen: 'reopened',
};

export const closingFindings: Wording<ClosingFindings> = {
  'subsidy.settled-elsewhere': ({ month, paying, other }) =>
    `${month} is for ${paying} to pay, but ${other} has paid it and not taken it back yet: ${paying} pays it once ${other} has done so at its next close. Please tell ${other}.`,
  'closing.to-recover': ({ district, amountFen }) =>
    `The quarter does not cover what is to be taken back: ${formatYuan(amountFen)} yuan go to the recovery list of ${district}, and later closes take them from what is due first. Record money that the person returns (shegong subsidy recover).`,
  'closing.before-end': ({ quarter, last }) =>
    `${quarter} ends on ${last}: if it is closed now, what changes until then can only be paid or taken back at the next close.`,
  'closing.earlier-open': ({ district, quarter, earlier, reopened }) =>
    reopened
      ? `${district} reopened ${earlier} and has not closed it again, and ${quarter} does not pay it. Close it again (shegong subsidy close ${earlier}), with a new notice.`
      : `${district} has people on post in ${earlier} and has not closed it, though others have: once ${quarter} is closed, ${earlier} cannot be closed any more, nor is it paid later. If it is to be paid here, reopen ${quarter}, close ${earlier}, and then close ${quarter} again.`,
  'closing.no-rate': ({ district, quarter }) =>
    `${district} has no rate in any month of ${quarter} and was not closed. Set subsidy.rate in policies/districts/${district}.yaml or policies/city.yaml, then close it.`,
  'closing.closed-already': ({ district, quarter }) =>
    `${district} has closed ${quarter} already; nothing was done to it.`,
  'closing.notice-days': ({ from, until, weekdays }) =>
    `The notice from ${from} to ${until} has ${counted(weekdays, 'working day')}, counted from Monday to Friday; public holidays and weekends worked instead are not known here. Please make sure that there are 5.`,
  'closing.notice-running': ({ until, today }) =>
    `The notice ends on ${until} (today is ${today}). If there is an objection until then, reopen the quarter first (shegong subsidy reopen).`,
};

const names = (districts: readonly string[]): string => districts.join(', ');
const latest = (later: readonly { district: string; quarter: string }[]): string =>
  later.map(({ district, quarter }) => `${district} ${quarter}`).join(', ');

export const closingProblems: Wording<ClosingProblems> = {
  'usage.bad-dates': ({ option, value }) =>
    `${option} takes two days, the first one first, for example 2026-10-12..2026-10-16, and this is “${value}”.`,
  'closing.nothing': ({ quarter, district }) =>
    `Nobody in ${district ?? 'the city'} had a post in ${quarter}, and nothing is to be amended: there is nothing to close. If somebody is missing, import a roster first (shegong import roster).`,
  'closing.already': ({ quarter, districts }) =>
    `${quarter} is closed already: ${names(districts)}. The next close pays or takes back what has changed since; before it is exported it can be reopened (shegong subsidy reopen).`,
  'closing.future': ({ quarter, from }) => `${quarter} begins on ${from} and cannot be closed yet.`,
  'closing.out-of-order': ({ quarter, later }) =>
    `A quarter after ${quarter} is closed (${latest(later)}), so ${quarter} cannot be closed any more. While the later quarter is not exported, it can be reopened first (shegong subsidy reopen); once exported it stays as it is.`,
  'closing.example': ({ quarter, districts }) =>
    `${names(districts)}: ${quarter}, or what it amends of earlier quarters, rests on an example and cannot be closed. Set the office's own values in the policies folder (subsidy.rate, subsidy.decided-on, subsidy.service-minimum, award.reward) with their document.`,
  'closing.no-rate-anywhere': ({ quarter, districts }) =>
    `${names(districts)}: no rate is set for any month of ${quarter}, so it cannot be closed. Set subsidy.rate in the policies folder first.`,
  'closing.wrong-state': ({ quarter, move, districts }) =>
    `${quarter} cannot be ${MOVES[move]} now: ${districts.map(stateOf).join(', ')}. ${nextStep(move, districts)}`.trim(),
  'closing.same-person': ({ by, districts }) =>
    `${by} closed ${names(districts)}; somebody else has to approve it.`,
  'closing.notice-missing': () =>
    'Approval names the public notice (at least 5 working days), for example: --notice 2026-10-12..2026-10-16',
  'closing.notice-short': ({ from, until, weekdays, needed }) =>
    `The notice from ${from} to ${until} has ${counted(weekdays, 'working day')} (Monday to Friday); it needs ${needed}.`,
  'closing.notice-early': ({ from, closed, districts }) =>
    `The notice began on ${from}, but ${names(districts)} closed on ${closed}: what was shown is not what was closed. Give a new notice of this closing, and approve after it.`,
  'closing.reopen-exported': ({ quarter, districts }) =>
    `The payment papers of ${quarter} have been exported (${names(districts)}), so it cannot be reopened. Correct the register; the next close pays or takes back the difference.`,
  'closing.paid-on-it': ({ quarter, payers }) =>
    `Months or rewards that ${quarter} took back are paid by another district (${latest(payers)}); reopening it alone would pay them twice. Reopen those first, or all together (without --district).`,
  'closing.stood-on': ({ quarter, later }) =>
    `A quarter after ${quarter} is closed (${latest(later)}), so ${quarter} cannot be reopened. Reopen the later one first.`,
};

const stateOf = ({ district, state }: { district: string; state: QuarterState }): string =>
  state !== 'draft'
    ? `${district} is ${STATES[state]}`
    : district === ''
      ? 'no district has closed it'
      : `${district} has not closed it`;

/** What to do first, by the state that is furthest back. */
function nextStep(move: Move, districts: readonly { state: QuarterState }[]): string {
  const states = new Set(districts.map(({ state }) => state));
  switch (move) {
    case 'approve':
      return states.has('draft')
        ? 'Close it first (shegong subsidy close).'
        : 'Only a quarter that is closed, and not approved yet, is approved.';
    case 'export':
      if (states.has('draft')) return 'Close and approve it first (shegong subsidy close, approve).';
      if (states.has('closed')) {
        return 'Payroll and bank files are made after approval; approve it first (shegong subsidy approve).';
      }
      return 'No bank file has been exported; export it first (shegong subsidy export … --what bank).';
    case 'reopen':
      return 'Only a quarter that is closed or approved, and not exported, is reopened.';
    default:
      return '';
  }
}

export const closingWords: Messages['closings'] = {
  states: STATES,
  moves: MOVES,
  help: {
    close: 'close a quarter: lines, grounds and rates are frozen and never change again',
    approve: 'approve a closed quarter; not by the person who closed it',
    reopen: 'reopen a closed quarter before it is exported; needs a reason, and a new notice',
    status: 'where a quarter stands in each district: amounts, payments, and whether every month is settled',
    corrections: 'months and rewards of earlier quarters to be paid in addition or taken back, and why',
    by: 'name of the person who does it',
    document: 'document number',
    reason: 'why it is reopened',
    notice: 'days of the public notice, for example 2026-10-12..2026-10-16 (at least 5 working days)',
    dryRun: 'only compute, close nothing',
    since: 'compare with this quarter: who joined, who left, whose amount changed, and why',
    name: 'name',
    text: 'text',
    period: 'from..until',
    examples: {
      close: 'close every district of the city',
      closeDistrict: 'close one district, with the document number',
      approve: 'approve after the notice',
      reopen: 'reopen after an objection',
      status: 'how far the districts are',
      corrections: 'what the next close will pay in addition or take back',
      since: 'compare with the quarter before',
    },
  },
  headings: {
    district: 'District',
    state: 'State',
    people: 'People',
    personMonths: 'Person-months',
    due: 'Due',
    arrears: 'Arrears',
    recovered: 'Taken back',
    carried: 'To recovery list',
    net: 'To be paid',
    open: 'Open months',
    by: 'By',
    name: 'Name',
    idNumber: 'Identity number',
    month: 'Month',
    amount: 'Amount',
    kind: 'Kind',
    entitled: 'Entitled now',
    settled: 'Settled',
    cause: 'Cause',
    source: 'Source',
  },
  closed: (quarter, districts, people, yuan) =>
    `${quarter} is closed: ${counted(districts, 'district')}, ${counted(people, 'person', 'people')}, ${yuan} yuan to be paid.`,
  wouldClose: (quarter, districts, people, yuan) =>
    `Trial: ${quarter} would be closed for ${counted(districts, 'district')}, ${counted(people, 'person', 'people')}, ${yuan} yuan; nothing was written.`,
  next: {
    closed:
      'Next: export the public notice (shegong subsidy export … --what public); after it, somebody else approves (shegong subsidy approve).',
    approved: 'Next: export payroll and bank files (shegong subsidy export).',
    reopened: 'Correct what is wrong, close again, and give a new notice.',
  },
  approved: (quarter, districts, by) => `${quarter} was approved by ${by}: ${names(districts)}.`,
  reopened: (quarter, districts, by) => `${quarter} was reopened by ${by}: ${names(districts)}.`,
};
