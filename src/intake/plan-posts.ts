import type { FactChange, FactValues } from '../domain/changes.js';
import { type Day, dayBefore, overlaps } from '../domain/day.js';
import type { Place, Post } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { maskNumber } from '../domain/mask.js';
import type { ChangeOf } from './plan-result.js';
import type { RosterRow } from './rows.js';

/** A post as the plan would leave it. */
export interface PlannedPost {
  number: number;
  known: FactValues['post'] | null;
  values: FactValues['post'];
  /** Category and title from later days on, in order. */
  later: FactValues['post-change'][];
}

export interface PostPlan {
  changes: FactChange[];
  findings: Finding[];
  conflict: boolean;
}

interface PostContext {
  person: number;
  asOf: Day;
  file: string;
  line: number;
  placeName: (place: Place) => string;
  newPostNumber: () => number;
}

export function plannedPosts(posts: readonly Post[]): PlannedPost[] {
  return posts.map(({ id, place, stated, from, until, asOf, terms }) => {
    const [{ category, title }, ...later] = terms;
    const values = { place, stated, from, until, asOf, category, title };
    return { number: id, known: values, values, later: later.map((term) => pickTerm(term)) };
  });
}

const pickTerm = ({ from, category, title }: FactValues['post-change']) => ({ from, category, title });

export const samePlace = (a: Place, b: Place): boolean =>
  a.unit !== null
    ? a.unit === b.unit
    : b.unit === null && a.workplace === b.workplace && a.district === b.district;

/**
 * What one roster row says of a person's posts: it restates a post (same place and 上岗日期), or adds one;
 * a post elsewhere that would go on beside it is ended, as a transfer. `posts` is brought up to date.
 */
export function planPost(posts: PlannedPost[], row: RosterRow, context: PostContext): PostPlan {
  const known = posts.find(
    ({ values }) =>
      samePlace(values.place, row.place) && (values.stated === row.stated || values.from === row.stated),
  );
  return known ? restatePost(known, row, context) : addPost(posts, row, context);
}

function restatePost(post: PlannedPost, row: RosterRow, context: PostContext): PostPlan {
  const plan: PostPlan = { changes: [], findings: [], conflict: false };
  if (row.until !== null && row.until < post.values.from) {
    plan.conflict = true;
    plan.findings.push(
      report('post.ends-before-known-start', 'error', row, context, {
        column: '离岗日期',
        details: { from: post.values.from, until: row.until },
      }),
    );
    return plan;
  }
  let values = row.until !== null ? { ...post.values, until: row.until } : post.values;
  const stated = { category: row.category, title: row.title };
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
    const ended = post.values.until !== null && post.values.until < context.asOf;
    const holding = ended ? post.later.at(-1) : post.later.findLast((term) => term.from <= context.asOf);
    const current = holding ?? values;
    if (differs(stated, current)) {
      const after = { category: stated.category, title: stated.title ?? current.title };
      if (holding && (ended || holding.from === context.asOf)) {
        plan.changes.push(termChange(post, holding, { ...after, from: holding.from }, context.person));
        post.later = post.later.map((term) => (term === holding ? { ...after, from: term.from } : term));
      } else if (!holding && (ended || context.asOf <= values.from || context.asOf === values.asOf)) {
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
  return plan;
}

function addPost(posts: PlannedPost[], row: RosterRow, context: PostContext): PostPlan {
  const plan: PostPlan = { changes: [], findings: [], conflict: false };
  let from = row.stated;
  let until = row.until;
  const rivals = posts.filter(({ values }) => overlaps(values, { from, until }));
  for (const rival of rivals) {
    const before = rival.values;
    if (!overlaps(before, { from, until })) continue;
    const sameSpot = samePlace(before.place, row.place);
    // Which of the two is the later news decides who gives way.
    const rowIsLater = context.asOf >= before.asOf;
    if (sameSpot ? row.stated > before.from : rowIsLater && row.stated > before.from) {
      plan.changes.push(revise(rival, { ...before, until: dayBefore(from) }, context.person));
      plan.findings.push(gaveWay(sameSpot, rival, row, context, from));
    } else if (sameSpot || (!rowIsLater && row.stated < before.from)) {
      until = dayBefore(before.from);
      if (sameSpot) plan.findings.push(gaveWay(true, rival, row, context, before.from));
    } else if (rowIsLater && context.asOf > before.from && (until === null || until >= context.asOf)) {
      if (from < context.asOf) from = context.asOf;
      plan.changes.push(revise(rival, { ...before, until: dayBefore(from) }, context.person));
      plan.findings.push(
        report('post.transfer-dated', 'warning', row, context, {
          column: '上岗日期',
          details: {
            from: context.placeName(before.place),
            to: context.placeName(row.place),
            stated: row.stated,
            on: from,
            ended: dayBefore(from),
          },
        }),
      );
    } else if (!rowIsLater && before.asOf > row.stated) {
      // The known post is the later news, with the older 上岗日期: it begins on its own roster's day.
      until = dayBefore(before.asOf);
      plan.changes.push(revise(rival, { ...before, from: before.asOf }, context.person));
    } else {
      return conflictWith(rival, row, context);
    }
  }
  const values = {
    place: row.place,
    stated: row.stated,
    from,
    until,
    asOf: context.asOf,
    category: row.category,
    title: row.title,
  };
  if (until !== null && until < from) return conflictWith(rivals[0] as PlannedPost, row, context);
  const number = context.newPostNumber();
  posts.push({ number, known: null, values, later: [] });
  plan.changes.push({ fact: 'post', owner: context.person, post: number, before: null, after: values });
  return plan;
}

/** A known post with other values. A second change in one import replaces the first. */
function revise(post: PlannedPost, after: FactValues['post'], person: number): FactChange {
  post.values = after;
  return { fact: 'post', owner: person, post: post.number, before: post.known, after };
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

function gaveWay(
  sameSpot: boolean,
  rival: PlannedPost,
  row: RosterRow,
  context: PostContext,
  later: Day,
): Finding {
  const ended = dayBefore(later);
  if (sameSpot) {
    const known = rival.values.stated;
    return report('post.restarted', 'warning', row, context, {
      column: '上岗日期',
      details: { known, stated: row.stated, ended },
    });
  }
  return report('post.transferred', 'info', row, context, {
    column: '村(社区)',
    details: {
      from: context.placeName(rival.values.place),
      to: context.placeName(row.place),
      on: later,
      ended,
    },
  });
}

function conflictWith(rival: PlannedPost, row: RosterRow, context: PostContext): PostPlan {
  const { place, from, until } = rival.values;
  const details = { place: context.placeName(place), from, until };
  return {
    changes: [],
    findings: [report('post.overlaps-known', 'error', row, context, { column: '上岗日期', details })],
    conflict: true,
  };
}

type PostCode =
  | 'post.transferred'
  | 'post.transfer-dated'
  | 'post.restarted'
  | 'post.overlaps-known'
  | 'post.ends-before-known-start';

function report<Code extends PostCode>(
  code: Code,
  severity: 'error' | 'warning' | 'info',
  row: RosterRow,
  { file, line }: PostContext,
  { column, details }: { column: string; details: Extract<Finding, { code: Code }>['details'] },
): Finding {
  return finding(code, severity, `${row.name} ${maskNumber(row.idNumber)}`, details as never, {
    file,
    line,
    column,
  });
}
