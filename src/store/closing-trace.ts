import type { Origin } from '../domain/facts.js';
import type { ConditionResult, PaperMonth } from '../domain/subsidy-month.js';

/** What a condition asked for, and its article: the same for everybody of one level in one month. */
type Need = Pick<ConditionResult, 'code' | 'needed' | 'citation'>;

/** What was found for a condition, with the file and line of the fact. */
type Found = [found: ConditionResult['found'], file: number | null, line: number | null];

/** A month as it lies in a line: conditions point to needs and to what was found, and say whether they were met. */
type StoredMonth = Omit<PaperMonth, 'conditions' | 'district'> & {
  conditions: (readonly [need: number, found: number, met: 0 | 1])[];
};

interface StoredTrace {
  found: Found[];
  months: StoredMonth[];
}

/**
 * Writes the months of lines so that a quarter of a city stays small: what conditions ask for is written once
 * for the closing, what was found once for a line.
 */
export class TraceWriter {
  private readonly needs: Need[] = [];
  private readonly numbers = new Map<string, number>();

  /** The months of one line as JSON. */
  write(months: readonly PaperMonth[]): string {
    const found: Found[] = [];
    // of the month before: nearly always the same facts decide again
    let before: readonly ConditionResult[] = [];
    let pointers: number[] = [];
    const stored = months.map((month): StoredMonth => {
      const { conditions } = month;
      const next: number[] = [];
      const own = conditions.map((condition, at) => {
        const last = before[at];
        const same = last && isSameFound(last, condition) ? (pointers[at] as number) : -1;
        const { source } = condition;
        const number =
          same >= 0 ? same : found.push([condition.found, source?.file ?? null, source?.line ?? null]) - 1;
        next.push(number);
        return [this.need(month, condition), number, condition.met ? 1 : 0] as const;
      });
      before = conditions;
      pointers = next;
      const { paid, decided, decidedOn, level, amountFen, reasons, post, settledBy } = month;
      return {
        ...{ month: month.month, paid, decided, decidedOn, level, amountFen, reasons },
        post: post && { from: post.from, until: post.until },
        ...(settledBy !== undefined && { settledBy }),
        conditions: own,
      };
    });
    return JSON.stringify({ found, months: stored } satisfies StoredTrace);
  }

  /** What the traces point to, as JSON: to be written once, after the last line. */
  allNeeds(): string {
    return JSON.stringify(this.needs);
  }

  private need({ month, level }: PaperMonth, { code, needed, citation }: ConditionResult): number {
    // within one district a month asks everybody the same, but for the rate, which depends on the level
    const key = `${month} ${code} ${level}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.needs.push({ code, needed, citation } as Need) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }
}

/** Reads the traces of one closing; every line shares its needs. */
export function traceReader(needs: string): (trace: string, district: string) => PaperMonth[] {
  const all = JSON.parse(needs) as Need[];
  return (trace, district) => {
    const { found, months } = JSON.parse(trace) as StoredTrace;
    return months.map((stored) => readMonth(stored, district, found, all));
  };
}

/** Conditions are worked out when somebody asks: of a whole city hardly anybody does. */
function readMonth(
  stored: StoredMonth,
  district: string,
  found: readonly Found[],
  needs: readonly Need[],
): PaperMonth {
  const { month, paid, decided, decidedOn, level, amountFen, reasons, post, settledBy } = stored;
  let conditions: readonly ConditionResult[] | undefined;
  return {
    ...{ month, paid, decided, district, post, decidedOn, level, amountFen, reasons },
    ...(settledBy !== undefined && { settledBy }),
    get conditions() {
      conditions ??= stored.conditions.map(([need, at, met]) => {
        const [value, file, line] = found[at] as Found;
        const source: Origin | null = file === null || line === null ? null : { file, line };
        const { code, needed, citation } = needs[need] as Need;
        return { code, met: met === 1, needed, found: value, source, citation } as ConditionResult;
      });
      return conditions;
    },
  };
}

function isSameFound(a: ConditionResult, b: ConditionResult): boolean {
  if (a.code !== b.code || a.source?.file !== b.source?.file || a.source?.line !== b.source?.line)
    return false;
  const [one, two] = [a.found as Record<string, unknown> | null, b.found as Record<string, unknown> | null];
  if (one === null || two === null) return one === two;
  for (const key in one) if (one[key] !== two[key] && !Array.isArray(one[key])) return false;
  return !Object.values(one).some(Array.isArray);
}
