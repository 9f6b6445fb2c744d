import type { ReconciliationFindings } from '../../domain/findings/reconciliation.js';
import { formatYuan } from '../../domain/money.js';
import type { RecoveryProblems } from '../../domain/problems/recovery.js';
import type { OpenReason } from '../../domain/reconciliation.js';
import type { Messages, Wording } from '../messages.js';
import { counted } from './counted.js';

const names = (districts: readonly string[]): string => districts.join(', ');

const count = (people: number): string => counted(people, 'person', 'people');

const open = (why: OpenReason, other: string | null): string =>
  ({
    undecided: 'nobody can say yet (no rate, or two claims)',
    'settled-elsewhere': `${other ?? 'another district'} has paid it and not taken it back`,
    'beyond-retro': 'corrections do not reach that far back',
  })[why];

export const reconciliationFindings: Wording<ReconciliationFindings> = {
  'reconciliation.difference': ({ district, month, settledFen, entitledFen }) =>
    `${district} ${month}: ${formatYuan(settledFen)} yuan are settled, but as known at the last close it is ${formatYuan(entitledFen)} yuan, and no open item says why. Check the database (shegong db check) and this person.`,
  'reconciliation.paid-twice': ({ month, districts, settledFen }) =>
    `${names(districts)} have both paid ${month}, ${formatYuan(settledFen)} yuan together. Check the database (shegong db check), and let the districts check.`,
  'reconciliation.open': ({ district, month, why, other }) =>
    `${district} ${month} is not settled yet: ${open(why, other)}. ${NEXT[why]}`,
  'reconciliation.policies-changed': ({ quarter, districts }) =>
    `The policy files have changed since ${names(districts)} closed, so ${quarter} cannot be computed again as it was then: what is settled was compared with what the close had found each month to be.`,
  'reconciliation.late-facts': ({ quarter, district, people, arrearsFen, recoveredFen, carrying }) =>
    `More has become known since ${district} closed: in ${quarter} the amount of ${count(people)} differs; the close of ${carrying} will pay ${formatYuan(arrearsFen)} yuan in addition and take back ${formatYuan(recoveredFen)} yuan (in detail: shegong subsidy corrections ${carrying}).`,
  'reconciliation.no-draft': ({ quarter }) =>
    `${quarter} cannot be computed with the policies as they are: only what is closed is shown, neither districts that have not closed nor what has become known since. shegong subsidy preview ${quarter} says what is missing.`,
  'closing.frozen': ({ quarter, districts }) =>
    `${names(districts)}: ${quarter} is closed. This is computed from what is known now; what is paid is what was closed (shegong subsidy explain, export). The next close amends the difference.`,
  'closing.person-missing': ({ quarter, district }) =>
    `The person was not there when ${district} closed ${quarter}. This is computed from what is known now; ${district} pays what is due at its next close.`,
};

const NEXT: Readonly<Record<OpenReason, string>> = {
  undecided: 'Once somebody can, the next close amends it.',
  'settled-elsewhere': 'It is paid once that district has done so at its next close; please tell it.',
  'beyond-retro': 'It is neither paid nor taken back any more; decide apart what is to be done.',
};

export const recoveryProblems: Wording<RecoveryProblems> = {
  'recovery.nothing-owed': ({ district, elsewhere }) =>
    elsewhere.length === 0
      ? `This person owes ${district} nothing; there is nothing to record. See the recovery list in shegong subsidy corrections.`
      : `This person owes ${district} nothing, but something to ${names(elsewhere)}: name that one with --district.`,
  'recovery.too-much': ({ district, owedFen, amountFen }) =>
    `This person owes ${district} ${formatYuan(owedFen)} yuan only, so ${formatYuan(amountFen)} yuan cannot have been returned. Check the amount.`,
  'recovery.not-exported': ({ district, quarter }) =>
    `${district} has not exported ${quarter} yet and may still reopen it: record the money after the export (shegong subsidy export).`,
  'recovery.bad-amount': ({ value }) =>
    `--amount takes a positive amount in yuan with at most two decimals, for example 400 or 400.50, and this is "${value}".`,
  'status.since-itself': ({ quarter }) =>
    `${quarter} cannot be compared with itself: name another quarter with --since.`,
  'status.since-what': () =>
    'Say which quarter is compared with which, for example: shegong subsidy status 2026Q3 --since 2026Q2',
};

export const quarterWords: Messages['quarters'] = {
  help: {
    quarter: 'quarter',
    statusQuarter: 'quarter, for example 2026Q3; without it every quarter in work',
    draft: 'do not compute districts that have not closed; list those that have',
    recover: 'record money that a person returned, against the recovery list',
    who: 'person',
    aboutWho:
      'identity number, its masked form, its last six characters, or a name that is one person’s alone',
    district: 'the district that the money was returned to',
    amount: 'what was returned, in yuan',
    yuan: 'yuan',
    reason: 'reason or voucher, kept for the record',
    examples: {
      recover: 'a person returned 400 yuan',
      statusAll: 'every quarter in work',
      correctionsDistrict: 'one district, as a spreadsheet',
    },
  },
  headings: {
    quarter: 'Quarter',
    paid: 'Paid',
    failed: 'Failed',
    notReturned: 'No answer yet',
    closed: 'Closed',
    approved: 'Approved',
    notice: 'Notice',
    exported: 'Exported',
    proven: 'Months proven',
    change: 'Change',
    before: 'Due then',
    now: 'Due now',
    difference: 'Difference',
    why: 'Why',
    township: 'Township',
    unit: 'Unit',
    origin: 'Of quarter',
    balance: 'Still owed',
    opened: 'To be returned',
    taken: 'Returned',
    returned: 'Returned now',
  },
  kinds: { 补发: 'arrears', 扣回: 'taken back', waiting: 'open', owing: 'owed' },
  open,
  day: (by, on) => `${on} ${by}`,
  period: (from, until) => `${from} to ${until}`,
  cause: {
    district: 'another district judges it now',
    noPost: 'not on post',
    found: (condition, found) => `${condition}: ${found}`,
    batch: (batch) => `batch ${batch}`,
    policy: (article) => (article === '' ? 'a policy value changed' : `a policy value changed (${article})`),
    source: (file, line, batch) => `${file} line ${line} (batch ${batch})`,
    and: '; ',
  },
  corrections: {
    totals: (quarter, people, arrears, recovered) =>
      `${quarter}: ${count(people)}, ${arrears} yuan in addition, ${recovered} yuan taken back.`,
    draft: (districts) =>
      `${names(districts)}: not closed; this is what the next close would pay in addition or take back.`,
    frozen: (districts) => `${names(districts)}: closed; this is what was frozen.`,
    none: (quarter) => `${quarter}: nothing to be paid in addition or taken back.`,
    waiting: (months) => `Person-months that are not settled yet: ${months}.`,
    recovery: (people, yuan) => `Recovery list: ${count(people)}, ${yuan} yuan still owed.`,
    owing: (quarter, opened, taken) => `${opened} yuan since ${quarter}, ${taken} yuan returned`,
  },
  status: {
    nobody: (quarter) => `${quarter}: nobody had a post, and nothing was closed.`,
    nothing: 'No quarter is in work: none was closed, and nobody had a post in the last one.',
    states: (quarter, states) =>
      `${quarter}: ${states.map(({ state, districts }) => `${districts} ${state}`).join(', ')}.`,
    proven: (quarter, months) =>
      `${quarter}: ${months} person-months proven: what is settled is what was known to be due at the last close, or an open item says why not.`,
    differences: (quarter, months, differences) =>
      `${quarter}: of ${months} person-months ${differences} do not agree, see above.`,
    balances: (owed) =>
      `Still owed: ${owed.map(({ district, yuan }) => `${district} ${yuan} yuan`).join(', ')}.`,
    withoutDraft: 'Districts that have not closed were not computed (--no-draft).',
    reopened: (by, on, reason) => `reopened by ${by} on ${on}: ${reason}`,
  },
  since: {
    changes: { joined: 'joined', left: 'left', changed: 'changed' },
    totals: (then, now, { thenYuan, nowYuan }) =>
      `${then}: ${thenYuan} yuan due, ${now}: ${nowYuan} yuan due.`,
    parts: (joined, left, changed) =>
      `${joined[0]} joined (${joined[1]} yuan), ${left[0]} left (${left[1]} yuan), ${changed[0]} changed (${changed[1]} yuan).`,
    level: (from, to) => `level ${from} → ${to}`,
    rate: (from, to) => `rate ${from} → ${to} yuan a month`,
    district: (from, to) => `${from} → ${to}`,
    met: (months, reason) => `then ${months} ${reason}`.replace('  ', ' '),
    unmet: (months, reason) => `${months} ${reason}`,
    and: ', ',
  },
  recover: {
    done: (name, district, yuan, balance) =>
      `Recorded: ${name} returned ${yuan} yuan to ${district}, ${balance} yuan still owed.`,
  },
  explain: {
    state: 'State',
    draft: ' (in no closing: computed from what is known now)',
    settledBy: (district, yuan) =>
      `not paid yet: ${district} has paid this month; it is paid here once that is taken back${yuan}`,
    line: (district, state, on, by) =>
      `${district}: ${state} (closed on ${on} by ${by}); the grounds above were frozen then and never change.`,
    amounts: ({ due, reward, arrears, recovered, carried, net }) =>
      `Due ${due}${reward === null ? '' : `, ${reward}`}, arrears ${arrears}, taken back ${recovered}, to the recovery list ${carried}, to be paid ${net} yuan.`,
    carried: (month, kind, yuan, cause) => `Of this: ${month} ${kind} ${yuan} yuan (${cause}).`,
    taken: (yuan) => `Of this: ${yuan} yuan taken back for the recovery list.`,
    later: (month, district, kind, yuan, quarter, cause) =>
      `Corrected since: ${month} ${kind} ${yuan} yuan, in ${quarter} of ${district} (${cause}).`,
  },
  preview: {
    corrections: (people, arrears, recovered) =>
      `Beside this, a close now would pay ${arrears} yuan in addition and take back ${recovered} yuan, of ${count(people)} (not in the totals above; in detail: shegong subsidy corrections).`,
    heading: 'Earlier months',
  },
};
