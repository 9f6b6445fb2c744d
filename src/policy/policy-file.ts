import type { Day } from '../domain/day.js';
import type { Citation, Finding } from '../domain/finding.js';
import { FileNotes } from './file-notes.js';
import type { FolderFile } from './folder.js';
import type { Parameter } from './parameters.js';
import { readValues } from './read-values.js';
import { type Located, readYaml } from './yaml-tree.js';

/** One dated value as a file states it, before documents and neighbours cut it. */
export interface StatedValue {
  parameter: Parameter;
  from: Day;
  /** Null: not stated. */
  until: Day | null;
  value: unknown;
  citation: Citation;
  checked: Day | null;
  line: number;
  documentLine: number;
  quoteLine: number;
}

/** A document as a file registers it. `textFile`: the name of the file that holds its text. */
export interface StatedDocument {
  id: string;
  title: string;
  from: Day | null;
  until: Day | null;
  textFile: string | null;
  line: number;
}

export interface PolicyFile {
  source: FolderFile;
  example: boolean;
  exampleLine: number;
  values: readonly StatedValue[];
  documents: readonly StatedDocument[];
  /** The managing districts that the city has, if the file lists them. */
  districts: readonly string[] | null;
  findings: readonly Finding[];
}

const CITY_KEYS = ['scope', 'example', 'documents', 'districts', 'parameters'];
const DISTRICT_KEYS = ['district', 'example', 'parameters'];
const DOCUMENT_KEYS = ['id', 'title', 'from', 'until', 'text'];

/**
 * Reads one policy file. Whatever is wrong with it is a finding with its line; values and documents
 * that are sound are kept. `check`: hold values against their schemas.
 */
export function readPolicyFile(source: FolderFile, check: boolean): PolicyFile {
  const notes = new FileNotes(source.file, source.district ?? '');
  const root = rootOf(source, notes);
  const known = source.layer === 'district' ? DISTRICT_KEYS : CITY_KEYS;
  const fields = (root && notes.fieldsOf(root, source.file, known)) ?? new Map<string, Located>();
  if (root?.fields) checkHead(source, root, notes);
  const example = fields.get('example');
  return {
    source,
    example: example?.value === true,
    exampleLine: example?.line ?? 1,
    values: readValues(fields.get('parameters'), { notes, layer: source.layer, check }),
    documents: notes
      .itemsOf(fields.get('documents'), 'documents')
      .flatMap((item) => readDocument(item, notes) ?? []),
    districts: fields.has('districts')
      ? notes.itemsOf(fields.get('districts'), 'districts').map(({ text }) => text.normalize('NFKC'))
      : null,
    findings: notes.findings,
  };
}

function rootOf({ bytes }: FolderFile, notes: FileNotes): Located | null {
  const unreadable = (why: 'no-permission' | 'not-utf8') => {
    notes.tell('policy.unreadable-file', 'error', { why }, { line: 1, text: '' }, '', notes.area);
    return null;
  };
  if (bytes === null) return unreadable('no-permission');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return unreadable('not-utf8');
  }
  const { root, troubles } = readYaml(text);
  // The first is the cause; what follows it in a broken file is mostly its consequence.
  const [first] = troubles;
  if (first) {
    const { why, line } = first;
    notes.tell('policy.unreadable-file', 'error', { why }, { line, text: '' }, '', notes.area);
  }
  return root?.value === null ? null : root;
}

/** scope, district and example must be what the name of the file says. */
function checkHead({ district: fileName }: FolderFile, root: Located, notes: FileNotes): void {
  const example = root.fields?.get('example');
  if (example && typeof example.value !== 'boolean') notes.shape(example, 'example', 'true-or-false');
  const scope = root.fields?.get('scope');
  if (scope && scope.text !== 'city') notes.shape(scope, 'scope', 'city');
  if (fileName === null) return;
  const stated = root.fields?.get('district');
  const district = stated?.text.normalize('NFKC') ?? '';
  if (district !== fileName) {
    notes.tell(
      'policy.wrong-district',
      'error',
      { district, fileName },
      stated ?? root,
      'district',
      notes.area,
    );
  }
}

function readDocument(node: Located, notes: FileNotes): StatedDocument | null {
  const fields = notes.fieldsOf(node, 'documents', DOCUMENT_KEYS);
  if (fields === null) return null;
  const id = fields.get('id');
  const title = fields.get('title');
  if (!id?.text) notes.shape(id ?? node, 'id', 'text');
  if (!title?.text) notes.shape(title ?? node, 'title', 'text');
  const span = notes.spanOf(fields, id?.text || 'documents');
  if (!id?.text || !title?.text || !span) return null;
  return {
    id: id.text,
    title: title.text,
    ...span,
    textFile: fields.get('text')?.text || null,
    line: node.line,
  };
}
