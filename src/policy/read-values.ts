import type { Citation } from '../domain/finding.js';
import { nearestOf } from '../domain/nearest.js';
import type { FileNotes } from './file-notes.js';
import { DISTRICT_MAY, isParameter, PARAMETERS, type Parameter } from './parameters.js';
import type { Layer } from './policy-book.js';
import type { StatedValue } from './policy-file.js';
import { misfits } from './schema.js';
import type { Located } from './yaml-tree.js';

const VALUE_KEYS = ['from', 'until', 'value', 'citation', 'checked'];
const CITATION_KEYS = ['document', 'article', 'quote'];

/** `check`: hold values against their schemas; the shipped pack is held against them only when asked. */
export interface ValueReading {
  notes: FileNotes;
  layer: Layer;
  check: boolean;
}

/** The section `parameters:` of a file: every dated value that is sound; the rest is noted. */
export function readValues(section: Located | undefined, reading: ValueReading): StatedValue[] {
  if (section === undefined || section.value === null) return [];
  if (section.fields === null) {
    reading.notes.shape(section, 'parameters', 'mapping');
    return [];
  }
  const values: StatedValue[] = [];
  for (const [name, versions] of section.fields) {
    if (!maySet(name, versions, reading)) continue;
    for (const item of reading.notes.itemsOf(versions, name)) {
      const value = readValue(name, item, reading);
      if (value) values.push(value);
    }
  }
  return values;
}

function maySet(name: string, spot: Located, { notes, layer }: ValueReading): name is Parameter {
  if (!isParameter(name)) {
    const details = { parameter: name, nearest: nearestOf(name, PARAMETERS) };
    notes.tell('policy.unknown-parameter', 'error', details, spot, name, name);
    return false;
  }
  if (layer === 'district' && DISTRICT_MAY[name] === null) {
    notes.tell('policy.not-for-districts', 'error', { parameter: name }, spot, name, name);
    return false;
  }
  return true;
}

function readValue(parameter: Parameter, node: Located, reading: ValueReading): StatedValue | null {
  const { notes } = reading;
  const fields = notes.fieldsOf(node, parameter, VALUE_KEYS);
  if (fields === null) return null;
  const span = notes.spanOf(fields, parameter);
  if (span?.from === null) notes.tell('policy.bad-date', 'error', { key: 'from' }, node, 'from', parameter);
  const checked = notes.dayOf(fields, 'checked', parameter);
  const cited = readCitation(parameter, fields.get('citation') ?? node, notes);
  const value = readPlainValue(parameter, fields.get('value') ?? node, fields.has('value'), reading);
  if (!span?.from || checked === undefined || cited === null || value === null) return null;
  return { parameter, from: span.from, until: span.until, checked, ...cited, value, line: node.line };
}

function readPlainValue(
  parameter: Parameter,
  node: Located,
  stated: boolean,
  { notes, check }: ValueReading,
): unknown {
  if (!stated || node.value === null) {
    notes.tell('policy.bad-value', 'error', { parameter, key: '' }, node, 'value', parameter);
    return null;
  }
  const wrong = check ? misfits(parameter, node.value) : [];
  for (const { path } of wrong) {
    const key = path.join('.');
    const column = ['value', ...path].join('.');
    notes.tell('policy.bad-value', 'error', { parameter, key }, follow(node, path), column, parameter);
  }
  return wrong.length === 0 ? node.value : null;
}

/** The deepest part of a value that a path leads to. */
function follow(node: Located, path: readonly string[]): Located {
  let found = node;
  for (const step of path) {
    const next = found.fields?.get(step) ?? found.items?.[Number(step)];
    if (next === undefined) break;
    found = next;
  }
  return found;
}

function readCitation(
  parameter: Parameter,
  node: Located,
  notes: FileNotes,
): Pick<StatedValue, 'citation' | 'documentLine' | 'quoteLine'> | null {
  const document = node.fields?.get('document');
  const article = node.fields?.get('article');
  if (!document?.text || !article?.text) {
    notes.tell('policy.missing-citation', 'error', { parameter }, node, 'citation', parameter);
    return null;
  }
  notes.fieldsOf(node, 'citation', CITATION_KEYS);
  const quote = node.fields?.get('quote');
  const citation: Citation = { document: document.text, article: article.text };
  if (quote?.text) citation.quote = quote.text;
  return { citation, documentLine: document.line, quoteLine: quote?.line ?? document.line };
}
