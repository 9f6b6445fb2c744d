import type { Correction } from '../domain/closing.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import { foundText } from './subsidy-reasons.js';

/**
 * Why a month is settled at another amount than before: what is known of each condition that came out
 * differently, and the import or the policy that changed it.
 */
export function causeText({ cause, after, reward }: Pick<Correction, 'cause' | 'after' | 'reward'>): string {
  const { text, cause: told } = words;
  const why = cause.codes.map((code) => {
    if (code === 'district') return told.district;
    if (code === 'award' || code === 'reward' || code === 'award-post') return told.ofReward[code];
    if (code === 'on-post' && after === null) return told.noPost;
    const condition = after?.conditions.find((each) => each.code === code);
    return condition ? told.found(text.conditions[code], foundText(text, condition)) : text.conditions[code];
  });
  const said = reward ? [told.reward(reward.title, reward.awardedOn), ...why] : why;
  const { batch, citation } = cause;
  if (batch !== null) return [...said, told.batch(batch)].join('；');
  const article = citation && text.standards.document(citation.document, citation.article);
  return [...said, ...(article ? [`${told.policy}（${article}）`] : [])].join('；');
}
