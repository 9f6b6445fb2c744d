import { reading } from '../column.js';
import { compact } from './text.js';

/** 银行卡号. A number that a spreadsheet turned into 6.22E+18 is lost and rejects the row; other doubts warn. */
export const readAccount = reading<string>({ kind: 'account' }, (text, cell) => {
  const account = /^\d+$/.test(text) ? text : compact(text).replace(/-/g, '');
  if (isScientific(account)) return cell.reject('account.scientific', {});
  const why = doubt(account);
  if (why !== null) cell.warn('account.doubtful', { why });
  return account;
});

export const isScientific = (text: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(text);

function doubt(account: string): 'characters' | 'length' | 'check' | null {
  if (!/^\d+$/.test(account)) return 'characters';
  if (account.length < 16 || account.length > 19) return 'length';
  return passesLuhn(account) ? null : 'check';
}

/** ISO/IEC 7812: cards pass it; passbooks and some rural banks do not. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
