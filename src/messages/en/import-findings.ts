import type { ImportFindings } from '../../domain/findings/imports.js';
import type { Wording } from '../messages.js';
import { counted } from './counted.js';

const elsewhere = (file: string, line: number) => `${file} line ${line}`;

export const importFindings: Wording<ImportFindings> = {
  'file.read-as': ({ encoding, delimiter, worksheet, headingLine }) =>
    worksheet !== null
      ? `Read sheet “${worksheet}” of the workbook, headings on row ${headingLine}.`
      : `Read as ${encoding}, ${delimiterName(delimiter)}, headings on line ${headingLine}.`,
  'file.hidden': ({ rows, columns }) =>
    `The sheet hides ${[rows > 0 ? counted(rows, 'row') : '', columns.length > 0 ? `columns (${columns.join(', ')})` : ''].filter((part) => part !== '').join(' and ')}; they were read like the rest. If they should not come in, delete them and import again.`,
  'file.unknown-columns': ({ columns }) => `Columns not of this dataset, ignored: ${columns.join(', ')}.`,
  'file.never-stored': ({ columns }) =>
    `To protect whoever complained, these columns are neither read nor kept: ${columns.join(', ')}. Leave them out in future.`,
  'file.column-chosen': ({ column, taken, others }) =>
    `${[taken, ...others].map((heading) => `“${heading}”`).join(' and ')} both mean “${column}”; “${taken}” was taken, as mapped, and the rest ignored.`,
  'file.map-unused': ({ heading, seen }) =>
    `No heading is “${heading}”, which --map names, so that mapping did nothing. The headings: ${seen.join(', ')}.`,
  'file.area-filled': ({ rows }) =>
    `In ${counted(rows, 'row')} a blank district, township or unit was taken from the row above (merged cells); if that is wrong, fill in every row.`,
  'file.known-before': ({ batch, asOf }) =>
    asOf === null
      ? `The content of this file came in with batch ${batch}; equal rows are not recorded again.`
      : `The content of this file came in with batch ${batch}; its day ${asOf} is used again. To import it as a roster of another day, add --as-of.`,
  'import.future-as-of': ({ asOf }) => `The day ${asOf} lies in the future; make sure that this is meant.`,
  'import.quarter': ({ quarter, asOf }) =>
    `服务记录 and 发挥专业作用 count for ${quarter} (the quarter of ${asOf}) and for no other.`,
  'person.unknown': () =>
    'The register has nobody with this identity number. Check it; somebody new comes in with a roster, or with certificates that name them. The row was not imported.',
  'person.other-name': ({ known, stated }) =>
    `The register knows this identity number as “${known}”, the row says “${stated}”. Find out whether the number is wrong or the name has changed; the row was not imported.`,
  'person.former-number': ({ kept }) =>
    `This number and ${kept} are one person (corrected or merged); the row was recorded under the latter.`,
  'person.same-name': ({ others }) =>
    `Somebody else has this name (${others.join(', ')}); make sure that they are two people.`,
  'person.two-rows': ({ otherFile, otherLine, why }) =>
    why === 'overlap'
      ? `The same person as ${elsewhere(otherFile, otherLine)}, in two posts at one time. Keep the right row or fill in 离岗日期; neither was imported.`
      : `The same identity number as ${elsewhere(otherFile, otherLine)} with another name. Correct the wrong one; neither was imported.`,
  'person.rows-disagree': ({ column, taken, otherLine }) =>
    `${column} differs from line ${otherLine} of the same person; the value of the later post, “${taken}”, was taken.`,
  'person.missing': ({ place, asOf, ended }) =>
    ended === null
      ? `On post at “${place}” by the register, but the complete roster of ${asOf} does not list this person. If they have left, add a row with 离岗日期, or add --close-missing to end such posts.`
      : `The complete roster does not list this person; the post at “${place}” ends on ${ended}.`,
  'post.transferred': ({ from, to, on, ended }) =>
    `Moved from “${from}” to “${to}” on ${on}; the former post ended on ${ended}.`,
  'post.transfer-dated': ({ from, to, stated, on, ended }) =>
    `Moved from “${from}” to “${to}”, but 上岗日期 ${stated} is not later than the former post's: the new post counts from the day of the roster, ${on}, the former one ended on ${ended}. If the move was on another day, correct 上岗日期.`,
  'post.restarted': ({ known, stated, ended }) =>
    `The register has a post at this unit since ${known}, the row says ${stated}; both are kept, the earlier one ended on ${ended}. If this was meant as a correction, check it.`,
  'post.overlaps-known': ({ place, from, until }) =>
    `Overlaps the post at “${place}” (${from} to ${until ?? 'now'}) and no transfer explains it. Check 上岗日期 and 离岗日期; the row was not imported.`,
  'post.listed-after-end': ({ place, ended, now }) =>
    now === null
      ? `The register has this person leave “${place}” on ${ended}; the row still lists the post as open, and nothing was changed. If they came back, enter the new 上岗日期.`
      : `The register has this person move from “${place}” to “${now}” after ${ended}; the row still lists the former post, and nothing was changed. If they moved back, enter the new 上岗日期.`,
  'post.unit-ended': ({ place, ended }) =>
    `“${place}” ended on ${ended} and the register names no unit that took over, but the row still has a post there. Enter the present unit, or fill in 并入 in the list of units and import it.`,
  'post.changed-after-end': ({ ended, asOf }) =>
    `Category or title differs from the register, but the post ended on ${ended}, before the day of the roster, ${asOf}; nothing was changed. If it is a correction, import it with the day (--as-of) of the earlier roster.`,
  'post.ends-before-known-start': ({ from, until }) =>
    `离岗日期 ${until} is earlier than the day ${from} on which the register has this post begin. Correct it; the row was not imported.`,
  'certificate.none-stated': ({ known }) =>
    `The row says that there is no certificate; the ${known} certificate of the register was kept. If it was entered by mistake, have it corrected.`,
  'unit.new-district': ({ district }) =>
    `No other unit has the managing district “${district}”; it was recorded as a new one. If it is a slip, correct it and import again, or this district would pay.`,
  'unit.merged-undated': () =>
    '并入 is filled in, but not when. Enter 撤销日期, or say with --as-of from which day on; the row was not imported.',
  'unit.merged-in-circle': ({ units }) =>
    `并入 leads in a circle: ${units.join(' -> ')}. Find out which unit ended and which one took over; the row was not imported.`,
  'unit.successor-absent': ({ from, successor, ended, founded }) =>
    `From ${from} it is merged into “${successor}”, which ${ended === null ? `was founded only on ${founded}: until then` : `had ended on ${ended}: from then on`} its people and posts belong to no unit. Check 撤销日期, 设立日期 and 并入.`,
  'unit.new-county': ({ prefix, county, usual }) =>
    `No other unit has a code that begins with ${prefix}${usual === null ? '' : `; those of ${county} begin with ${usual}`}. It was recorded as it is. If it is a slip, undo this batch (import undo), correct the code and import again.`,
  'unit.two-rows': ({ otherFile, otherLine }) =>
    `The same code as ${elsewhere(otherFile, otherLine)} with other contents. Keep the right row; neither was imported.`,
  'fact.two-rows': ({ otherFile, otherLine }) =>
    `About the same thing as ${elsewhere(otherFile, otherLine)} with other contents. Keep the right row; neither was imported.`,
  'fact.mended-equal': ({ otherFile, otherLine }) =>
    `The mended row equals the record of ${elsewhere(otherFile, otherLine)}, imported before, and counts as that one. If it is another, say what is different (in 内容 or 摘要) and import it again.`,
  'fact.ends-before-start': ({ startColumn, start, endColumn, end, known }) =>
    known === 'end'
      ? `“${startColumn}” (${start}) is later than “${endColumn}” (${end}) in the register. Check both; if the register is wrong, fill in “${endColumn}” too. The row was not imported.`
      : `“${endColumn}” (${end}) is earlier than “${startColumn}” (${start}) in the register. Check both; if the register is wrong, fill in “${startColumn}” too. The row was not imported.`,
  'fact.newer-kept': ({ column, dataset, asOf, kept, keptFile, keptLine, keptAsOf }) =>
    `The row is of an earlier day (${asOf}), so ${column} stays “${kept}” (from ${keptFile} line ${keptLine}, of ${keptAsOf}) and the value of this row was not taken. If the row is right, ${
      dataset === 'roster'
        ? `import a roster of this person alone with --as-of ${keptAsOf}`
        : `correct it with import ${dataset}`
    }.`,
  'establishment.two-rows': ({ otherFile, otherLine }) =>
    `The same unit, title and day as ${elsewhere(otherFile, otherLine)} with other contents. Keep the right row; neither was imported.`,
};

function delimiterName(delimiter: string): string {
  const names: Record<string, string> = {
    ',': 'comma',
    '，': 'full-width comma',
    ';': 'semicolon',
    '；': 'full-width semicolon',
    '\t': 'tab',
  };
  return `${names[delimiter] ?? delimiter}-separated`;
}
