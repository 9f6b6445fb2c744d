import type { RowDraft } from './plan-result.js';

/**
 * Rows of one key that do not all say the same: each with another one that contradicts it, so that all of them
 * are refused and their order does not matter.
 */
export function findQuarrels<Draft extends RowDraft<unknown>>(
  drafts: readonly Draft[],
  keyOf: (draft: Draft) => string,
  agree: (a: Draft, b: Draft) => boolean,
): Map<Draft, Draft> {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = keyOf(draft);
    const group = groups.get(key);
    if (group) group.push(draft);
    else groups.set(key, [draft]);
  }
  const quarrels = new Map<Draft, Draft>();
  for (const group of groups.values()) {
    const [first] = group as [Draft, ...Draft[]];
    const other = group.find((draft) => !agree(first, draft));
    if (other === undefined) continue;
    for (const draft of group) quarrels.set(draft, agree(first, draft) ? other : first);
  }
  return quarrels;
}
