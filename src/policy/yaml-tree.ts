import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { UnreadableWhy } from '../domain/findings/policy.js';

/** A piece of a YAML file that knows its line, so that whatever is wrong with it can be pointed at. */
export interface Located {
  /** Physical line from 1; of the key, for what stands behind a key. */
  line: number;
  /** A scalar as it is written; empty for lists and mappings. */
  text: string;
  /** Plain data; dates as text. */
  value: unknown;
  fields: ReadonlyMap<string, Located> | null;
  items: readonly Located[] | null;
}

export interface YamlTrouble {
  line: number;
  why: UnreadableWhy;
}

const WHY: Readonly<Record<string, UnreadableWhy>> = {
  DUPLICATE_KEY: 'duplicate-key',
  BAD_INDENT: 'indentation',
  BAD_SCALAR_START: 'syntax',
  TAB_AS_INDENT: 'tab',
  MULTIPLE_DOCS: 'several-documents',
};

/** Reads the text of a YAML file; `root` is null for an empty one, and where there is trouble. */
export function readYaml(text: string): { root: Located | null; troubles: YamlTrouble[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const troubles: YamlTrouble[] = document.errors.map(({ code, pos }) => ({
    line: lineAt(pos[0]),
    why: WHY[code] ?? 'syntax',
  }));

  function locate(node: unknown, keyLine?: number): Located {
    const start = (node as Node | null)?.range?.[0];
    const line = keyLine ?? (start === undefined ? 1 : lineAt(start));
    if (isMap(node)) {
      const fields = new Map<string, Located>();
      for (const { key, value } of node.items) {
        const keyNode = locate(key);
        fields.set(keyNode.text, locate(value, keyNode.line));
      }
      const value = Object.fromEntries([...fields].map(([key, field]) => [key, field.value]));
      return { line, text: '', value, fields, items: null };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => locate(item));
      return { line, text: '', value: items.map((item) => item.value), fields: null, items };
    }
    // Aliases are left out: a policy file must say each value where it holds (and they can be used to explode).
    if (isAlias(node)) troubles.push({ line, why: 'anchor' });
    const scalar = isScalar(node) ? node.value : null;
    const value = scalar instanceof Date ? scalar.toISOString().slice(0, 10) : scalar;
    const written = isScalar(node) && node.source !== undefined ? node.source : String(value ?? '');
    return { line, text: written.trim(), value, fields: null, items: null };
  }

  if (troubles.length > 0 || document.contents === null) return { root: null, troubles };
  const root = locate(document.contents);
  return { root: troubles.length > 0 ? null : root, troubles };
}
