import type { FactChange, FactValues } from '../domain/changes.js';
import { addDays, type Day, holdsOn, overlaps } from '../domain/day.js';
import type { KeptCell } from './plan-papers.js';
import type { ChangeOf } from './plan-result.js';
import {
  overlapConflict,
  type PlannedPost,
  type PostContext,
  type PostPlan,
  postFinding,
  revise,
} from './planned-post.js';
import type { RosterRow } from './rows.js';

/**
 * A row that restates a known post: 离岗日期 is recorded or corrected; category and title hold from the
 * day of the roster where they differ, or are corrected where that day is the post's own first news.
 * A roster that arrives late changes no 离岗日期 that a file of a later day has told. `others`: the person's other
 * posts, which the post must not run into.
 */
export function restatePost(
  post: PlannedPost,
  others: readonly PlannedPost[],
  row: RosterRow,
  context: PostContext,
): PostPlan {
  const kept = newerEnd(post, others, row, context);
  if (!kept) return restate(post, others, row, context);
  context.onKept(kept);
  return restate(post, others, { ...row, until: post.values.until }, context);
}

/** The end that a file of a later day has told of, where the row says otherwise. */
function newerEnd(
  { number, known }: PlannedPost,
  others: readonly PlannedPost[],
  { until: stated }: RosterRow,
  { asOf, endTold }: PostContext,
): KeptCell | undefined {
  const until = known?.until ?? null;
  if (stated === null || until === null || stated === until) return undefined;
  const told = endTold(number);
  if (!told || told.asOf <= asOf) return undefined;
  const next = addDays(until, 1);
  // A transfer, or not being listed any more, only tells that somebody had gone by then.
  if (next === told.asOf || others.some(({ values }) => values.from === next)) return undefined;
  const source = { keptFile: told.name, keptLine: told.line, keptAsOf: told.asOf };
  return { column: '离岗日期', dataset: 'roster', asOf, ...source, kept: until, stated };
}

function restate(
  post: PlannedPost,
  others: readonly PlannedPost[],
  row: RosterRow,
  context: PostContext,
): PostPlan {
  const plan: PostPlan = { changes: [], findings: [], conflict: false };
  if (row.until !== null && row.until < post.values.from) {
    const details = { from: post.values.from, until: row.until };
    plan.findings.push(
      postFinding('post.ends-before-known-start', 'error', row, context, '离岗日期', details),
    );
    return { ...plan, conflict: true };
  }
  const rival = row.until === null ? undefined : runsInto(post, row.until, others);
  if (rival) return overlapConflict(rival, row, context);
  const listed = listedAfterEnd(post, others, row, context);
  if (listed) plan.findings.push(listed);
  let values = row.until !== null ? { ...post.values, until: row.until } : post.values;
  const stated = { category: row.category, title: row.title };
  values = fillTitles(post, values, stated.title, plan, context.person);
  if (context.asOf < values.asOf) {
    // Older news about a post that later news told of first: it holds until that later roster.
    if (differs(stated, values)) {
      const later = { from: values.asOf, category: values.category, title: values.title };
      values = {
        ...values,
        asOf: context.asOf,
        category: stated.category,
        title: stated.title ?? values.title,
      };
      plan.changes.push(termChange(post, null, later, context.person));
      post.later = [later, ...post.later];
    }
  } else {
    const holding = post.later.findLast((term) => term.from <= context.asOf);
    const current = holding ?? values;
    const isNew = differs(stated, current);
    if (isNew && context.asOf !== values.asOf && values.until !== null && values.until < context.asOf) {
      // It would hold from a day after the post.
      const details = { ended: values.until, asOf: context.asOf };
      plan.findings.push(postFinding('post.changed-after-end', 'warning', row, context, '人员类别', details));
    } else if (isNew) {
      const after = { category: stated.category, title: stated.title ?? current.title };
      if (holding?.from === context.asOf) {
        plan.changes.push(termChange(post, holding, { ...after, from: holding.from }, context.person));
        post.later = post.later.map((term) => (term === holding ? { ...after, from: term.from } : term));
      } else if (!holding && (context.asOf <= values.from || context.asOf === values.asOf)) {
        values = { ...values, ...after };
      } else {
        const term = { ...after, from: context.asOf };
        const was = { from: holding?.from ?? values.from, category: current.category, title: current.title };
        plan.changes.push({ ...termChange(post, null, term, context.person), was });
        post.later = [...post.later, term].sort((a, b) => (a.from < b.from ? -1 : 1));
      }
    }
  }
  if (!samePost(values, post.values)) plan.changes.push(revise(post, values, context.person));
  return { ...plan, changes: lastOfEachStretch(plan.changes) };
}

/** A stretch that was filled and then changed is written once, as it was left. */
const lastOfEachStretch = (changes: readonly FactChange[]): FactChange[] =>
  changes.filter(
    (change, index) =>
      change.fact !== 'post-change' ||
      !changes
        .slice(index + 1)
        .some((later) => later.fact === 'post-change' && later.after.from === change.after.from),
  );

/** A first 岗位名称 is new to the register, and so holds from 上岗日期: it fills every stretch without one. */
function fillTitles(
  post: PlannedPost,
  values: FactValues['post'],
  title: string | null,
  plan: PostPlan,
  person: number,
): FactValues['post'] {
  if (title === null) return values;
  post.later = post.later.map((term) => {
    if (term.title !== null) return term;
    const filled = { ...term, title };
    plan.changes.push(termChange(post, term, filled, person));
    return filled;
  });
  return values.title === null ? { ...values, title } : values;
}

const termChange = (
  post: PlannedPost,
  before: FactValues['post-change'] | null,
  after: FactValues['post-change'],
  person: number,
): ChangeOf<'post-change'> => ({ fact: 'post-change', owner: person, post: post.number, before, after });

/** An empty 岗位名称 says nothing. */
const differs = (
  stated: { category: string; title: string | null },
  known: { category: string; title: string | null },
): boolean => stated.category !== known.category || (stated.title !== null && stated.title !== known.title);

const samePost = (a: FactValues['post'], b: FactValues['post']): boolean =>
  a.until === b.until &&
  a.from === b.from &&
  a.asOf === b.asOf &&
  a.category === b.category &&
  a.title === b.title;

/** News that lists a post as open which the register has ended: a doubt, since an empty cell says nothing. */
function listedAfterEnd(
  post: PlannedPost,
  others: readonly PlannedPost[],
  row: RosterRow,
  context: PostContext,
) {
  const ended = post.values.until;
  if (row.until !== null || ended === null || ended >= context.asOf) return undefined;
  const current = others.find(({ values }) => holdsOn(values, context.asOf));
  const now = current ? context.placeName(current.values.place) : null;
  const details = { place: context.placeName(post.values.place), ended, now };
  return postFinding('post.listed-after-end', 'warning', row, context, '离岗日期', details);
}

/** Another post that this one would overlap with a new 离岗日期, and did not before. */
function runsInto(post: PlannedPost, until: Day, others: readonly PlannedPost[]): PlannedPost | undefined {
  const { values } = post;
  return others.find(
    (other) => overlaps(other.values, { ...values, until }) && !overlaps(other.values, values),
  );
}
