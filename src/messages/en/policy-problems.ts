import type { Day } from '../../domain/day.js';
import type { PolicyProblems } from '../../domain/problems/policy.js';
import type { Wording } from '../messages.js';

const span = (from: Day | null, until: Day | null) =>
  from === null && until === null ? '' : ` (in force ${from ?? 'unknown'} to ${until ?? 'open'})`;

export const policyProblems: Wording<PolicyProblems> = {
  'policy.folder-missing': ({ folder }) =>
    `There is no policy folder ${folder}. Check --policies or SHEGONG_POLICIES; shegong init writes a new one.`,
  'policy.unsound': ({ folder, errors }) =>
    `The policy folder ${folder} has ${errors} ${errors === 1 ? 'error' : 'errors'}; nothing is computed until they are mended. Mend what is listed above, then run shegong policy check.`,
  'policy.none-in-force': ({ on, from, until }) =>
    `No policy is in force on ${on}${span(from, until)}. Check the day; if there is a successor document, register it in city.yaml of the policy folder.`,
  'policy.no-month-in-force': ({ quarter, from, until }) =>
    `No policy is in force in any month of ${quarter}${span(from, until)}, so nothing can be computed. Check the quarter; if there is a successor document, register it in city.yaml.`,
  'policy.value-unset': ({ parameter, month, district, on, part }) =>
    `No ${parameter}${part === undefined ? '' : ` with ${part}`} is in force for ${district ?? 'the city'} ${on === undefined ? `in ${month ?? 'any month of the quarter'}` : `on ${on}`} (not set yet, or ended), so nothing can be computed. ` +
    `Set it from the official document in ${district === null ? 'city.yaml or districts/<district>.yaml' : `districts/${district}.yaml or city.yaml`} of the policy folder.`,
  'policy.no-such-parameter': ({ parameter, nearest }) =>
    `There is no parameter “${parameter}”.${nearest.length > 0 ? ` Near it: ${nearest.join(', ')}.` : ''} shegong policy show lists them all.`,
};
