import type { ColumnChoice, ColumnQuestions, UnknownColumn } from '../domain/column-questions.js';
import type { Day } from '../domain/day.js';
import { maskDigits } from '../domain/mask.js';
import { isBlank, plainText } from './cells/text.js';
import type { ReadableDataset } from './column.js';
import type { ColumnMap } from './column-map.js';
import { claimsOf, oneLine } from './column-positions.js';
import { missingColumns } from './dataset.js';
import { HeadingIndex, headingKey } from './headings.js';
import { likelyFields } from './likely-columns.js';
import type { Sheet } from './sheet.js';

const SAMPLES = 3;
const SAMPLE_LENGTH = 24;

/**
 * What has to be asked about the columns of a sheet that was read leniently: unknown headings that look
 * like a column of the dataset (every one, as long as a required column is missing), and several columns
 * that mean the same one. Columns without any value raise no question.
 */
export function columnQuestions(
  sheet: Sheet,
  dataset: ReadableDataset,
  { map, today }: { map: ColumnMap; today: Day },
): ColumnQuestions {
  const index = new HeadingIndex(dataset, map);
  const valuesAt = (position: number) => distinctValues(sheet, position);
  const has = (field: string) => sheet.columns.has(field) || sheet.supplied.has(field);
  const fields = Object.keys(dataset.columns).filter((field) => !sheet.columns.has(field));
  const missing = missingColumns(dataset, has);
  const named = (field: string) => dataset.columns[field]?.heading ?? field;
  const unknown = sheet.headings.flatMap((heading, position): UnknownColumn[] => {
    if (index.field(heading) !== undefined || index.isIgnored(heading)) return [];
    if (dataset.neverStored?.test(oneLine(heading))) return [];
    const values = valuesAt(position);
    if (values.length === 0 || fields.length === 0) return [];
    const likely = likelyFields(heading, values, { dataset, fields, today });
    if (likely.length === 0 && missing.length === 0) return [];
    const others = fields.filter((field) => !likely.includes(field));
    return [
      {
        ...{ file: sheet.name, heading: oneLine(heading), samples: samplesOf(values) },
        ...{ likely: likely.map(named), others: others.map(named), missing },
      },
    ];
  });
  return { unknown, choices: choicesIn(sheet, index, named, valuesAt) };
}

/** Two columns of one heading cannot be told apart by a map, and are left to be refused. */
function choicesIn(
  sheet: Sheet,
  index: HeadingIndex,
  named: (field: string) => string,
  valuesAt: (position: number) => string[],
): ColumnChoice[] {
  return [...claimsOf(sheet.headings, index)].flatMap(([field, positions]): ColumnChoice[] => {
    const headings = positions.map((position) => sheet.headings[position] ?? '');
    const isSettled = headings.filter((heading) => index.mappedTo(heading)).length === 1;
    const areDifferent = new Set(headings.map(headingKey)).size === headings.length;
    if (positions.length < 2 || isSettled || !areDifferent) return [];
    const among = positions.map((position, at) => ({
      heading: oneLine(headings[at] ?? ''),
      samples: samplesOf(valuesAt(position)),
    }));
    return [{ file: sheet.name, column: named(field), among }];
  });
}

function distinctValues({ rows }: Sheet, position: number): string[] {
  const values = new Set<string>();
  for (const { cells } of rows) {
    const value = cells[position] ?? '';
    if (!isBlank(value)) values.add(plainText(value));
  }
  return [...values];
}

const samplesOf = (values: readonly string[]): string[] =>
  values.slice(0, SAMPLES).map((value) => {
    const shown = [...maskDigits(value.replace(/\s+/g, ' '))];
    return shown.length > SAMPLE_LENGTH ? `${shown.slice(0, SAMPLE_LENGTH).join('')}…` : shown.join('');
  });
