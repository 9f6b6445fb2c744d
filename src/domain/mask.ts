/**
 * Identity numbers, cards and phones show the first six and the last four characters (phones the
 * first three): enough to tell people apart in one office, too little to use.
 */
export function maskNumber(text: string): string {
  if (text.length <= 4) return text;
  const head = text.length >= 15 ? 6 : text.length >= 8 ? 3 : 0;
  return text.slice(0, head) + '*'.repeat(text.length - head - 4) + text.slice(-4);
}

/** Whether a masked number, or the last six characters, could be this number. */
export function fitsMask(asked: string, whole: string): boolean {
  const wanted = asked.toUpperCase();
  if (wanted.length === 6) return whole.endsWith(wanted);
  return wanted.includes('*') && maskNumber(whole) === wanted;
}

/** What stands between the digits of one number: blanks, invisible marks, a hyphen between groups (no date). */
const BETWEEN = '(?:[\\s\\p{Cf}]{0,3}|(?<=\\p{Nd}{3})[-－–](?=\\p{Nd}{3}))';
/** Eleven digits or more, full-width too; letters, because one is easily typed for a digit. */
const LONG_NUMBER = new RegExp(
  `\\p{Nd}(?:[A-Za-z]|${BETWEEN}\\p{Nd}){10,}(?:[\\s\\p{Cf}]{0,3}[XxＸｘ])?`,
  'gu',
);
const CHARACTER = /[\p{Nd}A-Za-zＸｘ]/gu;

const digitsOf = (run: string): string => run.normalize('NFKC').replace(/\D/g, '');

/**
 * Hides every long number inside free text (a cell that should have held something else), also one with
 * a letter typed for a digit, so that a finding which quotes the cell cannot give a number away.
 */
export const maskDigits = (text: string): string =>
  text.replace(LONG_NUMBER, (run) => (digitsOf(run).length < 10 ? run : maskSpaced(run)));

/**
 * Hides what can only be somebody's number (a phone, or 15 digits and more) inside what people wrote:
 * names, places, sentences. Codes of units and days stay.
 */
export function maskPersonal(text: string): string {
  // most cells of most files
  if (text.length < 11) return text;
  const somebodys = (run: string) => /^(1[3-9]\d{9}|\d{15,})$/.test(digitsOf(run));
  return text.replace(LONG_NUMBER, (run) => (somebodys(run) ? maskSpaced(run) : run));
}

/** Masks a number like `maskNumber` and leaves what stands between its digits. */
function maskSpaced(run: string): string {
  const masked = [...maskNumber((run.match(CHARACTER) ?? []).join(''))];
  return run.replace(CHARACTER, () => masked.shift() ?? '');
}
