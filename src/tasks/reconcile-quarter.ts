import type { Closing } from '../domain/closing.js';
import type { Month } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import type { Fen } from '../domain/money.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import type { OpenReason } from '../domain/reconciliation.js';
import { personSubject } from '../domain/subject.js';
import { UserError } from '../domain/user-error.js';
import { firstCorrected } from '../rules/corrections-reach.js';
import { proveMonth } from '../rules/reconciliation.js';
import type { JudgedReward } from '../rules/rewards.js';
import { computeQuarter } from '../rules/subsidies.js';
import { type Links, loadLinks } from '../store/links.js';
import {
  loadNames,
  loadOpenRows,
  loadSettledRows,
  type OpenRow,
  type SettledRow,
} from '../store/reconciliation.js';
import { loadPeople, loadUnits } from '../store/register.js';
import { JUDGED } from './compute-subsidies.js';
import { proveRewards } from './prove-rewards.js';
import { quarterRewards } from './quarter-rewards.js';
import type { Workspace } from './workspace.js';

/** What was proven of one closing. */
export interface Proof {
  /** Months of people that were looked at. */
  months: number;
  /** Rewards that were looked at. */
  rewards: number;
  /** Months and rewards that do not agree, with nothing that says why. */
  differences: number;
  /** Months and rewards that an open item explains. */
  open: number;
}

export interface Reconciliation {
  /** By number of the closing. */
  proofs: ReadonlyMap<number, Proof>;
  findings: readonly Finding[];
}

interface Case {
  /** The number that was kept at the last close. */
  person: number;
  month: Month;
  settledFen: Fen;
  entitledFen: Fen;
}

/**
 * Proves closings of one quarter: of each person and month, that what their district has settled until now is what
 * was known to be due at the last close of the district, computed again from the register as it was then; or
 * names the open item. Where the policy files have changed since, what that close found counts instead. `standing`:
 * every closing that stands.
 */
export function reconcileQuarter(
  workspace: Workspace,
  quarter: Quarter,
  closings: readonly Closing[],
  standing: readonly Closing[],
): Reconciliation {
  const reconciler = new Reconciler(workspace, quarter, standing);
  const proofs = new Map<number, Proof>();
  const twice = reconciler.paidTwice();
  for (const [last, own] of groupBy(closings, (closing) => reconciler.lastCloseOf(closing).knownBatch)) {
    const districts = own.map((closing) => ({ closing, last: reconciler.lastCloseOf(closing) }));
    for (const [closing, proof] of reconciler.prove(last, districts)) proofs.set(closing, proof);
  }
  for (const { id, district } of closings) {
    const proof = proofs.get(id);
    if (proof) proof.differences += twice.filter((each) => each.includes(district)).length;
  }
  return { proofs, findings: reconciler.findings() };
}

class Reconciler {
  private readonly months: readonly Month[];
  private readonly rows: readonly SettledRow[];
  private readonly found: {
    person: number;
    of: (subject: string) => Finding;
  }[] = [];
  private readonly changed: string[] = [];

  constructor(
    private readonly workspace: Workspace,
    private readonly quarter: Quarter,
    private readonly standing: readonly Closing[],
  ) {
    this.months = monthsOf(quarter);
    this.rows = loadSettledRows(workspace.db, this.months);
  }

  /** The last close that looked at the quarter: its own, or one of a later quarter. Not always that of the latest. */
  lastCloseOf({ district }: Closing): Closing {
    const own = this.standing.filter((each) => each.district === district && each.quarter >= this.quarter);
    return own.reduce((last, each) => (each.id > last.id ? each : last));
  }

  /** Districts whose last close knew the same. */
  prove(knownBatch: number, districts: readonly { closing: Closing; last: Closing }[]): Map<number, Proof> {
    const { db, policies } = this.workspace;
    const links = loadLinks(db, knownBatch);
    const again = districts.filter(({ last }) => last.fingerprint === policies.fingerprint);
    const computed = again.length > 0 ? this.entitledAt(knownBatch) : new Map<string, Fen>();
    const judged = again.length > 0 ? this.rewardsAt(knownBatch) : [];
    const proofs = new Map<number, Proof>();
    for (const { closing, last } of districts) {
      const recomputed = last.fingerprint === policies.fingerprint;
      if (!recomputed) this.changed.push(closing.district);
      const cases = this.casesOf(closing.district, links, recomputed ? computed : null);
      const proof = this.proveDistrict(closing.district, last, cases, links);
      this.proveRewards(closing.district, last, recomputed ? judged : null, proof);
      proofs.set(closing.id, proof);
    }
    return proofs;
  }

  /** What every district owed, by district, person and month, from the register as it was then. */
  private entitledAt(knownAt: number): Map<string, Fen> {
    const { db, policies: book } = this.workspace;
    const { quarter } = this;
    const entitled = new Map<string, Fen>();
    try {
      const people = loadPeople(db, { knownAt, parts: JUDGED, quarter });
      const result = computeQuarter({ quarter, people, units: loadUnits(db, knownAt), book });
      for (const { person, months } of result.people) {
        for (const { paid, district, month, amountFen } of months)
          if (paid) entitled.set(keyOf(district, person.id, month), amountFen);
      }
    } catch (error) {
      // a quarter that was closed for amends alone
      if (!(error instanceof UserError && error.problem === 'policy.no-month-in-force')) throw error;
    }
    return entitled;
  }

  /** `computed` null: what is due is what the last close that touched the month has found. */
  private casesOf(district: string, links: Links, computed: ReadonlyMap<string, Fen> | null): Case[] {
    const cases = new Map<string, Case & { last: number }>();
    for (const row of this.rows) {
      if (row.district !== district) continue;
      const person = links.kept(row.person);
      const key = keyOf(district, person, row.month);
      const known = cases.get(key) ?? { person, month: row.month, settledFen: 0, entitledFen: 0, last: 0 };
      known.settledFen += row.amountFen;
      if (row.last > known.last) Object.assign(known, { entitledFen: row.entitledFen, last: row.last });
      cases.set(key, known);
    }
    if (computed === null) return [...cases.values()];
    for (const known of cases.values())
      known.entitledFen = computed.get(keyOf(district, known.person, known.month)) ?? 0;
    for (const [key, entitledFen] of computed) {
      if (cases.has(key) || !key.startsWith(`${district} `)) continue;
      const [person, month] = key.slice(district.length + 1).split(' ') as [string, Month];
      cases.set(key, { person: Number(person), month, settledFen: 0, entitledFen, last: 0 });
    }
    return [...cases.values()];
  }

  private proveDistrict(district: string, last: Closing, cases: readonly Case[], links: Links): Proof {
    const { db } = this.workspace;
    const [first, , end] = monthsOf(this.quarter);
    const left = new Map(
      loadOpenRows(db, last.id, { first, last: end }).map((row) => [
        keyOf(district, links.kept(row.person), row.month),
        row,
      ]),
    );
    const reached = this.reachOf(last);
    const proof: Proof = { months: cases.length, rewards: 0, differences: 0, open: 0 };
    for (const { person, month, settledFen, entitledFen } of cases) {
      const key = keyOf(district, person, month);
      const open = left.get(key);
      left.delete(key);
      const proven = proveMonth({ month, settledFen, entitledFen, open: open?.code ?? null, reached });
      if (proven === 'settled') continue;
      if (proven === 'difference') {
        proof.differences++;
        const details = { district, month, settledFen, entitledFen };
        this.note(person, (subject) => finding('reconciliation.difference', 'error', subject, details));
      } else {
        proof.open++;
        this.noteOpen(person, { district, month, why: proven, other: open?.district ?? null });
      }
    }
    // months of which nothing is settled, and nothing can be said
    for (const { person, month, code, district: other } of left.values()) {
      proof.months++;
      proof.open++;
      this.noteOpen(person, { district, month, why: code, other });
    }
    return proof;
  }

  /** What awards of the quarter were worth, from the register as it was then. */
  private rewardsAt(knownAt: number): JudgedReward[] {
    const { db, policies: book } = this.workspace;
    return quarterRewards({ db, book, units: loadUnits(db, knownAt), knownAt }, this.quarter);
  }

  /** Rewards of one district, as known at its last close; `judged` null: as that close found them. */
  private proveRewards(
    district: string,
    last: Closing,
    judged: readonly JudgedReward[] | null,
    proof: Proof,
  ): void {
    const { quarter } = this;
    const asked = { quarter, district, last, judged, reached: this.reachOf(last) };
    for (const { person, proven, ...reward } of proveRewards(this.workspace, asked)) {
      proof.rewards++;
      if (proven === 'settled') continue;
      const { title, awardedOn, settledFen, entitledFen, other } = reward;
      if (proven === 'difference') {
        proof.differences++;
        const details = { district, title, awardedOn, settledFen, entitledFen };
        this.note(person, (subject) => finding('reward.difference', 'error', subject, details));
      } else {
        proof.open++;
        const severity = proven === 'beyond-retro' ? 'info' : 'error';
        const details = { district, title, awardedOn, why: proven, other };
        this.note(person, (subject) => finding('reward.open', severity, subject, details));
      }
    }
  }

  /** The first month that corrections of a closing reached. */
  private reachOf({ quarter, district }: Closing): Month {
    return firstCorrected(this.workspace.policies, quarter, district);
  }

  private note(person: number, of: (subject: string) => Finding): void {
    this.found.push({ person, of });
  }

  private noteOpen(
    person: number,
    details: { district: string; month: Month; why: OpenReason; other: OpenRow['district'] },
  ): void {
    const severity = details.why === 'beyond-retro' ? 'info' : 'error';
    this.note(person, (subject) => finding('reconciliation.open', severity, subject, details));
  }

  /** Months that more than one district has paid, each by its districts. */
  paidTwice(): string[][] {
    const twice: string[][] = [];
    const paid = this.rows.filter(({ amountFen }) => amountFen > 0);
    for (const rows of groupBy(paid, ({ person, month }) => `${person} ${month}`).values()) {
      const [first] = rows;
      if (!first || rows.length < 2) continue;
      const { person, month } = first;
      const districts = rows.map(({ district }) => district);
      const settledFen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
      const details = { month, districts, settledFen };
      twice.push(districts);
      this.note(person, (subject) => finding('reconciliation.paid-twice', 'error', subject, details));
    }
    return twice;
  }

  findings(): Finding[] {
    const named = loadNames(this.workspace.db, new Set(this.found.map(({ person }) => person)));
    const { quarter, changed } = this;
    return [
      ...(changed.length > 0
        ? [finding('reconciliation.policies-changed', 'info', quarter, { quarter, districts: changed })]
        : []),
      ...this.found.map(({ person, of }) => {
        const known = named.get(person);
        return of(known ? personSubject(known) : '');
      }),
    ];
  }
}

const keyOf = (district: string, person: number, month: Month): string => `${district} ${person} ${month}`;
