import { distance } from 'fastest-levenshtein';
import { type CellReader, reading } from '../column.js';
import { compact } from './text.js';

/**
 * A reader of one of a few fixed words; another word rejects the row, or only warns (and says nothing).
 * `alsoCalled`: other names of a word.
 */
export function choiceReader<const Word extends string>(
  choices: readonly Word[],
  otherwise: 'reject' | 'warn',
  alsoCalled: { readonly [Name in Word]?: readonly string[] } = {} as never,
): CellReader<Word> {
  const known = new Map<string, Word>(
    choices.flatMap((word) =>
      [word, ...(alsoCalled[word] ?? [])].map((name): [string, Word] => [compact(name), word]),
    ),
  );
  return reading<Word>({ kind: 'choice', words: choices }, (text, cell) => {
    const word = known.get(text) ?? known.get(compact(text));
    if (word !== undefined) return word;
    const details = { column: cell.heading, choices, nearest: nearestWords(compact(text), choices) };
    if (otherwise === 'reject') return cell.reject('cell.not-one-of', details);
    cell.warn('cell.not-one-of', details);
    return null;
  });
}

/** Up to three known words that share at least half of their characters with the one asked for, closest first. */
export function nearestWords(asked: string, known: Iterable<string>): string[] {
  return [...new Set(known)]
    .map((word) => ({ word, away: distance(asked, word) }))
    .filter(({ word, away }) => away <= Math.max(asked.length, word.length) / 2)
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ word }) => word);
}
