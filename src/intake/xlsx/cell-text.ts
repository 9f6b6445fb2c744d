const MIDNIGHT = 'T00:00:00.000Z';
/** A spreadsheet keeps fifteen digits of a number; of a longer one the last are lost. */
const SPREADSHEET_DIGITS = 15;
/** Of which it shows so many: 5.10104E+17. */
const SHOWN_DECIMALS = 5;

/**
 * The value of a cell as text: a day as 2021-03-01, a number without exponent, a number too long for a
 * spreadsheet the way it shows it (5.10104E+17), so that nobody takes its zeros for digits.
 */
export function textOfCell(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return textOfNumber(value);
  if (value instanceof Date) return textOfDate(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return '';
}

function textOfNumber(value: number): string {
  if (Math.abs(value) >= 10 ** SPREADSHEET_DIGITS) {
    return value.toExponential(SHOWN_DECIMALS).toUpperCase();
  }
  return String(Number(value.toPrecision(SPREADSHEET_DIGITS)));
}

function textOfDate(date: Date): string {
  // what a spreadsheet shows for a number that is no date
  if (Number.isNaN(date.getTime())) return '########';
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return text.endsWith(MIDNIGHT) ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}
