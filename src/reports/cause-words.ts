import type { Correction } from '../domain/closing.js';
import type { Messages } from '../messages/messages.js';
import { foundText } from './subsidy-reasons.js';

/** File and batch of a fact, by the register's number of the file. */
export type FilesByNumber = ReadonlyMap<number, { name: string; batch: number }>;

/** Why a month is settled at another amount than before, on screen: what is known now of each condition that changed. */
export function causeWords(
  { subsidy, quarters, rewards }: Messages,
  { cause, after, reward }: Pick<Correction, 'cause' | 'after' | 'reward'>,
): string {
  const words = quarters.cause;
  const named = reward ? [rewards.named(reward.title, reward.awardedOn)] : [];
  const said = cause.codes.map((code) => {
    if (code === 'district') return words.district;
    if (code === 'award' || code === 'reward' || code === 'award-post') return rewards.causes[code];
    if (code === 'on-post' && after === null) return words.noPost;
    const condition = after?.conditions.find((each) => each.code === code);
    const name = subsidy.conditions[code];
    return condition ? words.found(name, foundText(subsidy, condition)) : name;
  });
  return [...named, ...said].join(words.and);
}

/** The file, line and batch of the fact behind a correction, else the article of the value that changed. */
export function groundsOf(
  { subsidy, quarters }: Messages,
  { cause }: Pick<Correction, 'cause'>,
  files: FilesByNumber,
): string {
  const words = quarters.cause;
  const { source, batch, citation } = cause;
  const file = source && files.get(source.file);
  const told = source && file ? [words.source(file.name, source.line, file.batch)] : [];
  // taken back, or replaced, by a later one
  if (batch !== null)
    return [...told, ...(batch === file?.batch ? [] : [words.batch(batch)])].join(words.and);
  if (told.length > 0 && citation === null) return told.join(words.and);
  const article = citation ? subsidy.standards.document(citation.document, citation.article) : '';
  return words.policy(article);
}

/** The cause for scripts. */
export function causeValue({ cause }: Pick<Correction, 'cause'>, files: FilesByNumber) {
  const { codes, source, batch, citation } = cause;
  const file = source && files.get(source.file);
  return {
    codes,
    batch,
    source: source && { batch: file?.batch ?? null, file: file?.name ?? null, line: source.line },
    citation,
  };
}
