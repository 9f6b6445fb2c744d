import type { FactChange, FactKind } from '../domain/changes.js';
import { groupBy } from '../domain/group-by.js';
import { nameKey } from '../domain/name.js';
import type { KeyedFindings } from './keyed-findings.js';
import type { KeyedDraft, KeyedKnowledge } from './keyed-rules.js';
import type { KeyedRow } from './rows.js';

/** Whom the rows of a keyed dataset are about: people whom the register knows, and some who come with their row. */
export class KeyedPeople<Kind extends FactKind> {
  /** Identity numbers of somebody new; their owner is -1, -2, … */
  readonly arrived: string[] = [];
  /** Names of people whom the register does not know yet, by identity number. */
  private readonly names = new Map<string, string>();

  constructor(
    private readonly knowledge: Pick<KeyedKnowledge<Kind>, 'people' | 'fileName'>,
    private readonly findings: KeyedFindings<Kind>,
    /** A row with a name may bring somebody new; otherwise unknown numbers are refused. */
    private readonly mayArrive: boolean,
  ) {}

  /** The register's number of the person of a row; of somebody new the identity number. */
  whose({ idNumber }: KeyedRow<Kind>): number | string | null {
    return idNumber === null ? null : (this.knowledge.people.get(idNumber)?.id ?? idNumber);
  }

  /** The rows whose person is known, or comes with them; the others are refused. */
  placed(drafts: readonly KeyedDraft<Kind>[]): KeyedDraft<Kind>[] {
    return [...groupBy(drafts, ({ read }) => read.row.idNumber)].flatMap(([idNumber, own]) => {
      if (idNumber === null) return own;
      const known = this.knowledge.people.get(idNumber);
      return known ? own.filter((draft) => this.keepsName(known.name, draft)) : this.arriving(idNumber, own);
    });
  }

  /** The number of somebody new, and the details to be written with the first of their facts. */
  welcome(idNumber: string): { owner: number; changes: FactChange[] } {
    const at = this.arrived.indexOf(idNumber);
    if (at >= 0) return { owner: -(at + 1), changes: [] };
    const owner = -this.arrived.push(idNumber);
    const name = this.names.get(idNumber) ?? '';
    const after = { name, sex: null, phone: null, bank: null, account: null, note: null };
    return { owner, changes: [{ fact: 'details', owner, before: null, after }] };
  }

  /** All rows about somebody new, if any of them may bring a person and they agree on the name. */
  private arriving(idNumber: string, own: KeyedDraft<Kind>[]): KeyedDraft<Kind>[] {
    const named = this.mayArrive ? own.filter(({ read }) => read.row.name !== null) : [];
    const [first] = named;
    if (!first) {
      for (const draft of own)
        this.findings.refuse(draft, 'rejected', 'person.unknown', {}, draft.read.row.personColumn);
      return [];
    }
    const key = nameOf(first);
    const other = named.find((draft) => nameOf(draft) !== key);
    if (other) {
      for (const draft of own) this.refuseName(draft, nameOf(draft) === key ? other : first);
      return [];
    }
    this.names.set(idNumber, first.read.row.name ?? '');
    return own;
  }

  private keepsName(known: string, draft: KeyedDraft<Kind>): boolean {
    const stated = draft.read.row.name;
    if (stated === null || nameKey(stated) === nameKey(known)) return true;
    const column = draft.read.row.nameColumn;
    this.findings.refuse(draft, 'conflict', 'person.other-name', { known, stated }, column);
    return false;
  }

  /** Rows about somebody new that name the person differently. */
  private refuseName(draft: KeyedDraft<Kind>, other: KeyedDraft<Kind>): void {
    const { file, line } = other.read;
    const details = { otherFile: this.knowledge.fileName(file), otherLine: line, why: 'name' as const };
    this.findings.refuse(draft, 'conflict', 'person.two-rows', details, draft.read.row.nameColumn);
  }
}

const nameOf = ({ read }: { read: { row: { name: string | null } } }): string | null =>
  read.row.name === null ? null : nameKey(read.row.name);
