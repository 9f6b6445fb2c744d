const DIGITS = /^[1-9]\d{4,7}$/;
const PARTS = /^([1-9]\d{3})[-./年](\d{1,2})[-./月](\d{1,2})日?$/;

/**
 * By what to remember how the text of a date reads. All plain spellings of one day share a number (20210301 for
 * 20210301, 2021-03-01, 2021/3/1 and 2021年3月1日), which is found much faster than a text; any other text stands
 * for itself.
 */
export function dateKey(text: string): number | string {
  if (DIGITS.test(text)) return Number(text);
  const parts = PARTS.exec(text);
  return parts ? Number(parts[1]) * 10_000 + Number(parts[2]) * 100 + Number(parts[3]) : text;
}
