import type { ExpectedShape, PolicyFindings, UnreadableWhy } from '../../domain/findings/policy.js';
import type { Wording } from '../messages.js';
import { valueForms } from './policy-values.js';

const likely = (names: readonly string[]) => (names.length > 0 ? ` Did you mean ${names.join(', ')}?` : '');

const UNREADABLE: Readonly<Record<UnreadableWhy, string>> = {
  'not-utf8': 'The file is not UTF-8. Save it as UTF-8 in your editor and try again.',
  'no-permission': 'The file may not be read. Check its permissions.',
  'duplicate-key': 'One key stands twice, so nobody can say which counts. Merge them or remove one.',
  indentation:
    'Indentation or brackets do not match. Align the line with its neighbours and close every bracket.',
  tab: 'The line is indented with a tab. Use spaces.',
  anchor: 'Anchors and aliases (& and *) are not supported. Write the value out wherever it holds.',
  'several-documents': 'The file holds several documents (---). Split it into several files.',
  syntax:
    'This is not YAML. Check colons, quotes and brackets (half-width), and leave a space after each colon.',
};

const SHAPES: Readonly<Record<ExpectedShape, string>> = {
  mapping: 'write "key: value" lines here',
  list: 'write a list here, each entry beginning with "- "',
  text: 'this is required, as text',
  'true-or-false': 'write true or false',
  city: "write city; a district's values belong in districts/<district>.yaml",
  'unused-id': 'a document of this id is registered already; choose another id',
};

/** A position in a list counts from 0; people count from 1. */
const partOf = (key: string) => (/^\d+$/.test(key) ? `entry ${Number(key) + 1}` : key);

export const policyFindings: Wording<PolicyFindings> = {
  'policy.unreadable-file': ({ why }) => UNREADABLE[why],
  'policy.two-files': ({ other }) =>
    `This file and ${other} speak for the same area, so nobody can say which counts. Merge them and remove one.`,
  'policy.unknown-parameter': ({ parameter, nearest }) =>
    `There is no parameter “${parameter}”.${likely(nearest)} shegong policy show lists them all.`,
  'policy.unknown-key': ({ key, known }) => `“${key}” means nothing here. Use ${known.join(', ')}.`,
  'policy.bad-structure': ({ key, expected }) =>
    `“${key}” is not written as it must be: ${SHAPES[expected]}.`,
  'policy.bad-value': ({ parameter, key }) =>
    `The value of ${parameter}${key === '' ? '' : ` (${partOf(key)})`} is missing or does not fit. Write ${valueForms[parameter]}.`,
  'policy.bad-date': ({ key }) => `“${key}” has no day, or none that exists. Write it as 2026-01-01.`,
  'policy.until-before-from': ({ from, until }) =>
    `The last day ${until} is before the first day ${from}. Check both.`,
  'policy.overlap': ({ parameter, on, otherLine }) =>
    `Line ${otherLine} already sets ${parameter} for ${on}, and one day can have one value only. Correct the days of one of them.`,
  'policy.below-city': ({ parameter, key, value, city, on }) =>
    `${parameter} sets “${key}” to ${value}, below the city's ${city} on ${on}. A district may only raise it: write ${city} or more.`,
  'policy.drops-category': ({ category, on }) =>
    `“${category}” is missing, whom the city covers on ${on}. A district may only widen the circle: add it.`,
  'policy.not-for-districts': ({ parameter }) =>
    `${parameter} is for the city to set. Remove it from the district's file, or move it to city.yaml.`,
  'policy.wrong-district': ({ district, fileName }) =>
    district === ''
      ? `The file does not name its district. Write district: ${fileName}.`
      : `The file says “${district}” and is named “${fileName}”. Write district: ${fileName}, or rename the file.`,
  'policy.unknown-district': ({ district, nearest }) =>
    `The city has no district “${district}”, so the file has no effect.${likely(nearest)} Correct the file name and "district".`,
  'policy.unknown-document': ({ document, quoted, nearest }) =>
    `The document “${document}” is not registered${quoted ? ', so its quote cannot be compared' : ''}.${likely(nearest)}` +
    ' Register it under "documents" in city.yaml to have quotes compared and its end known.',
  'policy.missing-text': ({ document, textFile }) =>
    `The text ${textFile} of “${document}” cannot be read. Put it (UTF-8 text) beside city.yaml, or remove "text".`,
  'policy.missing-citation': ({ parameter }) =>
    `The value of ${parameter} names no source. Add citation: { document: "number", article: "article" }.`,
  'policy.quote-not-found': ({ document, quote }) =>
    `The quote “${quote}” does not stand in the text of “${document}”. Correct it word for word.`,
  'policy.outside-document': ({ parameter, document, from, until }) =>
    `These days of ${parameter} lie outside those of “${document}” (${from ?? 'unknown'} to ${until ?? 'open'}), so the value never holds. Check the days, or cite the successor.`,
  'policy.hole': ({ parameter, from, until }) =>
    `${parameter} has no value from ${from} to ${until}. Unless that is meant, fill these days.`,
  'policy.drops-condition': ({ condition, by }) =>
    by === 'city'
      ? `The condition ${condition}, which 三(六)1 of the document names, is missing. Make sure a document allows it, or add it.`
      : `The condition ${condition}, which the city asks for, is missing. A district may not drop conditions: add it.`,
  'policy.adds-condition': ({ condition }) =>
    `The condition ${condition} is not asked for by the city. A district may add no-sanction only: remove it.`,
  'policy.unchecked': ({ parameter, checked }) =>
    (checked === null
      ? `Nobody has recorded a check of ${parameter} for two years.`
      : `${parameter} was last checked on ${checked}, two years ago or more.`) +
    ' Compare it with its source and write the day as checked.',
  'policy.ending': ({ document, until, days }) =>
    days < 0
      ? `“${document}” ended on ${until}, and no policy is in force since. If there is a successor, register it in city.yaml with its values.`
      : `“${document}” ends on ${until}, in ${days} days. Register its successor in city.yaml, with its values, in time.`,
  'policy.example': () =>
    'Example values, not a standard of the city: what is computed from them may not be paid.',
};
