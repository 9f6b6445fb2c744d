import { type Fen, parseYuan } from '../../domain/money.js';
import { reading } from '../column.js';
import { compact } from './text.js';

/** Yuan in any spelling to whole fen; what is no amount warns and says nothing. */
export const readMoney = reading<Fen>({ kind: 'money' }, (text, cell) => {
  const fen = parseMoney(text);
  if (fen === undefined || fen < 0) {
    cell.warn('cell.not-a-number', { column: cell.heading });
    return null;
  }
  return fen;
});

/** Yuan that the row cannot do without; what is no amount, or below zero, rejects it. */
export const readNeededMoney = reading<Fen>({ kind: 'money' }, (text, cell) => {
  const fen = parseMoney(text);
  if (fen === undefined) return cell.reject('cell.not-a-number', { column: cell.heading });
  return fen >= 0 ? fen : cell.reject('number.out-of-range', { column: cell.heading, least: 0, most: null });
});

/** Whole fen for `200`, `200元`, `1,200.50`, `￥1，200元/月`, 贰佰元整; undefined for anything else. */
export function parseMoney(raw: string): Fen | undefined {
  const text = compact(raw)
    .replace(/^(人民币|RMB)/i, '')
    .replace(/^[¥￥]/, '')
    .replace(/\/月$/, '');
  const number = text.replace(/元整?$/, '');
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(number)) return parseYuan(number.replaceAll(',', ''));
  return parseYuan(number) ?? inWords(text);
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLAIN_DIGITS = '〇一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 拾: 10, 十: 10, 佰: 100, 百: 100, 仟: 1000, 千: 1000 };

function inWords(text: string): Fen | undefined {
  const parts =
    /^(?:([^元圆角分整正]+)(?:[元圆]|$))?(?:([^角分整正零])角)?零?(?:([^角分整正])分)?[整正]?$/.exec(text);
  if (!parts || text === '') return undefined;
  const yuan = parts[1] === undefined ? 0 : wholeYuan(parts[1]);
  const jiao = parts[2] === undefined ? 0 : digitOf(parts[2]);
  const cents = parts[3] === undefined ? 0 : digitOf(parts[3]);
  if (yuan === undefined || jiao < 0 || cents < 0 || (parts[1] ?? parts[2] ?? parts[3]) === undefined)
    return undefined;
  return yuan * 100 + jiao * 10 + cents;
}

/** 壹万贰仟 -> 12000: digits times their place, summed up to each 万. */
function wholeYuan(text: string): number | undefined {
  let whole = 0;
  let group = 0;
  let digit = -1;
  for (const character of text) {
    const place = PLACES[character];
    if (character === '万') {
      whole = (whole + group + Math.max(digit, 0)) * 10_000;
      group = 0;
      digit = -1;
    } else if (place !== undefined) {
      group += (digit < 0 ? 1 : digit) * place;
      digit = -1;
    } else {
      if (digit > 0) return undefined;
      digit = digitOf(character);
      if (digit < 0) return undefined;
    }
  }
  return whole + group + Math.max(digit, 0);
}

const digitOf = (character: string): number =>
  character === '两' ? 2 : Math.max(DIGITS.indexOf(character), PLAIN_DIGITS.indexOf(character));
