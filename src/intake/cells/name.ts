import { hasDamagedCharacter } from '../../domain/name.js';
import { reading } from '../column.js';
import { plainText } from './text.js';

/**
 * A name as it is stored and printed: the spaces that fill up a two-character name (张　三) are layout and go;
 * everything else stays as it was written. Warns of characters that an old system could not keep.
 */
export const readName = reading<string>({ kind: 'name' }, (text, cell) => {
  if (/^[\u4e00-\u9fff]+$/.test(text)) return text;
  const plain = plainText(text);
  const name = /[A-Za-z]/.test(plain) ? plain.replace(/ +/g, ' ') : plain.replace(/ +/g, '');
  if (hasDamagedCharacter(name)) cell.warn('name.damaged', {});
  return name;
});
