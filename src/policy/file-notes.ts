import { type Day, parseDay } from '../domain/day.js';
import { type Finding, finding, type Severity } from '../domain/finding.js';
import type { ExpectedShape, PolicyFindings } from '../domain/findings/policy.js';
import type { Located } from './yaml-tree.js';

type Fields = ReadonlyMap<string, Located>;
type Spot = Pick<Located, 'line' | 'text'>;

/** What is noted about one file while it is read: findings with its name and their line and key. */
export class FileNotes {
  readonly findings: Finding[] = [];

  /** `area`: the district that the file speaks for; empty for the city. Findings without a narrower subject have it. */
  constructor(
    private readonly file: string,
    readonly area: string,
  ) {}

  /** `key`: the part of the file that is meant, the `column` of the finding. */
  tell<Code extends keyof PolicyFindings>(
    code: Code,
    severity: Severity,
    details: PolicyFindings[Code],
    spot: Spot,
    key: string,
    subject: string,
  ): void {
    this.findings.push(
      finding<keyof PolicyFindings>(code, severity, subject, details, {
        file: this.file,
        line: spot.line,
        ...(key === '' ? {} : { column: key }),
        ...(spot.text === '' ? {} : { value: spot.text }),
      }),
    );
  }

  shape(spot: Spot, key: string, expected: ExpectedShape): void {
    this.tell('policy.bad-structure', 'error', { key, expected }, spot, key, this.area);
  }

  /** The fields of a mapping; null (and a finding) when it is none. Unknown keys are told. */
  fieldsOf(node: Located, key: string, known: readonly string[]): Fields | null {
    if (node.fields === null) {
      this.shape(node, key, 'mapping');
      return null;
    }
    for (const [name, field] of node.fields) {
      if (!known.includes(name)) {
        this.tell('policy.unknown-key', 'error', { key: name, known }, field, name, this.area);
      }
    }
    return node.fields;
  }

  /** The list behind a key; empty when there is none, or (with a finding) when it is something else. */
  itemsOf(node: Located | undefined, key: string): readonly Located[] {
    if (node === undefined || node.value === null) return [];
    if (node.items === null) this.shape(node, key, 'list');
    return node.items ?? [];
  }

  /** The day behind a key; null when there is none, undefined (and a finding) when it is no day. */
  dayOf(fields: Fields, key: string, subject: string): Day | null | undefined {
    const field = fields.get(key);
    if (field === undefined || field.value === null) return null;
    const found = typeof field.value === 'string' ? parseDay(field.value) : undefined;
    if (found === undefined) this.tell('policy.bad-date', 'error', { key }, field, key, subject);
    return found;
  }

  /** from and until in this order; undefined (and a finding) when one is no day, or they are crossed. */
  spanOf(fields: Fields, subject: string): { from: Day | null; until: Day | null } | undefined {
    const from = this.dayOf(fields, 'from', subject);
    const until = this.dayOf(fields, 'until', subject);
    if (from === undefined || until === undefined) return undefined;
    if (from !== null && until !== null && until < from) {
      const spot = fields.get('until') as Located;
      this.tell('policy.until-before-from', 'error', { from, until }, spot, 'until', subject);
      return undefined;
    }
    return { from, until };
  }
}
