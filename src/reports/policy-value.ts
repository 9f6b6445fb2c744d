import type { ParameterName } from '../domain/parameter-names.js';
import type { Messages } from '../messages/messages.js';

/** The value of a parameter as people read it: `员级 100，初级 200（元/月）`; a long list by its length. Empty for no value. */
export function policyValue(
  { policy: words, shell }: Messages,
  parameter: ParameterName,
  value: unknown,
): string {
  if (value === null || value === undefined) return '';
  const term = (word: string) => words.terms[word] ?? word;

  function read(part: unknown): string {
    if (Array.isArray(part))
      return part.some(isGroup) ? words.items(part.length) : part.map(read).join(shell.listSeparator);
    if (!isGroup(part)) return term(String(part));
    const entries = Object.entries(part);
    const nested = entries.some(([, inner]) => isGroup(inner));
    return entries
      .map(([key, inner]) => (typeof inner === 'number' ? words.amount : words.group)(term(key), read(inner)))
      .join(nested ? words.groupSeparator : words.pairSeparator);
  }

  const unit = words.units[parameter];
  return unit === undefined ? read(value) : words.withUnit(read(value), unit, typeof value === 'number');
}

const isGroup = (part: unknown): part is Record<string, unknown> =>
  typeof part === 'object' && part !== null && !Array.isArray(part);
