import { type Day, dayBefore, type Month } from '../domain/day.js';
import type { Person, Post, PostTerm, Unit } from '../domain/facts.js';
import { type Citation, type Finding, finding } from '../domain/finding.js';
import type { Fen } from '../domain/money.js';
import { personSubject } from '../domain/subject.js';
import { type Level, PLAIN_PROFESSIONAL_POST, type UnitKind } from '../domain/terms.js';
import { unitsOverTime, unitTermOn } from '../domain/units.js';
import { UserError } from '../domain/user-error.js';
import { fitOf, roomFor } from './move-fit.js';
import { firstMonth, lastMonth, type MoveMonth, moveSubsidy, NEW_POST } from './move-subsidy.js';
import { isOpenOn, placesOf, postTermOn } from './posts.js';
import { checkQuotas, type QuotaQuestion, type QuotaRow } from './quotas.js';

/** Somebody who is to go to a unit on the day that is asked about. */
export interface PlannedMove {
  person: Person;
  to: Unit;
  /** 岗位名称 there; null: the one that the person has now, or 社会工作专业岗位 for somebody without a post. */
  title: string | null;
}

/** Numbers of a unit without the moves and with them. */
export interface BeforeAfter<Value> {
  before: Value;
  after: Value;
}

/** What a move does at one of its two ends. */
export interface MoveRow {
  person: Person;
  end: 'from' | 'to';
  /** null where the person leaves another workplace than a unit; the numbers of posts likewise. */
  code: string | null;
  district: string;
  township: string | null;
  unit: string;
  kind: UnitKind | null;
  required: number | null;
  established: BeforeAfter<number> | null;
  filled: BeforeAfter<number> | null;
  certified: BeforeAfter<number> | null;
  shortfall: BeforeAfter<number | null> | null;
  /** Of `required`. */
  citation: Citation | null;
  title: string | null;
  /** null for 社会工作专业岗位 and for titles that are none of the article. */
  grade: number | null;
  needed: Level | null;
  level: Level | null;
  /** Whether the certificate is enough for the post; null: not a professional post. */
  ok: boolean | null;
  /** `from`: the last month that this district judges; `to`: the first. null: none, or it does not pay the 人员类别, or not known. */
  month: Month | null;
  /** Its monthly rate for the level of the person. */
  rateFen: Fen | null;
}

export interface MoveAnswer {
  /** Two for each move, in the order asked; one where the person has no post on the day. */
  rows: readonly MoveRow[];
  /** The subsidy month by month; empty for everybody where the office has not set what it needs. */
  months: readonly ({ person: Person } & MoveMonth)[];
  totals: { moves: number; shortfall: BeforeAfter<number> };
  findings: readonly Finding[];
}

/**
 * What moves on a day would do to the units at both ends, to the fit of post and certificate, and to the subsidy, before
 * they are made: the same checks are made of the register as it is and as it would be. Throws UserError `move.same-unit`,
 * `move.twice` and `policy.none-in-force`. 三(四)1, 三(四)2, 三(六)1
 */
export function previewMoves(
  moves: readonly PlannedMove[],
  question: Omit<QuotaQuestion, 'within'>,
): MoveAnswer {
  const { people, on } = question;
  const overTime = unitsOverTime(question.units);
  const moved = new Map<Person['id'], Person>();
  const ends = moves.map((move) => {
    const { person, to } = move;
    if (moved.has(person.id)) throw new UserError('move.twice', { who: personSubject(person) });
    const leaves = leftPost(person, on);
    if (leaves?.place.unit != null && overTime.unitOn(leaves.place.unit, on).id === to.id) {
      throw new UserError('move.same-unit', { who: personSubject(person), unit: unitTermOn(to, on).name });
    }
    const after = afterMove(move, leaves, on);
    moved.set(person.id, after);
    return { ...move, leaves, after };
  });
  const supposed = { ...question, people: people.map((person) => moved.get(person.id) ?? person) };
  const codes = new Set(
    ends.flatMap(({ to, leaves }) => [
      unitTermOn(to, on).code,
      ...(leaves?.place.unit == null ? [] : [unitTermOn(overTime.unitOn(leaves.place.unit, on), on).code]),
    ]),
  );
  const within = ({ code }: { code: string }) => codes.has(code);
  const before = checkQuotas({ ...question, within });
  const after = checkQuotas({ ...supposed, within });
  const quotas = { before: byCode(before.rows), after: byCode(after.rows) };
  const subsidies = subsidiesOf(ends, question);
  const told = ends.map((end, index) =>
    tellMove(end, { quotas, supposed, months: subsidies.months[index] ?? [] }),
  );
  return {
    rows: told.flatMap(({ rows }) => rows),
    months: ends.flatMap(({ person }, index) =>
      (subsidies.months[index] ?? []).map((month) => ({ person, ...month })),
    ),
    totals: {
      moves: moves.length,
      shortfall: { before: before.totals.shortfall, after: after.totals.shortfall },
    },
    findings: [...after.findings, ...told.flatMap(({ findings }) => findings), ...subsidies.findings],
  };
}

const byCode = (rows: readonly QuotaRow[]) => new Map(rows.map((row) => [row.code, row]));

/** The post that counts: of several open ones the one with the later start. */
const leftPost = ({ posts }: Person, on: Day): Post | undefined =>
  posts.findLast((post) => isOpenOn(post, on));

/** The person as after the move: the post that counts ends the day before, one at the unit begins. */
function afterMove({ person, to, title }: PlannedMove, leaves: Post | undefined, on: Day): Person {
  const last = leaves ?? person.posts.at(-1);
  const known = last && postTermOn(last, on);
  const origin = { file: 0, line: 0 };
  const term: PostTerm = {
    ...origin,
    from: on,
    category: known?.category ?? '城乡社区专职工作者',
    title: title ?? (leaves ? (known?.title ?? null) : PLAIN_PROFESSIONAL_POST),
  };
  const begins: Post = {
    ...origin,
    id: NEW_POST,
    place: { unit: to.id, workplace: null, district: null, township: null },
    ...{ stated: on, from: on, until: null, asOf: on, terms: [term] },
  };
  const others = person.posts.filter((post) => post !== leaves);
  const ended = leaves && leaves.from < on ? [{ ...leaves, until: dayBefore(on) }] : [];
  return {
    ...person,
    posts: [...others, ...ended, begins].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  };
}

interface End extends PlannedMove {
  leaves: Post | undefined;
  after: Person;
}

/** The months of every move; where the office has not set a value, nothing of them, and a remark. */
function subsidiesOf(
  ends: readonly End[],
  { units, book, on }: Omit<QuotaQuestion, 'within'>,
): { months: readonly MoveMonth[][]; findings: readonly Finding[] } {
  try {
    const months = ends.map(({ person, after }) => moveSubsidy(person, after, { units, book, on }));
    const lost = ends.flatMap(({ person }, index) =>
      (months[index] ?? []).flatMap(({ month, before, after }) =>
        before?.onPost && !after?.onPost && !after?.reasons.includes('policy')
          ? [finding('move.month-lost', 'warning', personSubject(person), { month })]
          : [],
      ),
    );
    return { months, findings: lost };
  } catch (error) {
    if (!(error instanceof UserError) || error.problem !== 'policy.value-unset') throw error;
    const { parameter } = (error as UserError<'policy.value-unset'>).details;
    return { months: [], findings: [finding('move.subsidy-unset', 'info', '', { parameter })] };
  }
}

interface Known {
  quotas: BeforeAfter<ReadonlyMap<string, QuotaRow>>;
  supposed: Omit<QuotaQuestion, 'within'>;
  months: readonly MoveMonth[];
}

function tellMove(
  { person, to, leaves, after }: End,
  { quotas, supposed, months }: Known,
): { rows: MoveRow[]; findings: Finding[] } {
  const { units, on } = supposed;
  const places = placesOf(units);
  const arrives = after.posts.find(({ id }) => id === NEW_POST) as Post;
  const rows: MoveRow[] = [];
  if (leaves) {
    const { district, township, name } = places.on(leaves.place, on);
    const code =
      leaves.place.unit === null ? null : unitTermOn(places.unitOn(leaves.place.unit, on), on).code;
    rows.push({
      ...{ person, end: 'from', code, district, township, unit: name },
      ...numbersOf(code, quotas),
      ...fitOf(person, leaves, supposed).fit,
      month: lastMonth(leaves, months),
      rateFen: months[0]?.before?.rateFen ?? null,
    });
  }
  const term = unitTermOn(to, on);
  const { fit, findings } = fitOf(after, arrives, supposed);
  const first = firstMonth(months);
  rows.push({
    ...{
      person,
      end: 'to',
      code: term.code,
      district: term.district,
      township: term.township,
      unit: term.name,
    },
    ...numbersOf(term.code, quotas),
    ...fit,
    month: first?.month ?? null,
    rateFen: first?.after?.rateFen ?? null,
  });
  return { rows, findings: [...findings, ...roomFor(after, term.code, fit.title, supposed)] };
}

function numbersOf(code: string | null, { before, after }: Known['quotas']) {
  const [then, now] = [
    code === null ? undefined : before.get(code),
    code === null ? undefined : after.get(code),
  ];
  if (!then || !now) {
    return {
      ...{ kind: null, required: null, established: null, filled: null, certified: null },
      ...{ shortfall: null, citation: null },
    };
  }
  const both = <Key extends keyof QuotaRow>(key: Key): BeforeAfter<QuotaRow[Key]> => ({
    before: then[key],
    after: now[key],
  });
  return {
    kind: now.kind,
    required: now.required,
    established: both('established'),
    filled: both('filled'),
    certified: both('certified'),
    shortfall: both('shortfall'),
    citation: now.citation,
  };
}
