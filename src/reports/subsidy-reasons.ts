import type { ConditionResult, PaperMonth } from '../domain/subsidy-month.js';
import type { Reason } from '../domain/terms.js';
import type { SubsidyText } from '../messages/subsidy-text.js';

// `code` ties needed and found together in ConditionResult, which an index by `code` cannot express
type Told = (needed: ConditionResult['needed'], found: ConditionResult['found']) => string;
type ToldFound = (found: ConditionResult['found'], needed: ConditionResult['needed']) => string;

export const neededText = (text: SubsidyText, { code, needed }: ConditionResult): string =>
  (text.needed[code] as (needed: ConditionResult['needed']) => string)(needed);

export const foundText = (text: SubsidyText, { code, found, needed }: ConditionResult): string =>
  (text.found[code] as ToldFound)(found, needed);

/** Every reason why a month is not paid, in plain words with the day or number that decided. */
export function reasonTexts(text: SubsidyText, month: PaperMonth): string[] {
  return month.reasons.map((reason) => reasonText(text, month, reason));
}

function reasonText(text: SubsidyText, month: PaperMonth, reason: Reason): string {
  const condition = month.conditions.find(({ code, met }) => code === reason && !met);
  if (condition === undefined) return text.reasons[reason];
  return (text.unmet[reason] as Told)(condition.needed, condition.found);
}
