import { maskNumber, maskPersonal } from '../domain/mask.js';
import type { LineReward, RewardItem } from '../domain/reward.js';
import type { Messages } from '../messages/messages.js';
import type { FilesByNumber } from './cause-words.js';

/** The values of a reward and of whom it is, for scripts. */
export function rewardValue(item: RewardItem, files: FilesByNumber, reveal: boolean) {
  const { person, district, township, unit, reward } = item;
  return {
    name: reveal ? person.name : maskPersonal(person.name),
    idNumber: reveal ? person.idNumber : maskNumber(person.idNumber),
    ...{ district, township, unit: reveal ? unit : maskPersonal(unit) },
    ...{ title: reward.title, awardedOn: reward.awardedOn, amountFen: reward.amountFen },
    ...{ citation: reward.citation, source: sourceValue(reward, files) },
  };
}

/** File, line and batch of the award. */
export function sourceValue({ source }: Pick<LineReward, 'source'>, files: FilesByNumber) {
  const file = source && files.get(source.file);
  return source && { batch: file?.batch ?? null, file: file?.name ?? null, line: source.line };
}

/** The paper that sets the amount, and the file that told of the award. */
export function rewardGrounds(
  text: Messages,
  { citation, source }: Pick<LineReward, 'citation' | 'source'>,
  files: FilesByNumber,
): string[] {
  const file = source && files.get(source.file);
  return [
    ...(citation ? [text.subsidy.standards.document(citation.document, citation.article)] : []),
    ...(source && file ? [text.subsidy.explain.source(file.name, source.line, file.batch)] : []),
  ];
}
