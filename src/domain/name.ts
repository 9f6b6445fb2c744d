/** The middle dots that keyboards, phones and old systems put into the names of ethnic minorities. */
const MIDDLE_DOTS = /[\u00B7\u2022\u2027\u22C5\u30FB\uFF65\uFF0E.]/g;

/**
 * The form of a name by which two spellings are one: NFKC, no spaces inside a Han name
 * (张　三), one middle dot. The original spelling is what is stored and printed.
 */
export function nameKey(name: string): string {
  if (/^[\u4E00-\u9FFF]+$/.test(name)) return name;
  const plain = name
    .normalize('NFKC')
    .replace(MIDDLE_DOTS, '·')
    .replace(/[\u200B-\u200D\uFEFF]/g, '')
    .trim();
  return /[A-Za-z]/.test(plain) ? plain.replace(/\s+/g, ' ').toUpperCase() : plain.replace(/\s+/g, '');
}

/** Characters that an old system or a wrong encoding left in the place of a rare one. */
export const hasDamagedCharacter = (name: string): boolean =>
  /[\uFFFD?？*\uE000-\uF8FF]/.test(name) || /[\u{F0000}-\u{10FFFD}]/u.test(name);
