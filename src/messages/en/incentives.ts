import type { IncentiveFindings } from '../../domain/findings/incentives.js';
import type { Wording } from '../messages.js';
import { counted } from './counted.js';

export const incentiveFindings: Wording<IncentiveFindings> = {
  'award.no-reward-set': ({ awards }) =>
    `${counted(awards, 'award')} of days on which no award.reward is in force: the reward reads “not set”, which is not 0. Set it from the official document in city.yaml or districts/<district>.yaml of the policy folder.`,
  'award.title-near': ({ title, named }) =>
    `The title “${title}” is not quite “${named}”, which the document names, and is not listed. If it is the same title, take back the batch that brought it (shegong import undo), write it as “${named}” and import it again; if not, nothing is to be done.`,
  'pay.below-reference': ({ average, required, year, wage, ratio }) =>
    `The average monthly pay outside 事业编制 is ${average} yuan, below the ${required} yuan to be held (average wage of ${year}: ${wage} yuan, ratio ${ratio}). Check 月工资, or see to the pay.`,
  'pay.unknown': ({ people, of }) =>
    `${people} of ${of} people have no 月工资 and count in no average. Fill in 月工资(元) in the roster and import it.`,
  'pay.no-reference': ({ year, compares }) =>
    `No average wage of ${year} is set, so there is nothing to compare ${compares === 'level' ? 'with' : 'the growth of pay with'}. Add the year to averageWage of pay.reference in the policy folder.`,
  'pay.growth-behind': ({ pay, wage }) =>
    `Average pay grew by ${pay}% in a year, less than the average wage, which grew by ${wage}%. See to the yearly raise.`,
  'pay.no-labour': ({ year, budget }) =>
    `Nothing of the budget of ${year} (${budget} yuan) is for labour, which has to be a main basis of it. Check the project.`,
  'fund.below-zero': ({ level, on, until, balance }) =>
    `The fund of level ${level} had spent more than it received ${until === on ? `on ${on}` : until === null ? `since ${on}` : `from ${on} to ${until}`}, down to ${balance} yuan. Look for income that was not entered, or expenses entered twice.`,
};
