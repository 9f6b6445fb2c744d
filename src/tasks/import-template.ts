import { type Area, isWithin } from '../domain/area.js';
import { type AreaOrder, areaOrder, compareText } from '../domain/area-order.js';
import type { DatasetDescription } from '../domain/dataset-columns.js';
import type { Day } from '../domain/day.js';
import type { Pay, Person, Post, Unit } from '../domain/facts.js';
import type { Fen } from '../domain/money.js';
import { firstDayOfQuarter, lastDayOfQuarter, type Quarter } from '../domain/quarter.js';
import { compareLevels } from '../domain/terms.js';
import { type UnitsOverTime, unitsOverTime, unitTermOn } from '../domain/units.js';
import { UserError } from '../domain/user-error.js';
import { roster } from '../intake/datasets/roster.js';
import { recordAudit } from '../store/audit.js';
import { loadPay, loadPeople, loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import { describeDataset } from './describe-dataset.js';
import type { ImportableDataset } from './imports.js';
import type { Workspace } from './workspace.js';

/** What a cell of a collection sheet holds; money is in fen. */
type TemplateValue = string | { fen: Fen } | null;

/** A sheet to be filled in and imported again. */
export interface Template {
  description: DatasetDescription;
  /** What is known already, in the order of the columns. */
  rows: readonly (readonly TemplateValue[])[];
}

/** An empty sheet with the columns of a dataset. */
export const emptyTemplate = (dataset: ImportableDataset): Template => ({
  description: describeDataset(dataset),
  rows: [],
});

/** A quarter's sheet of an area, and the day that it will speak of. */
export interface CollectionSheet extends Template {
  quarter: Quarter;
  area: Area;
  /** Last day of the quarter. */
  asOf: Day;
}

/**
 * The 花名册 of an area for a quarter with everybody who has a post there in it, as the register knows them on
 * the quarter's last day; 服务记录 and 发挥专业作用 are empty, to be filled in. It imports again as it is. Throws
 * UserError `area.unknown`, and `template.nobody` where nobody has a post.
 */
export function collectionSheet(
  { db, knownAt }: Workspace,
  quarter: Quarter,
  asked: AskedArea,
): CollectionSheet {
  const units = loadUnits(db, knownAt);
  const area = resolveArea(units, asked);
  const asOf = lastDayOfQuarter(quarter);
  const pay = loadPay(db, knownAt);
  const known = { asOf, units: unitsOverTime(units) };
  const rows = loadPeople(db, { knownAt, parts: ['contact', 'certificates', 'registrations'] })
    .flatMap((person) =>
      postsIn(person, quarter).map((post) => ({ person, post, where: whereIs(post, known) })),
    )
    .filter(({ where }) => isWithin(area, where))
    .sort(inOrderOf(areaOrder(units)))
    .map(({ person, post, where }) => {
      const monthly = pay.get(person.id)?.findLast(({ from }) => from <= asOf);
      return rowOf({ person, post, where, monthly, asOf });
    });
  if (rows.length === 0) throw new UserError('template.nobody', { quarter, ...area });
  return { description: describeDataset('roster'), rows, quarter, area, asOf };
}

/**
 * Records in the audit log that a sheet with whole numbers is handed out, and writes it in the same step: no
 * such file exists that the log does not know. `save`: writes the file.
 */
export function handOut(
  { db, now, user }: Workspace,
  { quarter, area, rows }: CollectionSheet,
  sha256: string,
  save: () => void,
): void {
  db.transaction(() => {
    const details = { quarter, ...area, rows: rows.length, sha256 };
    recordAudit(db, { at: now, user, command: 'import template roster', details });
    save();
  }).immediate();
}

/** Where a post is, in the words of a roster. */
interface Where {
  district: string;
  township: string | null;
  unit: string | null;
  code: string | null;
  workplace: string | null;
}

const postsIn = ({ posts }: Person, quarter: Quarter): Post[] =>
  posts.filter(
    ({ from, until }) =>
      from <= lastDayOfQuarter(quarter) && (until === null || until >= firstDayOfQuarter(quarter)),
  );

function whereIs({ place, until }: Post, { asOf, units }: { asOf: Day; units: UnitsOverTime }): Where {
  if (place.unit === null) {
    const { district, township, workplace } = place;
    return { district, township, unit: null, code: null, workplace };
  }
  const on = until !== null && until < asOf ? until : asOf;
  const unit: Unit = units.unitOn(place.unit, on);
  const { district, township, name, code } = unitTermOn(unit, on);
  return { district, township, unit: name, code, workplace: null };
}

interface Row {
  person: Person;
  post: Post;
  where: Where;
}

/** By area, then by identity number, then by time: the order in which a street files its people. */
const inOrderOf =
  ({ compareDistricts, compareTownships }: AreaOrder) =>
  (a: Row, b: Row): number =>
    compareDistricts(a.where.district, b.where.district) ||
    compareTownships(a.where.district, a.where.township ?? '', b.where.township ?? '') ||
    compareText(a.where.code ?? '', b.where.code ?? '') ||
    compareText(a.where.workplace ?? '', b.where.workplace ?? '') ||
    compareText(a.person.idNumber, b.person.idNumber) ||
    compareText(a.post.from, b.post.from);

function rowOf(known: Row & { monthly: Pay | undefined; asOf: Day }): TemplateValue[] {
  const { person, post, where, monthly, asOf } = known;
  const term = post.terms.findLast(({ from }) => from <= asOf) ?? post.terms[0];
  const certificate = person.certificates
    .filter(({ issued }) => issued <= asOf)
    .sort((a, b) => compareLevels(b.level, a.level))[0];
  const registration = person.registrations.findLast(({ from }) => from <= asOf);
  const values: Readonly<Record<keyof typeof roster.columns, TemplateValue>> = {
    name: person.name,
    idNumber: person.idNumber,
    ...where,
    category: term.category,
    title: term.title,
    stated: post.stated,
    until: post.until,
    level: certificate?.level ?? null,
    certificateNumber: certificate?.number ?? null,
    issued: certificate && !certificate.issuedAssumed ? certificate.issued : null,
    registeredFrom: registration?.from ?? null,
    registeredUntil: registration?.until ?? null,
    services: null,
    role: null,
    sex: person.sex,
    phone: person.phone,
    bank: person.bank,
    account: person.account,
    monthlyPay: monthly ? { fen: monthly.monthly } : null,
    note: person.note,
  };
  return Object.keys(roster.columns).map((field) => values[field as keyof typeof values]);
}
