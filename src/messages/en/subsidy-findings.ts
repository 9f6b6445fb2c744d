import type { SubsidyFindings } from '../../domain/findings/subsidies.js';
import type { Wording } from '../messages.js';
import { closingWords } from './closings.js';
import { subsidyText } from './subsidy-text.js';

export const subsidyFindings: Wording<SubsidyFindings> = {
  'subsidy.month-without-policy': ({ months, from, until }) =>
    `No subsidy policy is in force in ${months.join(', ')}${validity(from, until)}, so nothing is paid for it. If a successor document exists, add it to the policies folder.`,
  'subsidy.no-rate': ({ district, level, month }) =>
    `${district} has no rate for ${level} in ${month}: the month of everybody entitled is undecided, not zero. Set subsidy.rate in policies/city.yaml or policies/districts/${district}.yaml.`,
  'subsidy.two-posts': ({ month, taken, other }) =>
    `Two posts are open in ${month}: “${taken}” counts because it began later, “${other}” does not. Check whether an end date (离岗日期) is missing.`,
  'subsidy.two-districts': ({ month, paying, other, on }) =>
    `${paying} and ${other} both find this person on post in ${month}: ${paying} pays because its deciding day is earlier (${on}), ${other} does not. Let the two districts check.`,
  'subsidy.two-claims': ({ month, districts, on }) =>
    `${districts.join(' and ')} find this person on post on the same day (${on}) of ${month} since the same start, so nobody can say who pays. Let them settle it; if there are two posts, give one of them an end date (离岗日期).`,
  'subsidy.minimum-needs-records': ({ district }) =>
    `${district} asks for a minimum of service records per month; the roster's 服务记录 speaks for the whole quarter and cannot show it. Import the dataset services.`,
  'subsidy.no-account': ({ frozen }) =>
    frozen
      ? 'There was no usable bank card at the close, so the bank file leaves the person out. Fill in 银行卡号 and 开户行 in the roster, import it again, and send the amount with subsidy export --what bank --retry-failed.'
      : 'There is no usable bank card, so the amount cannot be transferred. Fill in 银行卡号 and 开户行 in the roster and import it again.',
  'export.not-approved': ({ sheet, districts }) =>
    `Left out: ${subsidyText.exports.sheets[sheet]} (${districts.map(({ district, state }) => `${district}: ${closingWords.states[state]}`).join(', ')}). It can be exported once the quarter is approved (shegong subsidy approve).`,
  'subsidy.no-post-in-quarter': ({ quarter, posts }) =>
    posts.length === 0
      ? `No post in ${quarter}, so nothing is due; no other post is known either. If one is missing, import a roster.`
      : `No post in ${quarter}, so nothing is due. Known posts: ${posts.map(({ from, until }) => (until === null ? `from ${from}` : `${from} to ${until}`)).join(', ')}. If one is missing, import a roster.`,
};

function validity(from: string | null, until: string | null): string {
  if (from === null) return '';
  return until === null ? ` (it is in force from ${from})` : ` (it is in force from ${from} to ${until})`;
}
