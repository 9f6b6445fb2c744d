import type { RowFindings } from '../../domain/findings/rows.js';
import type { IdNumberProblem } from '../../domain/id-number.js';
import { formatYuan } from '../../domain/money.js';
import type { Wording } from '../messages.js';

const ID_NUMBER_PROBLEMS: Record<IdNumberProblem, string> = {
  scientific:
    'A spreadsheet turned the identity number into scientific notation; its last digits are lost and cannot be restored. Type it again from the original papers, in a column formatted as text.',
  zeros:
    'The identity number ends in 000 and its check digit is wrong: a spreadsheet kept 15 digits, and the last three are lost. Type it again from the original papers, in a column formatted as text.',
  'old-15': 'This is an old identity number of 15 digits; give the one of 18.',
  length: 'An identity number has 18 characters; look for one too many or too few.',
  characters: 'An identity number is 17 digits and a digit or X; check it.',
  'birth-date':
    'The birth date inside the identity number does not exist or is later than today; check the number.',
  'check-digit':
    'The check digit of the identity number is wrong, so at least one digit is; compare it with the identity card.',
};

const perhaps = (nearest: readonly string[]) =>
  nearest.length > 0 ? ` Similar: ${nearest.join(', ')}.` : '';

const UNKNOWN_UNIT_PARTS = {
  code: () =>
    'The register has no unit with this code. Check it, or import the list of units first if the unit is new.',
  district: () => 'The register has no such district (区(市)县); check it.',
  township: (within: string) => `${within} has no such township (镇(街道)); check it.`,
  unit: (within: string) =>
    `${within} has no such village or community. Check it, or import the list of units first if it is new.`,
};

const PERIOD_FORMS = {
  quarter: 'a quarter, such as 2026Q3',
  year: 'a year, such as 2026',
  either: 'a quarter or a year, such as 2026Q3 or 2026',
};

const ACCOUNT_DOUBTS = {
  length: 'A bank card number usually has 16 to 19 digits',
  characters: 'The bank card number contains more than digits',
  check: 'The check digit of the bank card number is wrong',
};

export const rowFindings: Wording<RowFindings> = {
  'row.width': ({ cells, headings }) =>
    `The row has ${cells} cells under ${headings} headings, so its cells may stand in the wrong columns, and it was not read. Line it up with the headings and import it again.`,
  'row.bad-quotes': () =>
    'The double quotes of this row do not match, so its columns cannot be told apart, and it was not read. Remove the stray quotes and import it again.',
  'cell.missing': ({ column }) => `“${column}” must not be empty; fill it in.`,
  'cell.missing-area': ({ column }) =>
    `“${column}” is empty, and nothing shows that it is the same as above; fill it in.`,
  'cell.unsaved-formula': ({ column }) =>
    `“${column}” is a formula without a result in the file, so it cannot be read. Open the workbook in Excel or WPS, save it once, and import it again.`,
  'cell.formula-error': ({ column }) =>
    `The formula in “${column}” has no result, so it cannot be read. Mend it or type the value itself, and import again.`,
  'cell.merged-amount': ({ column }) =>
    `“${column}” is one merged cell with other rows, so nobody can tell whether the number is of each row or of all, and it was not read. Unmerge it, fill in every row and import again.`,
  'cell.not-one-of': ({ column, choices, nearest }) =>
    `“${column}” must be one of: ${choices.join(', ')}.${nearest.length > 0 ? ` Did you mean ${nearest.join(' or ')}?` : ''}`,
  'cell.not-a-number': ({ column }) => `“${column}” is not a valid number; correct it.`,
  'id-number.invalid': ({ problem }) => ID_NUMBER_PROBLEMS[problem],
  'id-number.unusual': ({ why, age }) =>
    why === 'province'
      ? 'The identity number begins with an unusual area code; check it.'
      : `By the identity number the person is ${age ?? ''}, not between 16 and 70; check it.`,
  'date.unreadable': ({ column }) =>
    `“${column}” is not a date. Write it like 2021-03-01, and check that the month has that day.`,
  'date.month-only': ({ column, taken }) =>
    `“${column}” has no day of the month and counts as ${taken}; add the day if that is wrong.`,
  'date.ambiguous-month': ({ column, taken, other }) =>
    `“${column}” counts as ${taken}. Spreadsheets show October like this too: if ${other.slice(0, 7)} was meant, write the whole date.`,
  'date.end-before-start': ({ startColumn, start, endColumn, end }) =>
    `“${endColumn}” (${end}) is earlier than “${startColumn}” (${start}); check both dates.`,
  'date.future': ({ column, day }) => `“${column}” (${day}) has not come yet; check the year.`,
  'date.not-yet': ({ column, day }) =>
    `“${column}” (${day}) has not come yet, and this can only be a day of the past; check the year.`,
  'date.too-early': ({ column, day, earliest }) =>
    `“${column}” (${day}) is earlier than ${earliest}, which cannot be; check the year.`,
  'period.unreadable': ({ column, form }) => `“${column}” must be ${PERIOD_FORMS[form]}; correct it.`,
  'number.out-of-range': ({ column, least, most }) =>
    most === null
      ? `“${column}” must not be below ${least}; correct it.`
      : `“${column}” must be from ${least} to ${most}; correct it.`,
  'assessment.yearly': ({ period }) =>
    `年度考核 is of a year, and the row says ${period}. Write ${period.slice(0, 4)}, or 专业作用 if it is of a quarter.`,
  'complaint.suspension': ({ lacks }) =>
    lacks === 'person'
      ? 'The row stops a payment and has no 被投诉人身份证号, so nobody knows whose; fill it in.'
      : 'The row has 停发至 and no 停发自; fill in the first day of the stop.',
  'station.more-certified': ({ staff, certified }) =>
    `More staff hold a certificate (${certified}) than there are (${staff}); check both.`,
  'project.labour-above-budget': ({ budgetFen, labourFen }) =>
    `The labour cost (${formatYuan(labourFen)} yuan) is above the budget (${formatYuan(budgetFen)} yuan); check both.`,
  'level.unknown': () =>
    'The certificate level is not known. Give 员级, 初级, 中级 or 高级, or the full name of the certificate (such as 助理社会工作师). For none, a roster says 无 and a list of certificates has no row.',
  'level.ambiguous': () =>
    'This does not tell the certificate level. Give 员级, 初级, 中级 or 高级, or the full name of the certificate (such as 社会工作师); for a passed 高级 exam without certificate, give the certificate already held.',
  'unit.unknown': ({ part, within, nearest }) => `${UNKNOWN_UNIT_PARTS[part](within)}${perhaps(nearest)}`,
  'unit.ambiguous': ({ candidates }) =>
    `More than one village or community fits: ${candidates.join(', ')}. Give 统计用区划代码 to tell them apart.`,
  'unit.bad-code': () =>
    'A unit code (统计用区划代码) is twelve digits; check it. If it turned into scientific notation, type it again in a column formatted as text.',
  'unit.code-differs': ({ byCode, byName }) =>
    `The unit code means “${byCode}” and the name says “${byName}”; correct one of them.`,
  'name.damaged': () =>
    'The name contains a question mark or substitute for a rare character; correct it from the identity card.',
  'sex.contradicts': ({ stated, byNumber }) =>
    `The sex is given as ${stated}, and the identity number says ${byNumber}; check both.`,
  'account.scientific': () =>
    'A spreadsheet turned the bank card number into scientific notation; its last digits are lost and cannot be restored. Type it again from the original papers, in a column formatted as text.',
  'account.doubtful': ({ why }) => `${ACCOUNT_DOUBTS[why]}. It was kept as it is; compare it with the card.`,
  'phone.doubtful': () =>
    'This is neither a mobile number of 11 digits nor a landline with area code; check it.',
  'certificate-number.doubtful': () =>
    'A certificate number usually has 10 to 32 letters and digits; compare it with the certificate.',
  'reference.scientific': ({ column }) =>
    `A spreadsheet turned “${column}” into scientific notation; its last digits are lost for good, and it was not recorded. Enter it again from the original, in a column of text.`,
  'certificate.no-level': () =>
    'There is a certificate number or date but no level, so the certificate was not recorded; fill in the level.',
  'registration.no-certificate': () => 'There is a registration date but no certificate; check the level.',
  'registration.no-start': () =>
    'There is an end of registration but no registration date, so it was not recorded; fill in the date.',
  'registration.until-assumed': ({ until }) =>
    `The end of the registration is empty and was worked out from the term as ${until}; fill it in if that is wrong.`,
  'registration.longer-than-term': ({ until, expected }) =>
    `The registration ends on ${until}, later than the term allows (${expected}); check it.`,
  'title.unknown': ({ nearest }) =>
    `The post title looks professional but is none of the eight; check it.${perhaps(nearest)}`,
};
