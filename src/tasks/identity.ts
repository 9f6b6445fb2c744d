import { type Day, overlaps } from '../domain/day.js';
import type { Person, Post } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { idNumberProblem } from '../domain/id-number.js';
import type { IdentityAction, IdentityDone } from '../domain/identity-done.js';
import { maskDigits, maskNumber } from '../domain/mask.js';
import { nameKey } from '../domain/name.js';
import { personSubject } from '../domain/subject.js';
import { UserError } from '../domain/user-error.js';
import { recordAudit } from '../store/audit.js';
import { type Identity, loadIdentities } from '../store/identities.js';
import {
  copyDetails,
  endDetails,
  endLink,
  ensureIdentity,
  hasFacts,
  insertCommandBatch,
  insertLink,
  loadLinks,
} from '../store/links.js';
import { loadPeople, loadUnits } from '../store/register.js';
import { placeNames } from './place-names.js';
import type { Workspace } from './workspace.js';

/** Two numbers that are made one person's, or parted; whole identity numbers, as they were typed. */
export interface IdentityRequest {
  /** `correct-id`: the old number; `merge`: the number that is kept. */
  one: string;
  /** `correct-id`: the new number; `merge`: the number that is joined to the other. */
  two: string;
  reason: string;
  /** Who answers for it; null: the user of the machine. */
  by: string | null;
}

/**
 * Corrects an identity number: from now on everything known under the old one is shown, found and imported
 * under the new one. Throws UserError `identity.*`, and BusyError.
 */
export function correctIdNumber(workspace: Workspace, request: IdentityRequest): IdentityDone {
  return inOneStep(workspace, request, 'correct-id', (known) => {
    const person = requireKnown(known, request.one);
    const idNumber = asNumber(request.two);
    const problem = idNumberProblem(idNumber, workspace.today);
    if (problem) throw new UserError('identity.bad-number', { value: maskDigits(request.two), problem });
    const taken = known.find((each) => each.idNumber === idNumber);
    if (taken) requireOther(workspace, person, taken);
    if (taken) {
      throw new UserError('identity.number-taken', { number: maskNumber(idNumber), name: taken.name });
    }
    return { person: person.id, kept: ensureIdentity(workspace.db, idNumber) };
  });
}

/**
 * Joins two people of the register who are one: the facts of both are shown under the first number; of two that
 * collide on their key the one from the later file counts. Throws UserError `identity.*`.
 */
export function mergePeople(workspace: Workspace, request: IdentityRequest): IdentityDone {
  return inOneStep(workspace, request, 'merge', (known) => {
    const kept = requireKnown(known, request.one);
    const person = requireKnown(known, request.two);
    requireOther(workspace, person, kept);
    return { person: person.id, kept: kept.id, names: [kept.name, person.name] };
  });
}

/**
 * Takes a correction or a merger back: each number has its own facts again, and the number that was kept
 * also those that were recorded since. Throws UserError `identity.not-linked`, `identity.unknown-number`.
 */
export function partPeople(workspace: Workspace, request: IdentityRequest): IdentityDone {
  const { db } = workspace;
  const reason = requireReason(request);
  return db
    .transaction(() => {
      const links = loadLinks(db);
      const [one, two] = [request.one, request.two].map((number) => {
        requireKnown(loadIdentities(db), number);
        return ensureIdentity(db, asNumber(number));
      }) as [number, number];
      const person = links.direct(one, two);
      if (person === null) {
        const others = links.pairs(one).map((pair) => pair.map(maskNumber).join(' – '));
        throw new UserError('identity.not-linked', { links: others });
      }
      const kept = person === one ? two : one;
      const batch = recordBatch(workspace, request, 'part');
      const kind = endLink(db, batch, person);
      // What a correction alone had given to the new number goes with it, and to those that correct it in turn.
      const numbers = loadLinks(db).group(kept);
      if (kind === 'correct-id' && !numbers.some((number) => hasFacts(db, number))) {
        for (const number of numbers) endDetails(db, batch, number);
      }
      const people = [kept, person].flatMap((id) => loadPeople(db, { person: id, parts: [] }).slice(0, 1));
      const other = links.idNumber(person);
      recordInAudit(workspace, request, { action: 'part', batch, kept: links.idNumber(kept), other });
      return { action: 'part' as const, batch, people, other, reason, findings: [] };
    })
    .immediate();
}

interface Joining {
  person: number;
  kept: number;
  /** Names of both, where both had one. */
  names?: readonly [string, string];
}

function inOneStep(
  workspace: Workspace,
  request: IdentityRequest,
  action: 'correct-id' | 'merge',
  decide: (known: readonly Identity[]) => Joining,
): IdentityDone {
  const { db, user } = workspace;
  const reason = requireReason(request);
  return db
    .transaction(() => {
      const { person, kept, names } = decide(loadIdentities(db));
      const batch = recordBatch(workspace, request, action);
      insertLink(db, batch, { person, kept, kind: action, reason, user: request.by ?? user });
      copyDetails(db, batch, { from: person, to: kept });
      const [joined] = loadPeople(db, { person: kept });
      if (!joined) throw new Error('a linked person with a name is nobody');
      const other = loadLinks(db).idNumber(person);
      recordInAudit(workspace, request, { action, batch, kept: joined.idNumber, other });
      const findings = [...namesDiffer(joined, names), ...overlapping(workspace, joined)];
      return { action, batch, people: [joined], other, reason, findings };
    })
    .immediate();
}

const asNumber = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

function requireReason({ reason }: IdentityRequest): string {
  if (reason.trim() === '') throw new UserError('identity.no-reason', {});
  return reason.trim();
}

function requireKnown(known: readonly Identity[], number: string): Identity {
  const idNumber = asNumber(number);
  const found = known.find((each) => each.idNumber === idNumber);
  if (!found) throw new UserError('identity.unknown-number', { number: maskDigits(number) });
  return found;
}

/** Identities of one person have one number of the register. */
function requireOther({ db }: Workspace, one: Identity, two: Identity): void {
  if (one.id !== two.id) return;
  const kept = loadLinks(db).idNumber(one.id) || one.idNumber;
  throw new UserError('identity.one-already', { kept: maskNumber(kept) });
}

function recordBatch({ db, now, user }: Workspace, { by }: IdentityRequest, action: IdentityAction): number {
  return insertCommandBatch(db, { dataset: action, recordedAt: now.toISOString(), user: by ?? user });
}

function recordInAudit(
  { db, now, user }: Workspace,
  { reason, by }: IdentityRequest,
  { action, batch, kept, other }: { action: IdentityAction; batch: number; kept: string; other: string },
): void {
  const details = { batch, kept: maskNumber(kept), other: maskNumber(other), reason: reason.trim(), by };
  recordAudit(db, { at: now, user, command: `worker ${action}`, details });
}

function namesDiffer(person: Person, names: Joining['names']): Finding[] {
  if (!names || nameKey(names[0]) === nameKey(names[1])) return [];
  const details = { kept: names[0], other: names[1] };
  return [finding('identity.names-differ', 'warning', personSubject(person), details)];
}

/** Posts that the two had at the same time and that one person can hardly have. */
function overlapping({ db, today }: Workspace, person: Person): Finding[] {
  const nameOf = placeNames(loadUnits(db), today);
  return person.posts.flatMap((one, index) =>
    person.posts
      .slice(index + 1)
      .filter((other) => overlaps(one, other))
      .map((other) => {
        const details = { one: nameOf(one.place), other: nameOf(other.place), from: laterStart(one, other) };
        return finding('identity.posts-overlap', 'warning', personSubject(person), details);
      }),
  );
}

const laterStart = (one: Post, other: Post): Day => [one.from, other.from].sort()[1] as Day;
