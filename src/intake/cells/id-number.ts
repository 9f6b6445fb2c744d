import { addYears } from '../../domain/day.js';
import { birthDay, idNumberProblem, knownProvince } from '../../domain/id-number.js';
import { reading } from '../column.js';
import { compact } from './text.js';

/** Somebody younger or older than this is on no roster of employees; a doubt, not an error. */
const YOUNGEST = 16;
const OLDEST = 70;

/**
 * 公民身份号码, GB 11643-1999: eighteen characters, X in upper case. What spreadsheets put around a number is
 * taken off; the number itself is never repaired. Rejects an unsound one.
 */
export const readIdNumber = reading<string>({ kind: 'id-number' }, (text, cell) => {
  const number = compact(text).toUpperCase();
  const { asOf, today } = cell.context;
  const problem = idNumberProblem(number, today);
  if (problem !== undefined) return cell.reject('id-number.invalid', { problem });
  if (!knownProvince(number)) cell.warn('id-number.unusual', { why: 'province' });
  const birth = birthDay(number);
  if (birth !== undefined && (addYears(birth, YOUNGEST) > asOf || addYears(birth, OLDEST + 1) <= asOf)) {
    cell.warn('id-number.unusual', { why: 'age', age: ageOn(birth, asOf) });
  }
  return number;
});

function ageOn(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}
