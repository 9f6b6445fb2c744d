const ODDITIES = /[\u00A0\u1680\u2000-\u200F\u2028-\u202F\u205F-\u2060\u3000\uFEFF\t\r\n]/g;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;

/** Text without the traces of spreadsheets at its ends: spaces of every width, tabs, the leading apostrophe, `="…"`. */
export function plainText(raw: string): string {
  if (/^[!$%(),./0-9:;A-Za-z\u4e00-\u9fff]*$/.test(raw)) return raw;
  const text = raw.replace(INVISIBLE, '').replace(ODDITIES, ' ').trim();
  const formula = /^="(.*)"$/.exec(text);
  return (formula?.[1] ?? text).replace(/^['’‘`]+/, '').trim();
}

/** Text in the one form in which codes, numbers and fixed words are compared: half-width, without any space. */
export function compact(raw: string): string {
  if (/^[!-&(-~\u4e00-\u9fff]*$/.test(raw) && !raw.startsWith('=')) return raw;
  return plainText(raw).normalize('NFKC').replace(/\s+/g, '');
}

export function isBlank(raw: string): boolean {
  if (raw === '') return true;
  const first = raw.charCodeAt(0);
  if ((first > 0x27 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff)) return false;
  return plainText(raw) === '';
}

const PLACEHOLDERS = new Set(['/', '\\', '-', '--', '—', '——', '–', '无', '／', '－']);

/** What people write into a cell that does not apply. */
export function isPlaceholder(raw: string): boolean {
  if (raw.length > 6 || /^[0-9A-Za-z\u4e00-\u65df\u65e1-\u9fff]/.test(raw)) return false;
  return PLACEHOLDERS.has(raw) || PLACEHOLDERS.has(plainText(raw));
}

const FORMULA_ERRORS = new Set([
  ...['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!'],
  ...['#SPILL!', '#CALC!', '#FIELD!', '#BLOCKED!', '#GETTING_DATA'],
]);

/** What a spreadsheet shows in place of a result that it could not work out. */
export const isFormulaError = (raw: string): boolean => FORMULA_ERRORS.has(raw.trim().toUpperCase());
