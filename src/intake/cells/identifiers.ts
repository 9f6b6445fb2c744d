import { type CellReader, reading } from '../column.js';
import { isScientific } from './account.js';
import { compact, plainText } from './text.js';

/** Free text as it was written, without the traces of spreadsheets around it. */
export const readText: CellReader<string> = (text) => plainText(text);

/** What a spreadsheet makes of a long number: 2.02605E+16. */
const SHOWN_NUMBER = /^\d(\.\d+)?E\+\d+$/i;

/** 文号 or 证明编号, as it was written; one that a spreadsheet ruined warns and says nothing. */
export const readReference: CellReader<string> = (text, cell) => {
  const reference = plainText(text);
  if (!SHOWN_NUMBER.test(reference)) return reference;
  cell.warn('reference.scientific', { column: cell.heading });
  return null;
};

/** A number that tells one matter from another; one that a spreadsheet ruined fits several, and rejects the row. */
export const readCaseNumber: CellReader<string> = (text, cell) => {
  const number = plainText(text);
  return SHOWN_NUMBER.test(number) ? cell.reject('reference.scientific', { column: cell.heading }) : number;
};

/** 手机号 or a landline with area code; another number warns, and is kept unless a spreadsheet ruined it. */
export const readPhone = reading<string>({ kind: 'phone' }, (text, cell) => {
  if (/^1[3-9]\d{9}$/.test(text)) return text;
  const phone = compact(text).replace(/^\+?86-?(?=1)/, '');
  const mobile = phone.replace(/-/g, '');
  if (/^1[3-9]\d{9}$/.test(mobile)) return mobile;
  if (/^(\(?0\d{2,3}\)?-?)\d{7,8}(-\d{1,6})?$/.test(phone)) return phone;
  cell.warn('phone.doubtful', {});
  return isScientific(phone) ? null : phone;
});

/** 证书管理号: the formats vary, so anything but 10 to 32 letters and digits only warns. */
export const readCertificateNumber = reading<string>({ kind: 'certificate-number' }, (text, cell) => {
  const number = compact(text).toUpperCase();
  if (/^[0-9A-Z]{10,32}$/.test(number)) return number;
  cell.warn('certificate-number.doubtful', {});
  return isScientific(number) ? null : number;
});

/** 统计用区划代码: twelve digits. */
export const readUnitCode = reading<string>({ kind: 'unit-code' }, (text, cell) => {
  const code = compact(text);
  return /^\d{12}$/.test(code) ? code : cell.reject('unit.bad-code', {});
});
