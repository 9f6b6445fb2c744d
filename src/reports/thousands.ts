import { type Fen, formatYuan } from '../domain/money.js';

/** `1234567` -> `1,234,567`. */
export const thousands = (value: number): string => grouped(String(value));

/** Fen as yuan with thousands apart: `123456789` -> `1,234,567.89`. */
export const yuan = (fen: Fen): string => grouped(formatYuan(fen));

function grouped(number: string): string {
  const [whole = '', decimals] = number.split('.');
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? apart : `${apart}.${decimals}`;
}
