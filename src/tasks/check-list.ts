import type { Day } from '../domain/day.js';
import type { Person } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import type { FoundWorker } from '../domain/history.js';
import { idNumberProblem } from '../domain/id-number.js';
import type { ListAnswer, ListedWorker, ServiceStatus } from '../domain/listed-worker.js';
import { maskDigits, maskNumber } from '../domain/mask.js';
import { nameKey } from '../domain/name.js';
import { quarterOf } from '../domain/quarter.js';
import { personSubject } from '../domain/subject.js';
import { type ListedPerson, nameList, readNameList } from '../intake/datasets/name-list.js';
import { readSheet } from '../intake/sheet.js';
import { inForce } from '../policy/in-force.js';
import { highestCertificate } from '../rules/certificates.js';
import { placesOf } from '../rules/posts.js';
import { workerOnDay } from '../rules/worker-on-day.js';
import { type Identity, loadIdentities } from '../store/identities.js';
import { loadPeople, loadUnits } from '../store/register.js';
import { matching } from './find-person.js';
import type { OpenedFiles } from './open-files.js';
import type { Workspace } from './workspace.js';

export interface ListQuestion {
  file: string;
  opened: OpenedFiles;
  /** Name or number of the worksheet: `--sheet`. */
  sheet: string | null;
  on: Day;
}

export interface CheckedList {
  rows: readonly ListedWorker[];
  /** Rows without name and number, which are titles, totals or signatures. */
  skipped: number;
  findings: readonly Finding[];
}

/** A row with the one person it means, or why there is none. */
interface Answered {
  listed: ListedPerson;
  answer: ListAnswer;
  person: number | null;
  candidates: number;
}

/**
 * Answers a list of names and numbers row by row: certificate, registration and services of whom each names, on a day.
 * A number decides; a name only where it is one person's alone. Nothing is written. Throws UserError `file.*` and
 * `workbook.*`. 三(二)2
 */
export function checkList(workspace: Workspace, { file, opened, sheet, on }: ListQuestion): CheckedList {
  const read = readSheet(file, nameList, { sheet, opened: opened.get(file) });
  const people = indexOf(loadIdentities(workspace.db, workspace.knownAt));
  const answered = readNameList(read).map((listed) => answer(listed, people, on));
  const known = peopleAsked(workspace, answered, on);
  const rows = answered.map(({ listed, answer, person, candidates }): ListedWorker => {
    const worker = (person === null ? undefined : known.get(person)) ?? null;
    const { line, name, idNumber } = listed;
    return {
      ...{ file: read.name, line, name, idNumber, answer, worker, candidates },
      issued: worker ? (highestCertificate(worker.person.certificates, on)?.issued ?? null) : null,
      services: worker ? servicesOf(worker.person, on) : null,
    };
  });
  const findings = [...rows.flatMap((row) => findingOf(row, on)), ...findRepeated(rows)];
  return { rows, skipped: read.skipped, findings: [...read.findings, ...findings] };
}

interface PeopleIndex {
  byNumber: ReadonlyMap<string, Identity>;
  byName: ReadonlyMap<string, readonly Identity[]>;
  all: readonly Identity[];
}

/** A list may be as long as the register: whole numbers and names are looked up, not searched for. */
function indexOf(all: readonly Identity[]): PeopleIndex {
  const byName = new Map<string, Identity[]>();
  for (const identity of all) {
    const key = nameKey(identity.name);
    const same = byName.get(key);
    if (!same) byName.set(key, [identity]);
    else if (!same.some(({ id }) => id === identity.id)) same.push(identity);
  }
  return { byNumber: new Map(all.map((identity) => [identity.idNumber, identity])), byName, all };
}

function answer(listed: ListedPerson, { byNumber, byName, all }: PeopleIndex, on: Day): Answered {
  const { name, idNumber, broken } = listed;
  const none = (why: ListAnswer, candidates = 0): Answered => ({
    ...{ listed, answer: why, person: null, candidates },
  });
  if (broken) return none('unreadable');
  if (name === null && idNumber === null) return none('empty');
  const isPart = idNumber !== null && (idNumber.includes('*') || /^\d{5}[\dX]$/.test(idNumber));
  if (idNumber !== null && !isPart && idNumberProblem(idNumber, on)) return none('bad-number');
  const meant =
    idNumber === null
      ? (byName.get(nameKey(name ?? '')) ?? [])
      : isPart
        ? matching(all, idNumber)
        : [byNumber.get(idNumber)].filter((found) => found !== undefined);
  const named = name === null ? meant : meant.filter((each) => nameKey(each.name) === nameKey(name));
  const [only, ...others] = named;
  if (only === undefined) return none(meant.length > 0 ? 'other-name' : 'unknown');
  if (others.length > 0) return none('ambiguous', named.length);
  return { listed, answer: 'found', person: only.id, candidates: 1 };
}

function peopleAsked(
  { db, policies, knownAt }: Workspace,
  answered: readonly Answered[],
  on: Day,
): ReadonlyMap<number, FoundWorker> {
  const asked = [...new Set(answered.flatMap(({ person }) => (person === null ? [] : [person])))];
  if (asked.length === 0) return new Map();
  const places = placesOf(loadUnits(db, knownAt));
  const renewal = inForce(policies, 'registration.term', null, on)?.value.renewalMonths ?? null;
  const parts = ['certificates', 'registrations', 'quarter-facts', 'services'] as const;
  const people = loadPeople(db, { knownAt, parts, person: asked });
  return new Map(people.map((person) => [person.id, workerOnDay(person, on, places, renewal)]));
}

function servicesOf({ services, serviceClaims }: Person, on: Day): ServiceStatus {
  const rendered = services.filter((record) => record.on <= on);
  const year = on.slice(0, 4);
  const quarter = quarterOf(on);
  return {
    ofYear: rendered.filter((record) => record.on.startsWith(year)).length,
    last: rendered.at(-1)?.on ?? null,
    claim: serviceClaims.find((each) => each.quarter === quarter)?.claim ?? null,
  };
}

/** Somebody whom an earlier row has named already. */
function findRepeated(rows: readonly ListedWorker[]): Finding[] {
  const first = new Map<number, number>();
  return rows.flatMap(({ file, line, worker }) => {
    if (worker === null) return [];
    const { id } = worker.person;
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, line);
      return [];
    }
    return [finding('list.repeated', 'warning', personSubject(worker.person), { earlier }, { file, line })];
  });
}

function findingOf({ file, line, name, idNumber, answer, candidates }: ListedWorker, on: Day): Finding[] {
  const subject = [maskDigits(name ?? ''), maskNumber(idNumber ?? '')]
    .filter((part) => part !== '')
    .join(' ');
  const where = { file, line };
  switch (answer) {
    case 'found':
      return [];
    case 'unknown':
      return [finding('list.unknown', 'error', subject, { byName: idNumber === null }, where)];
    case 'ambiguous':
      return [finding('list.ambiguous', 'error', subject, { people: candidates }, where)];
    case 'other-name':
      return [finding('list.other-name', 'error', subject, { stated: name ?? '' }, where)];
    case 'bad-number': {
      const problem = idNumberProblem(idNumber ?? '', on) ?? 'characters';
      return [finding('id-number.invalid', 'error', subject, { problem }, where)];
    }
    case 'empty':
      return [finding('list.empty', 'error', subject, {}, where)];
    case 'unreadable':
      return [finding('list.unreadable', 'error', subject, {}, where)];
  }
}
