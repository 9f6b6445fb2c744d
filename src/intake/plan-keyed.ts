import type { FactChange, FactKind, FactValues } from '../domain/changes.js';
import { type Finding, type FindingCode, type FindingDetails, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { maskNumber } from '../domain/mask.js';
import { nameKey } from '../domain/name.js';
import { type Filled, fillBlanks, keyText, mergeCells, sameValues } from './keyed-values.js';
import { countOccurrences, type MendedRow } from './occurrences.js';
import { draftRows, finishRows, type ImportPlan, type RowDraft } from './plan-result.js';
import type { KeyedRow, ReadRow } from './rows.js';

/** What tells the facts of a dataset apart, and what else there is to know about it. */
export interface KeyedRules<Kind extends FactKind> {
  fact: Kind;
  /** Beside the person, where the facts have one. */
  key: readonly (keyof FactValues[Kind] & string)[];
  /** The value that names the person, where that can be corrected and is no part of the key. */
  personField?: keyof FactValues[Kind] & string;
  /** A row with a name may bring somebody new; otherwise unknown numbers are refused. */
  createsPeople?: boolean;
  /** Truly equal rows of one file are so many facts: `occurrence`, the last part of the key, numbers them. */
  countsEqual?: boolean;
  /** Puts values right that follow from others, once blanks are filled from what is known. */
  settle?: (values: FactValues[Kind]) => FactValues[Kind];
  /** Why values that blanks were filled into cannot be so; null: they can. */
  flaw?: (values: FactValues[Kind], row: KeyedRow<Kind>) => Finding | null;
}

/** A fact that stands, and whose it is (the register's number of the person). */
interface Standing<Kind extends FactKind> {
  owner: number | null;
  values: FactValues[Kind];
  /** The register's number of the file that it was read from, and the line. */
  file: number;
  line: number;
}

export interface KeyedKnowledge<Kind extends FactKind> {
  /** Number of the register and name, by identity number. */
  people: ReadonlyMap<string, { id: number; name: string }>;
  known: readonly Standing<Kind>[];
  fileName: (file: number) => string;
  /** Name of a file that was imported earlier, by the number that its facts carry. */
  earlierName: (file: number) => string;
  /** The refused row of an earlier file that a row mends; null: it mends none. */
  mends: (row: ReadRow<unknown>) => MendedRow | null;
  /** This very row of this very file was taken before: it says nothing new. */
  heard: (file: number, line: number) => boolean;
  /** What the register adds to a row that is sound in itself, or why it is refused. */
  complete?: (row: KeyedRow<Kind>) => { values: Partial<FactValues[Kind]> } | { refusal: Finding };
  /** A doubt about a row that says something new; `owner`: the register's number of the person. */
  doubt?: (row: KeyedRow<Kind>, owner: number | null) => Finding | null;
}

type Draft<Kind extends FactKind> = RowDraft<KeyedRow<Kind>> & { read: { row: KeyedRow<Kind> } };

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
  private readonly findings: Finding[] = [];
  private readonly newPeople: string[] = [];
  /** Names of people whom the register does not know yet, by identity number. */
  private readonly arrivals = new Map<string, string>();

  constructor(
    private readonly rules: KeyedRules<Kind>,
    private readonly knowledge: KeyedKnowledge<Kind>,
  ) {}

  plan(rows: readonly ReadRow<KeyedRow<Kind>>[]): ImportPlan {
    if (this.rules.countsEqual) this.numberEqual(rows);
    const drafts = draftRows(rows);
    const news = drafts.filter(
      (draft): draft is Draft<Kind> =>
        draft.read.row !== null && !this.knowledge.heard(draft.read.file, draft.read.line),
    );
    const placed = this.withPeople(news).filter((draft) => this.completes(draft));
    const known = this.standingByKey();
    for (const [key, group] of groupBy(placed, ({ read: { row } }) =>
      this.keyOf(this.whose(row), row.values),
    ))
      this.planGroup(group, known.get(key));
    const { newPeople, findings } = this;
    return { rows: finishRows(drafts), newPeople, newUnits: [], newPosts: 0, findings };
  }

  /** Rows that were taken before count along. */
  private numberEqual(rows: readonly ReadRow<KeyedRow<Kind>>[]): void {
    const keyOf = (whose: number | string | null, values: object) =>
      this.keyOf(whose, { ...values, occurrence: null });
    const { mends, known, earlierName } = this.knowledge;
    countOccurrences(rows, (row) => keyOf(this.whose(row), row.values), {
      mends,
      known: () =>
        known.map(({ owner, values, file, line }) => {
          const { occurrence } = values as { occurrence?: number | null };
          return { key: keyOf(owner, values), occurrence: occurrence ?? 1, name: earlierName(file), line };
        }),
    });
  }

  /** The rows whose person is known, or comes with them; the others are refused. */
  private withPeople(drafts: readonly Draft<Kind>[]): Draft<Kind>[] {
    return [...groupBy(drafts, ({ read }) => read.row.idNumber)].flatMap(([idNumber, own]) => {
      if (idNumber === null) return own;
      const known = this.knowledge.people.get(idNumber);
      if (known) return own.filter((draft) => this.keepsName(known.name, draft));
      const named = this.rules.createsPeople ? own.filter(({ read }) => read.row.name !== null) : [];
      const [first] = named;
      if (!first) {
        for (const draft of own)
          this.refuse(draft, 'rejected', 'person.unknown', {}, draft.read.row.personColumn);
        return [];
      }
      const key = nameOf(first);
      const other = named.find((draft) => nameOf(draft) !== key);
      if (other) {
        for (const draft of own) this.refuseName(draft, nameOf(draft) === key ? other : first);
        return [];
      }
      this.arrivals.set(idNumber, first.read.row.name ?? '');
      return own;
    });
  }

  private keepsName(known: string, draft: Draft<Kind>): boolean {
    const stated = draft.read.row.name;
    if (stated === null || nameKey(stated) === nameKey(known)) return true;
    const column = draft.read.row.nameColumn;
    this.refuse(draft, 'conflict', 'person.other-name', { known, stated }, column);
    return false;
  }

  /** Rows about somebody new that name the person differently. */
  private refuseName(draft: Draft<Kind>, other: Draft<Kind>): void {
    const { file, line } = other.read;
    const details = { otherFile: this.knowledge.fileName(file), otherLine: line, why: 'name' as const };
    this.refuse(draft, 'conflict', 'person.two-rows', details, draft.read.row.nameColumn);
  }

  private completes(draft: Draft<Kind>): boolean {
    const { row } = draft.read;
    const answer = this.knowledge.complete?.(row);
    if (answer && 'refusal' in answer) {
      draft.outcome = 'rejected';
      this.add(draft, answer.refusal);
      return false;
    }
    if (answer) draft.read = { ...draft.read, row: { ...row, values: { ...row.values, ...answer.values } } };
    return true;
  }

  private planGroup(group: readonly Draft<Kind>[], known: Standing<Kind> | undefined): void {
    const quarrel = findQuarrel(group, this.rules.key);
    if (quarrel) {
      this.refuseAll(group, quarrel);
      return;
    }
    const [first] = group as [Draft<Kind>];
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
      for (const draft of group) {
        draft.outcome = 'rejected';
        this.add(draft, flaw);
      }
      return;
    }
    const arrival = knownOwner === undefined && idNumber !== null ? this.welcome(idNumber) : null;
    const owner = arrival?.owner ?? knownOwner ?? null;
    first.outcome = known ? 'changed' : 'new';
    const doubt = this.knowledge.doubt?.(first.read.row, owner);
    if (doubt) this.add(first, doubt);
    const { fact } = this.rules;
    // Kind and values belong together; the compiler cannot follow that through the parameter.
    const change = { fact, owner, before: known?.values ?? null, after: values } as unknown as FactChange;
    first.changes = [...(arrival?.changes ?? []), change];
  }

  /** A mended row that equals a record of still another file, which the refused one may have repeated. */
  private doubtSame(group: readonly Draft<Kind>[], known: Standing<Kind>): void {
    for (const draft of group) {
      const origin = this.knowledge.mends(draft.read);
      if (!origin || known.file >= origin.file) continue;
      const details = { otherFile: this.knowledge.earlierName(known.file), otherLine: known.line };
      const column = draft.read.row.keyColumn;
      this.add(draft, finding('fact.mended-equal', 'warning', '', details, { column }));
    }
  }

  /** The number of somebody new, and the details to be written with the first of their facts. */
  private welcome(idNumber: string): { owner: number; changes: FactChange[] } {
    const at = this.newPeople.indexOf(idNumber);
    if (at >= 0) return { owner: -(at + 1), changes: [] };
    const owner = -this.newPeople.push(idNumber);
    const name = this.arrivals.get(idNumber) ?? '';
    const after = { name, sex: null, phone: null, bank: null, account: null, note: null };
    return { owner, changes: [{ fact: 'details', owner, before: null, after }] };
  }

  /** What tells a fact from others keeps the spelling under which it is known. */
  private asSpelled(values: FactValues[Kind], known: Standing<Kind> | undefined): FactValues[Kind] {
    if (!known) return values;
    return { ...values, ...Object.fromEntries(this.rules.key.map((field) => [field, known.values[field]])) };
  }

  private refuseAll(group: readonly Draft<Kind>[], [a, b]: readonly [Draft<Kind>, Draft<Kind>]): void {
    for (const draft of group) {
      const other = draft === a ? b : a;
      const { file, line } = other.read;
      const details = { otherFile: this.knowledge.fileName(file), otherLine: line };
      this.refuse(draft, 'conflict', 'fact.two-rows', details, draft.read.row.keyColumn);
    }
  }

  private standingByKey(): Map<string, Standing<Kind>> {
    const { known } = this.knowledge;
    return new Map(known.map((fact) => [this.keyOf(fact.owner, fact.values), fact]));
  }

  /** The register's number of the person of a row; of somebody new the identity number. */
  private whose({ idNumber }: KeyedRow<Kind>): number | string | null {
    return idNumber === null ? null : (this.knowledge.people.get(idNumber)?.id ?? idNumber);
  }

  private keyOf(whose: number | string | null, values: object): string {
    const owner = this.rules.personField ? null : whose;
    return JSON.stringify([owner, ...this.rules.key.map((field) => keyText((values as Filled)[field]))]);
  }

  private refuse<Code extends FindingCode>(
    draft: Draft<Kind>,
    outcome: 'conflict' | 'rejected',
    code: Code,
    details: FindingDetails[Code],
    column: string,
  ): void {
    draft.outcome = outcome;
    this.add(draft, finding(code, 'error', '', details, { column }));
  }

  /** Says whom and which line a finding is about. */
  private add({ read }: Draft<Kind>, found: Finding): void {
    const { file, line, row } = read;
    const name = row.name ?? this.knowledge.people.get(row.idNumber ?? '')?.name ?? row.title;
    const number = row.idNumber === null ? null : maskNumber(row.idNumber);
    const subject = [name, number].filter(Boolean).join(' ');
    this.findings.push({ ...found, subject, file: this.knowledge.fileName(file), line });
  }
}

const nameOf = ({ read }: { read: { row: { name: string | null } } }): string | null =>
  read.row.name === null ? null : nameKey(read.row.name);

/** Two rows of one key that say different things of it, or whom it is about. */
function findQuarrel<Kind extends FactKind>(
  group: readonly Draft<Kind>[],
  key: readonly string[],
): readonly [Draft<Kind>, Draft<Kind>] | null {
  if (group.length === 1) return null;
  const said = new Map<string, { draft: Draft<Kind>; value: unknown }>();
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
