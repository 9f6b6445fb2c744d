import type { Day } from '../domain/day.js';
import type { Pay, Person, Place } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { maskDigits, maskNumber } from '../domain/mask.js';
import { nameKey } from '../domain/name.js';
import { type UnitsOverTime, unitEndedBefore } from '../domain/units.js';
import { Namesakes } from './namesakes.js';
import { type KeptCell, type PersonNews, planPapers } from './plan-papers.js';
import { planPost } from './plan-posts.js';
import { draftRows, finishRows, type ImportPlan } from './plan-result.js';
import { type PlannedPost, type PostContext, plannedPosts } from './planned-post.js';
import { comparedRows, type Draft, dropRepeatedPosts, hasRow, subject } from './roster-drafts.js';
import type { ReadRow, RosterRow } from './rows.js';
import { earlierPapers, mergeRows } from './rows-of-one.js';

export interface RosterKnowledge {
  /** Everybody in the register, by identity number. */
  people: ReadonlyMap<string, Person>;
  pay: ReadonlyMap<number, readonly Pay[]>;
  /** The day a file speaks of, and its name, by its number in the command. */
  asOf: (file: number) => Day;
  fileName: (file: number) => string;
  /** Name and day of a file that was imported earlier, by the number that its facts carry. */
  earlierFile: (file: number) => { name: string; asOf: Day } | undefined;
  /** Which file told of the end of a known post, as it stands now. */
  endTold: PostContext['endTold'];
  /** This very row of this very file was taken before: it says nothing new. */
  heard: (file: number, line: number) => boolean;
  placeName: (place: Place) => string;
  /** The units of the register, and what became of them. */
  units: UnitsOverTime;
}

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
  private readonly namesakes = new Namesakes();

  constructor(private readonly knowledge: RosterKnowledge) {
    for (const { name, idNumber } of knowledge.people.values()) this.namesakes.add(name, idNumber);
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

  /** The rows of one person that can stand beside each other, earliest post first; the others are refused. */
  private soundRows(drafts: Draft[]): Draft[] {
    const { sound, quarrels, copies } = comparedRows(drafts);
    for (const { draft, other, why } of quarrels) {
      const { file, line } = other.read;
      const details = { otherFile: this.knowledge.fileName(file), otherLine: line, why };
      const where = this.at(draft, '身份证号');
      this.refuse(draft, finding('person.two-rows', 'error', subject(draft), details, where));
    }
    // A copy of a refused row is refused with it, so that the rejects file holds both.
    for (const copy of copies) copy.outcome = 'conflict';
    return sound;
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
      endTold: this.knowledge.endTold,
      onKept: (kept) => this.tellKept(draft, kept),
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
    latest.changes.push(...planPapers(this.newsOf(latest, row, { person, known, pay })));
    if (drafts.length > 1) this.planEarlierPapers(drafts.slice(0, -1), row, person, known);
    const certificate = known?.certificates[0];
    if (row.level === 'none' && certificate) {
      const details = { known: certificate.level };
      this.findings.push(
        finding('certificate.none-stated', 'warning', subject(latest), details, this.at(latest, '证书级别')),
      );
    }
  }

  /** What earlier rows add beside the merged one. */
  private planEarlierPapers(drafts: Draft[], merged: RosterRow, person: number, known: Person | undefined) {
    const rows = drafts.map(({ read }) => read.row);
    const papers = earlierPapers(rows, merged);
    for (const [index, draft] of drafts.entries()) {
      const row = papers[index] as RosterRow;
      const news = this.newsOf(draft, row, { person, known, pay: [] });
      draft.changes.push(...planPapers(news).filter(({ fact }) => fact !== 'details'));
    }
  }

  /** What a row says of its person. Written out: with 35,000 people, spreading parts together takes its time. */
  private newsOf(
    draft: Draft,
    row: RosterRow,
    { person, known, pay }: Pick<PersonNews, 'person' | 'known' | 'pay'>,
  ): PersonNews {
    const { asOf, earlierFile } = this.knowledge;
    const onKept = (kept: KeptCell) => this.tellKept(draft, kept);
    return { person, known, pay, row, asOf: asOf(draft.read.file), earlierFile, onKept };
  }

  /** A cell that is not taken, because a file of a later day says otherwise. */
  private tellKept(draft: Draft, { stated, ...about }: KeptCell): void {
    const details = { ...about, kept: maskDigits(about.kept) };
    const where = { ...this.at(draft, about.column), value: stated };
    this.findings.push(finding('fact.newer-kept', 'warning', subject(draft), details, where));
  }

  private mergeRows(drafts: readonly Draft[]): RosterRow {
    const rows = drafts.map(({ read }) => read.row) as [RosterRow, ...RosterRow[]];
    const { merged, disagreements } = mergeRows(rows);
    for (const { row, column, taken, by } of disagreements) {
      const draft = drafts[row] as Draft;
      const details = { column, taken: maskDigits(taken), otherLine: (drafts[by] as Draft).read.line };
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
    const others = this.namesakes.add(latest.read.row.name, idNumber);
    if (others.length > 0) {
      const details = { others: others.map(maskNumber) };
      this.findings.push(
        finding('person.same-name', 'warning', subject(latest), details, this.at(latest, '姓名')),
      );
    }
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
