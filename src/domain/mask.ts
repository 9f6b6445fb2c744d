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

/**
 * Hides every run of 11 or more digits inside free text (a cell that should have held something else),
 * so that a finding which quotes the cell cannot give a number away.
 */
export function maskDigits(text: string): string {
  return text.replace(/\d{11,}[\dXx]?/g, (run) => maskNumber(run));
}
