import type { Day } from '../domain/day.js';
import type { Answers, Figure, QuarterMoneyTold } from './overview.js';
import { incentiveFigures, moneyFigures } from './overview-money-figures.js';
import { complaintFigures, networkFigures, postFigures } from './overview-office-figures.js';
import { goalFigures, registrationFigures, trainingFigures } from './overview-people-figures.js';

/** The figures of each section in the order of the document. 二, 三 */
export function overviewFigures(answers: Answers, money: QuarterMoneyTold, on: Day): Figure[] {
  return [
    ...goalFigures(answers, on),
    ...trainingFigures(answers, on),
    ...registrationFigures(answers),
    ...networkFigures(answers),
    ...postFigures(answers),
    ...complaintFigures(answers),
    ...incentiveFigures(answers),
    ...moneyFigures(money),
  ];
}
