import type { FactChange, FactKind, FactValues } from '../domain/changes.js';
import { finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { KeyedFindings } from './keyed-findings.js';
import { KeyedPeople } from './keyed-people.js';
import type { KeyedDraft, KeyedKnowledge, KeyedRules, Standing } from './keyed-rules.js';
import { type Filled, fillBlanks, keyText, mergeCells, sameValues } from './keyed-values.js';
import { countOccurrences } from './occurrences.js';
import { draftRows, finishRows, type ImportPlan } from './plan-result.js';
import type { KeyedRow, ReadRow } from './rows.js';

/**
 * Decides what rows of a dataset would change whose facts are told apart by a key: equal keys correct,
 * other keys add, an empty cell says nothing. Rows of one key that contradict each other are all refused, as
 * are rows about somebody whom the register does not know. The order of the rows does not matter.
 */
export function planKeyed<Kind extends FactKind>(
  rows: readonly ReadRow<KeyedRow<Kind>>[],
  rules: KeyedRules<Kind>,
  knowledge: KeyedKnowledge<Kind>,
): ImportPlan {
  return new KeyedPlanner(rules, knowledge).plan(rows);
}

class KeyedPlanner<Kind extends FactKind> {
  private readonly findings: KeyedFindings<Kind>;
  private readonly people: KeyedPeople<Kind>;

  constructor(
    private readonly rules: KeyedRules<Kind>,
    private readonly knowledge: KeyedKnowledge<Kind>,
  ) {
    this.findings = new KeyedFindings(knowledge);
    this.people = new KeyedPeople(knowledge, this.findings, rules.createsPeople ?? false);
  }

  plan(rows: readonly ReadRow<KeyedRow<Kind>>[]): ImportPlan {
    if (this.rules.countsEqual) this.numberEqual(rows);
    const drafts = draftRows(rows);
    const news = drafts.filter(
      (draft): draft is KeyedDraft<Kind> =>
        draft.read.row !== null && !this.knowledge.heard(draft.read.file, draft.read.line),
    );
    const placed = this.people.placed(news).filter((draft) => this.completes(draft));
    const known = this.standingByKey();
    for (const [key, group] of groupBy(placed, ({ read: { row } }) =>
      this.keyOf(this.people.whose(row), row.values),
    ))
      this.planGroup(group, known.get(key));
    const { arrived: newPeople } = this.people;
    return {
      rows: finishRows(drafts),
      newPeople,
      newUnits: [],
      newPosts: 0,
      findings: this.findings.all,
    };
  }

  /** Rows that were taken before count along. */
  private numberEqual(rows: readonly ReadRow<KeyedRow<Kind>>[]): void {
    const keyOf = (whose: number | string | null, values: object) =>
      this.keyOf(whose, { ...values, occurrence: null });
    const { mends, known, earlierName } = this.knowledge;
    countOccurrences(rows, (row) => keyOf(this.people.whose(row), row.values), {
      mends,
      known: () =>
        known.map(({ owner, values, file, line }) => {
          const { occurrence } = values as { occurrence?: number | null };
          return { key: keyOf(owner, values), occurrence: occurrence ?? 1, name: earlierName(file), line };
        }),
    });
  }

  private completes(draft: KeyedDraft<Kind>): boolean {
    const { row } = draft.read;
    const answer = this.knowledge.complete?.(row);
    if (answer && 'refusal' in answer) {
      this.findings.reject(draft, answer.refusal);
      return false;
    }
    if (answer) draft.read = { ...draft.read, row: { ...row, values: { ...row.values, ...answer.values } } };
    return true;
  }

  private planGroup(group: readonly KeyedDraft<Kind>[], known: Standing<Kind> | undefined): void {
    const quarrel = findQuarrel(group, this.rules.key);
    if (quarrel) {
      this.refuseAll(group, quarrel);
      return;
    }
    const [first] = group as [KeyedDraft<Kind>];
    const rows = group.map(({ read }) => read.row);
    const { personField } = this.rules;
    const said = mergeCells(
      rows.map((row) => (personField ? { ...row.values, [personField]: row.idNumber } : row.values)),
    );
    const assumed = mergeCells(rows.map((row) => row.assumed ?? {}));
    const filled = this.asSpelled(fillBlanks(said, known?.values, assumed), known);
    const values = this.rules.settle?.(filled) ?? filled;
    const idNumber = rows.find((row) => row.idNumber !== null)?.idNumber ?? null;
    const knownOwner = idNumber === null ? known?.owner : this.knowledge.people.get(idNumber)?.id;
    const isSame = known !== undefined && known.owner === (knownOwner ?? null);
    if (isSame && sameValues(known.values, values)) {
      if (this.rules.countsEqual) this.doubtSame(group, known);
      return;
    }
    const flaw = this.rules.flaw?.(values, { ...first.read.row, values: said });
    if (flaw) {
      for (const draft of group) this.findings.reject(draft, flaw);
      return;
    }
    const arrival = knownOwner === undefined && idNumber !== null ? this.people.welcome(idNumber) : null;
    const owner = arrival?.owner ?? knownOwner ?? null;
    first.outcome = known ? 'changed' : 'new';
    const doubt = this.knowledge.doubt?.(first.read.row, owner);
    if (doubt) this.findings.add(first, doubt);
    const { fact } = this.rules;
    // Kind and values belong together; the compiler cannot follow that through the parameter.
    const change = { fact, owner, before: known?.values ?? null, after: values } as unknown as FactChange;
    first.changes = [...(arrival?.changes ?? []), change];
  }

  /** A mended row that equals a record of still another file, which the refused one may have repeated. */
  private doubtSame(group: readonly KeyedDraft<Kind>[], known: Standing<Kind>): void {
    for (const draft of group) {
      const origin = this.knowledge.mends(draft.read);
      if (!origin || known.file >= origin.file) continue;
      const details = { otherFile: this.knowledge.earlierName(known.file), otherLine: known.line };
      const column = draft.read.row.keyColumn;
      this.findings.add(draft, finding('fact.mended-equal', 'warning', '', details, { column }));
    }
  }

  /** What tells a fact from others keeps the spelling under which it is known. */
  private asSpelled(values: FactValues[Kind], known: Standing<Kind> | undefined): FactValues[Kind] {
    if (!known) return values;
    return { ...values, ...Object.fromEntries(this.rules.key.map((field) => [field, known.values[field]])) };
  }

  private refuseAll(
    group: readonly KeyedDraft<Kind>[],
    [a, b]: readonly [KeyedDraft<Kind>, KeyedDraft<Kind>],
  ): void {
    for (const draft of group) {
      const other = draft === a ? b : a;
      const { file, line } = other.read;
      const details = { otherFile: this.knowledge.fileName(file), otherLine: line };
      this.findings.refuse(draft, 'conflict', 'fact.two-rows', details, draft.read.row.keyColumn);
    }
  }

  private standingByKey(): Map<string, Standing<Kind>> {
    const { known } = this.knowledge;
    return new Map(known.map((fact) => [this.keyOf(fact.owner, fact.values), fact]));
  }

  private keyOf(whose: number | string | null, values: object): string {
    const owner = this.rules.personField ? null : whose;
    return JSON.stringify([owner, ...this.rules.key.map((field) => keyText((values as Filled)[field]))]);
  }
}

/** Two rows of one key that say different things of it, or whom it is about. */
function findQuarrel<Kind extends FactKind>(
  group: readonly KeyedDraft<Kind>[],
  key: readonly string[],
): readonly [KeyedDraft<Kind>, KeyedDraft<Kind>] | null {
  if (group.length === 1) return null;
  const said = new Map<string, { draft: KeyedDraft<Kind>; value: unknown }>();
  for (const draft of group) {
    const { values, idNumber } = draft.read.row;
    // What tells facts apart the rows of a group share, if not to the letter.
    const own = Object.entries(values).filter(([field]) => !key.includes(field));
    for (const [field, value] of [...own, ['person', idNumber] as const]) {
      if (value === null || value === undefined) continue;
      const earlier = said.get(field);
      if (!earlier) said.set(field, { draft, value });
      else if (earlier.value !== value) return [earlier.draft, draft];
    }
  }
  return null;
}
