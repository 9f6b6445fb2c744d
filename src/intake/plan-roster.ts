import type { FactChange } from '../domain/changes.js';
import type { Day } from '../domain/day.js';
import type { Pay, Person, Place } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { maskDigits, maskNumber } from '../domain/mask.js';
import { nameKey } from '../domain/name.js';
import { type UnitsOverTime, unitEndedBefore } from '../domain/units.js';
import { planPapers } from './plan-papers.js';
import { planPost } from './plan-posts.js';
import { draftRows, finishRows, type ImportPlan, type RowDraft } from './plan-result.js';
import { type PlannedPost, plannedPosts } from './planned-post.js';
import type { ReadRow, RosterRow } from './rows.js';
import { earlierPapers, mergeRows, quarrel, sameCells } from './rows-of-one.js';

export interface RosterKnowledge {
  /** Everybody in the register, by identity number. */
  people: ReadonlyMap<string, Person>;
  pay: ReadonlyMap<number, readonly Pay[]>;
  /** The day a file speaks of, and its name, by its number in the command. */
  asOf: (file: number) => Day;
  fileName: (file: number) => string;
  /** The day that an earlier file spoke of, by the number that its facts carry. */
  asOfFile: (file: number) => Day | undefined;
  /** This very row of this very file was taken before: it says nothing new. */
  heard: (file: number, line: number) => boolean;
  placeName: (place: Place) => string;
  /** The units of the register, and what became of them. */
  units: UnitsOverTime;
}

type Draft = RowDraft<RosterRow> & { read: { row: RosterRow } };

/**
 * Decides what roster rows would change in the register: person by person, never one row against the
 * next, so that the order of the rows does not matter. Nothing is written.
 */
export function planRoster(rows: readonly ReadRow<RosterRow>[], knowledge: RosterKnowledge): ImportPlan {
  return new RosterPlanner(knowledge).plan(rows);
}

class RosterPlanner {
  private readonly findings: Finding[] = [];
  private readonly newPeople: string[] = [];
  private newPosts = 0;
  /** Identity numbers by name, to warn of two people of one name. */
  private readonly namesakes = new Map<string, string[]>();

  constructor(private readonly knowledge: RosterKnowledge) {
    for (const { name, idNumber } of knowledge.people.values()) this.rememberName(name, idNumber);
  }

  plan(rows: readonly ReadRow<RosterRow>[]): ImportPlan {
    const drafts = draftRows(rows);
    const byPerson = new Map<string, Draft[]>();
    for (const draft of drafts) {
      if (!hasRow(draft) || this.knowledge.heard(draft.read.file, draft.read.line)) continue;
      const others = byPerson.get(draft.read.row.idNumber);
      if (others) others.push(draft);
      else byPerson.set(draft.read.row.idNumber, [draft]);
    }
    for (const [idNumber, own] of byPerson) this.planPerson(idNumber, own);
    const { newPeople, newPosts, findings } = this;
    return { rows: finishRows(drafts), newPeople, newUnits: [], newPosts, findings };
  }

  private planPerson(idNumber: string, drafts: Draft[]): void {
    const known = this.knowledge.people.get(idNumber);
    if (known && !this.keepsName(known, drafts)) return;
    const rows = drafts.length === 1 ? drafts : this.soundRows(drafts);
    if (rows.length === 0) return;
    const person = known?.id ?? -(this.newPeople.length + 1);
    const posts = plannedPosts(known?.posts ?? []);
    const taken = rows.filter((draft) => this.planRowPost(draft, person, posts));
    if (taken.length === 0) return;
    if (!known) this.welcome(idNumber, taken);
    this.planPersonCells(taken, person, known);
    if (taken.length > 1) dropRepeatedPosts(taken);
    for (const draft of taken) if (draft.changes.length > 0) draft.outcome = known ? 'changed' : 'new';
  }

  /** A known number under another name is a conflict: one of the two is somebody else. */
  private keepsName(known: Person, drafts: Draft[]): boolean {
    const key = nameKey(known.name);
    const others = drafts.filter(({ read }) => nameKey(read.row.name) !== key);
    for (const draft of others) {
      const details = { known: known.name, stated: draft.read.row.name };
      this.refuse(
        draft,
        finding('person.other-name', 'error', subject(draft), details, this.at(draft, '姓名')),
      );
    }
    if (others.length === 0) return true;
    const rest = drafts.filter((draft) => !others.includes(draft));
    if (rest.length > 0) this.planPerson(known.idNumber, rest);
    return false;
  }

  /** The rows of one person that can stand beside each other, earliest post first; equal rows count once. */
  private soundRows(drafts: Draft[]): Draft[] {
    const distinct: Draft[] = [];
    const twins: [Draft, Draft][] = [];
    for (const draft of drafts) {
      const twin = distinct.find((other) => sameCells(other.read.row, draft.read.row));
      if (twin) twins.push([draft, twin]);
      else distinct.push(draft);
    }
    const refused = new Set<Draft>();
    for (const [index, a] of distinct.entries()) {
      for (const b of distinct.slice(index + 1)) {
        const why = quarrel(a.read.row, b.read.row);
        if (!why) continue;
        for (const [draft, other] of [
          [a, b],
          [b, a],
        ] as const) {
          if (refused.has(draft)) continue;
          refused.add(draft);
          const details = {
            otherFile: this.knowledge.fileName(other.read.file),
            otherLine: other.read.line,
            why,
          };
          this.refuse(
            draft,
            finding('person.two-rows', 'error', subject(draft), details, this.at(draft, '身份证号')),
          );
        }
      }
    }
    // A copy of a refused row is refused with it, so that the rejects file holds both.
    for (const [draft, twin] of twins) if (refused.has(twin)) draft.outcome = 'conflict';
    const sound = distinct.filter((draft) => !refused.has(draft));
    return sound.sort((a, b) => (a.read.row.stated < b.read.row.stated ? -1 : 1));
  }

  private planRowPost(draft: Draft, person: number, posts: PlannedPost[]): boolean {
    const { file, line, row } = draft.read;
    const before = posts.map((post) => ({ ...post }));
    const asOf = this.knowledge.asOf(file);
    const { units } = this.knowledge;
    const plan = planPost(posts, row, {
      person,
      asOf,
      spot: (place) => spotOn(place, asOf, units),
      file: this.knowledge.fileName(file),
      line,
      placeName: this.knowledge.placeName,
      newPostNumber: () => -++this.newPosts,
    });
    this.findings.push(...plan.findings);
    if (plan.conflict) {
      draft.outcome = 'conflict';
      posts.splice(0, posts.length, ...before);
      return false;
    }
    draft.changes = plan.changes;
    this.checkUnit(draft, asOf);
    return true;
  }

  /** A post that goes on at a unit that has ended, which nobody took over. */
  private checkUnit(draft: Draft, asOf: Day): void {
    const { place, until } = draft.read.row;
    if (place.unit === null) return;
    const unit = this.knowledge.units.unitOn(place.unit, asOf);
    if (!unitEndedBefore(unit, asOf) || unit.dissolved === null) return;
    if (until !== null && until <= unit.dissolved) return;
    const details = { place: this.knowledge.placeName(place), ended: unit.dissolved };
    this.findings.push(
      finding('post.unit-ended', 'warning', subject(draft), details, this.at(draft, '村(社区)')),
    );
  }

  /** Cells that are one per person, and what earlier rows add to them. */
  private planPersonCells(drafts: Draft[], person: number, known: Person | undefined): void {
    const latest = drafts.at(-1) as Draft;
    const row = drafts.length === 1 ? latest.read.row : this.mergeRows(drafts);
    const pay = known ? (this.knowledge.pay.get(known.id) ?? []) : [];
    const { asOf, asOfFile } = this.knowledge;
    latest.changes.push(...planPapers({ person, known, pay, row, asOf: asOf(latest.read.file), asOfFile }));
    const earlier = drafts.slice(0, -1);
    const papers = earlierPapers(
      earlier.map(({ read }) => read.row),
      row,
    );
    for (const [index, draft] of earlier.entries()) {
      const news = {
        person,
        known,
        pay: [],
        row: papers[index] as RosterRow,
        asOf: asOf(draft.read.file),
        asOfFile,
      };
      draft.changes.push(...planPapers(news).filter(({ fact }) => fact !== 'details'));
    }
    const certificate = known?.certificates[0];
    if (row.level === 'none' && certificate) {
      const details = { known: certificate.level };
      this.findings.push(
        finding('certificate.none-stated', 'warning', subject(latest), details, this.at(latest, '证书级别')),
      );
    }
  }

  private mergeRows(drafts: readonly Draft[]): RosterRow {
    const rows = drafts.map(({ read }) => read.row) as [RosterRow, ...RosterRow[]];
    const { merged, disagreements } = mergeRows(rows);
    const otherLine = (drafts.at(-1) as Draft).read.line;
    for (const { row, column, taken } of disagreements) {
      const draft = drafts[row] as Draft;
      const details = { column, taken: maskDigits(taken), otherLine };
      this.findings.push(
        finding('person.rows-disagree', 'warning', subject(draft), details, this.at(draft, column)),
      );
    }
    return merged;
  }

  /** Gives a new person a number, and warns when somebody else has the name. */
  private welcome(idNumber: string, drafts: Draft[]): void {
    this.newPeople.push(idNumber);
    const latest = drafts.at(-1) as Draft;
    const others = this.rememberName(latest.read.row.name, idNumber);
    if (others.length > 0) {
      const details = { others: others.map(maskNumber) };
      this.findings.push(
        finding('person.same-name', 'warning', subject(latest), details, this.at(latest, '姓名')),
      );
    }
  }

  /** Remembers who bears a name; returns those who bore it before. */
  private rememberName(name: string, idNumber: string): readonly string[] {
    const key = nameKey(name);
    const bearers = this.namesakes.get(key);
    if (!bearers) {
      this.namesakes.set(key, [idNumber]);
      return [];
    }
    bearers.push(idNumber);
    return bearers.slice(0, -1);
  }

  private refuse(draft: Draft, why: Finding): void {
    draft.outcome = 'conflict';
    this.findings.push(why);
  }

  private at(draft: Draft, column: string) {
    return { file: this.knowledge.fileName(draft.read.file), line: draft.read.line, column };
  }
}

/** Where a place is on a day: a unit that was merged by then is its successor. */
function spotOn(place: Place, on: Day, units: UnitsOverTime): Place {
  if (place.unit === null) return place;
  const { id } = units.unitOn(place.unit, on);
  return id === place.unit ? place : { ...place, unit: id };
}

const hasRow = (draft: RowDraft<RosterRow>): draft is Draft => draft.read.row !== null;

const subject = ({ read: { row } }: Draft): string => `${row.name} ${maskNumber(row.idNumber)}`;

/** A post that several rows of one person touched is written once, as the last of them left it. */
function dropRepeatedPosts(drafts: Draft[]): void {
  const seen = new Set<number>();
  for (const draft of [...drafts].reverse()) {
    draft.changes = draft.changes.filter((change: FactChange) => {
      if (change.fact !== 'post' || change.post === undefined) return true;
      if (seen.has(change.post)) return false;
      seen.add(change.post);
      return true;
    });
  }
}
