import type { Origin } from '../domain/facts.js';
import type { ConditionResult, PaperMonth } from '../domain/subsidy-month.js';

/** What a condition asked for, and its article: the same for everybody of one level in one month. */
type Need = Pick<ConditionResult, 'code' | 'needed' | 'citation'>;

/** What was found for a condition, with the file and line of the fact. */
type Found = [found: ConditionResult['found'], file: number | null, line: number | null];

/** What a month shares with the one before it nearly always, and then leaves out. */
interface Shared extends Pick<PaperMonth, 'paid' | 'decided' | 'level' | 'amountFen' | 'reasons' | 'post'> {
  settledBy: string | null;
  /** Of each condition: the place of what was found, and 1 where it was met. */
  found: number[];
  met: string;
}

/** A month as it lies in a line. `need`: the place of what its first condition asked for; the others follow. */
type StoredMonth = Pick<PaperMonth, 'month' | 'decidedOn'> & { need: number } & Partial<Shared>;

interface StoredTrace {
  found: Found[];
  months: StoredMonth[];
}

/** What the conditions of one level asked for in one month. */
interface NeedsOfMonth {
  first: number;
  codes: readonly Need['code'][];
}

/**
 * Writes the months of lines so that a quarter of a city stays small: what conditions ask for is written once
 * for the closing, what was found once for a line, and what a month shares with the one before it not at all.
 */
export class TraceWriter {
  private readonly needs: Need[] = [];
  private readonly places = new Map<string, NeedsOfMonth[]>();

  /** The months of one line as JSON. */
  write(months: readonly PaperMonth[]): string {
    const found: Found[] = [];
    let last: Shared | null = null;
    let before: readonly ConditionResult[] = [];
    const stored: StoredMonth[] = [];
    for (const month of months) {
      // worked out when asked for
      const { conditions, paid, decided, level, amountFen, reasons, settledBy = null } = month;
      const places: number[] = [];
      let met = '';
      let samePlaces = conditions.length === before.length;
      for (let at = 0; at < conditions.length; at++) {
        const condition = conditions[at] as ConditionResult;
        const known: ConditionResult | undefined = before[at];
        const place: number | undefined =
          known && isSameFound(known, condition) ? last?.found[at] : undefined;
        if (place === undefined) samePlaces = false;
        places.push(place ?? found.push(withSource(condition)) - 1);
        met += condition.met ? '1' : '0';
      }
      const post = month.post && { from: month.post.from, until: month.post.until };
      const own: Shared = { paid, decided, level, amountFen, reasons, settledBy, post, found: places, met };
      const at = { month: month.month, decidedOn: month.decidedOn, need: this.placeOf(month, conditions) };
      stored.push(last === null ? { ...at, ...own } : unlike(at, last, own, samePlaces));
      last = own;
      before = conditions;
    }
    return JSON.stringify({ found, months: stored } satisfies StoredTrace);
  }

  /** What the traces point to, as JSON: to be written once, after the last line. */
  allNeeds(): string {
    return JSON.stringify(this.needs);
  }

  /** Within one district a month asks everybody the same, but for the rate, which depends on the level. */
  private placeOf({ month, level }: PaperMonth, conditions: readonly ConditionResult[]): number {
    const key = `${month} ${level}`;
    let places = this.places.get(key);
    if (!places) {
      places = [];
      this.places.set(key, places);
    }
    for (const { first, codes } of places) {
      if (codes.length === conditions.length && conditions.every(({ code }, at) => code === codes[at]))
        return first;
    }
    const first = this.needs.length;
    places.push({ first, codes: conditions.map(({ code }) => code) });
    for (const { code, needed, citation } of conditions) this.needs.push({ code, needed, citation } as Need);
    return first;
  }
}

const withSource = ({ found, source }: ConditionResult): Found => [
  found,
  source?.file ?? null,
  source?.line ?? null,
];

/** A month with what it does not share with the one before it. Written out: a city has 100,000 of these. */
function unlike(at: StoredMonth, last: Shared, own: Shared, samePlaces: boolean): StoredMonth {
  const stored = at;
  if (own.paid !== last.paid) stored.paid = own.paid;
  if (own.decided !== last.decided) stored.decided = own.decided;
  if (own.level !== last.level) stored.level = own.level;
  if (own.amountFen !== last.amountFen) stored.amountFen = own.amountFen;
  if (own.reasons !== last.reasons && String(own.reasons) !== String(last.reasons))
    stored.reasons = own.reasons;
  if (own.settledBy !== last.settledBy) stored.settledBy = own.settledBy;
  if (own.post?.from !== last.post?.from || own.post?.until !== last.post?.until) stored.post = own.post;
  if (!samePlaces) stored.found = own.found;
  if (own.met !== last.met) stored.met = own.met;
  return stored;
}

/** Reads the traces of one closing; every line shares its needs. */
export function traceReader(needs: string): (trace: string, district: string) => PaperMonth[] {
  const all = JSON.parse(needs) as Need[];
  return (trace, district) => {
    const { found, months } = JSON.parse(trace) as StoredTrace;
    let shared = {} as Shared;
    return months.map((stored) => {
      shared = { ...shared, ...stored };
      return new FrozenMonth(stored, shared, district, found, all);
    });
  };
}

/** Puts its conditions together when asked: papers of a whole city ask for few of them. */
class FrozenMonth implements PaperMonth {
  readonly month: PaperMonth['month'];
  readonly decidedOn: PaperMonth['decidedOn'];
  readonly paid: boolean;
  readonly decided: boolean;
  readonly level: PaperMonth['level'];
  readonly amountFen: PaperMonth['amountFen'];
  readonly reasons: PaperMonth['reasons'];
  readonly post: PaperMonth['post'];
  declare readonly settledBy?: string;
  readonly #need: number;
  readonly #places: readonly number[];
  readonly #met: string;
  readonly #found: readonly Found[];
  readonly #needs: readonly Need[];

  constructor(
    stored: StoredMonth,
    { paid, decided, level, amountFen, reasons, post, settledBy, found: places, met }: Shared,
    readonly district: string,
    found: readonly Found[],
    needs: readonly Need[],
  ) {
    this.month = stored.month;
    this.decidedOn = stored.decidedOn;
    this.paid = paid;
    this.decided = decided;
    this.level = level;
    this.amountFen = amountFen;
    this.reasons = reasons;
    this.post = post;
    if (settledBy !== null) this.settledBy = settledBy;
    this.#need = stored.need;
    this.#places = places;
    this.#met = met;
    this.#found = found;
    this.#needs = needs;
  }

  get conditions(): ConditionResult[] {
    return this.#places.map((place, at) => {
      const [found, file, line] = this.#found[place] as Found;
      const { code, needed, citation } = this.#needs[this.#need + at] as Need;
      const source: Origin | null = file === null || line === null ? null : { file, line };
      return { code, met: this.#met[at] === '1', needed, found, source, citation } as ConditionResult;
    });
  }
}

function isSameFound(a: ConditionResult, b: ConditionResult): boolean {
  if (a.code !== b.code || a.source?.file !== b.source?.file || a.source?.line !== b.source?.line)
    return false;
  const [one, two] = [a.found as Record<string, unknown> | null, b.found as Record<string, unknown> | null];
  if (one === null || two === null) return one === two;
  for (const key in one) if (one[key] !== two[key]) return false;
  return true;
}
