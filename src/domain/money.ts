/** Money is whole fen (1 yuan = 100 fen), never a fraction, never a float of yuan. */
export type Fen = number;

/** `123456` -> `1234.56`. */
export function formatYuan(fen: Fen): string {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Whole fen for an amount in yuan with at most two decimals; undefined for anything else. */
export function parseYuan(text: string): Fen | undefined {
  const parts = /^(-?)(\d{1,12})(?:\.(\d{1,2})0*)?$/.exec(text);
  if (!parts) return undefined;
  const fen = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'));
  return parts[1] === '-' ? -fen : fen;
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** The amount in the capitals that a payment voucher needs: `120000` -> `壹仟贰佰元整`. */
export function inCapitals(fen: Fen): string {
  const yuan = Math.floor(Math.abs(fen) / 100);
  const jiao = Math.floor(Math.abs(fen) / 10) % 10;
  const cents = Math.abs(fen) % 10;
  let text = yuan === 0 ? '' : `${groupsInCapitals(yuan)}元`;
  if (jiao > 0) text += `${DIGITS[jiao]}角`;
  else if (cents > 0 && yuan > 0) text += '零';
  if (cents > 0) text += `${DIGITS[cents]}分`;
  else text += '整';
  if (fen === 0) text = '零元整';
  return fen < 0 ? `负${text}` : text;
}

function groupsInCapitals(yuan: number): string {
  let text = '';
  let zeroOwed = false;
  const groups = Math.ceil(String(yuan).length / 4);
  for (let group = groups - 1; group >= 0; group--) {
    const value = Math.floor(yuan / 10 ** (group * 4)) % 10_000;
    if (value === 0) {
      zeroOwed = text !== '';
      continue;
    }
    if (text !== '' && (zeroOwed || value < 1000)) text += '零';
    text += `${fourDigitsInCapitals(value)}${GROUPS[group]}`;
    zeroOwed = false;
  }
  return text;
}

function fourDigitsInCapitals(value: number): string {
  let text = '';
  let zeroOwed = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      zeroOwed = text !== '';
      continue;
    }
    text += `${zeroOwed ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
    zeroOwed = false;
  }
  return text;
}
