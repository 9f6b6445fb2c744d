import { type Day, dayFrom } from './day.js';

/**
 * 公民身份号码, GB 11643-1999: six digits of area, eight of birth, three of sequence (odd: male),
 * one check character by ISO 7064 MOD 11-2.
 */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** First two digits of every area of GB/T 2260, of the residence permits (81-83), and 9x for foreigners. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91 92'.split(
    ' ',
  ),
);

export type IdNumberProblem =
  /** `5.10104E+17`: a spreadsheet made a number of it; the last digits are lost. */
  | 'scientific'
  /** Ends in 000 and the check fails: a spreadsheet kept 15 digits of 18. */
  | 'zeros'
  /** The 15-digit numbers of before 2013. */
  | 'old-15'
  | 'length'
  | 'characters'
  | 'birth-date'
  | 'check-digit';

/** The check character for the first seventeen digits. */
export function checkCharacter(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (digits.charCodeAt(i) - 48) * (WEIGHTS[i] as number);
  return CHECK_CHARACTERS[sum % 11] as string;
}

/**
 * What is wrong with a number (already trimmed, half-width, X in upper case), or undefined when it
 * is sound. A number is never repaired. `notAfter`: a birth date later than this day is no birth date.
 */
export function idNumberProblem(text: string, notAfter?: Day): IdNumberProblem | undefined {
  if (/^\d(\.\d+)?E\+?\d+$/i.test(text)) return 'scientific';
  if (/^\d{15}$/.test(text)) return 'old-15';
  if (text.length !== 18) return 'length';
  if (!/^\d{17}[\dX]$/.test(text)) return 'characters';
  const checkFails = checkCharacter(text) !== text[17];
  if (checkFails && text.endsWith('000')) return 'zeros';
  const birth = birthDay(text);
  if (birth === undefined || (notAfter !== undefined && birth > notAfter)) return 'birth-date';
  return checkFails ? 'check-digit' : undefined;
}

export function birthDay(idNumber: string): Day | undefined {
  return dayFrom(
    Number(idNumber.slice(6, 10)),
    Number(idNumber.slice(10, 12)),
    Number(idNumber.slice(12, 14)),
  );
}

export type Sex = '男' | '女';

export const sexOf = (idNumber: string): Sex => (Number(idNumber[16]) % 2 === 1 ? '男' : '女');

/** Whether the area begins with a province that exists. A doubt, never a reason to refuse. */
export const knownProvince = (idNumber: string): boolean => PROVINCES.has(idNumber.slice(0, 2));
