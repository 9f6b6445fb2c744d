import type { FactKind } from '../domain/changes.js';
import { type Finding, type FindingCode, type FindingDetails, finding } from '../domain/finding.js';
import { maskNumber } from '../domain/mask.js';
import type { KeyedDraft, KeyedKnowledge } from './keyed-rules.js';

/** What is found about rows of a keyed dataset; each finding says whom and which line it is about. */
export class KeyedFindings<Kind extends FactKind> {
  readonly all: Finding[] = [];

  constructor(private readonly knowledge: Pick<KeyedKnowledge<Kind>, 'people' | 'fileName'>) {}

  refuse<Code extends FindingCode>(
    draft: KeyedDraft<Kind>,
    outcome: 'conflict' | 'rejected',
    code: Code,
    details: FindingDetails[Code],
    column: string,
  ): void {
    draft.outcome = outcome;
    this.add(draft, finding(code, 'error', '', details, { column }));
  }

  /** Rejects a row for a finding made elsewhere. */
  reject(draft: KeyedDraft<Kind>, found: Finding): void {
    draft.outcome = 'rejected';
    this.add(draft, found);
  }

  add({ read }: KeyedDraft<Kind>, found: Finding): void {
    const { file, line, row } = read;
    const name = row.name ?? this.knowledge.people.get(row.idNumber ?? '')?.name ?? row.title;
    const number = row.idNumber === null ? null : maskNumber(row.idNumber);
    const subject = [name, number].filter(Boolean).join(' ');
    this.all.push({ ...found, subject, file: this.knowledge.fileName(file), line });
  }
}
