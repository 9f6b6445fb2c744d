import { type Day, dayBefore, overlaps } from '../domain/day.js';
import {
  overlapConflict,
  type PlannedPost,
  type PostContext,
  type PostPlan,
  postFinding,
  revise,
  sameSpot,
} from './planned-post.js';
import type { RosterRow } from './rows.js';

/** The stretch of days that a new post would hold. */
interface Stretch {
  from: Day;
  until: Day | null;
  /** 上岗日期 is not later than a post elsewhere: the new post starts on the day of the roster. */
  carried: boolean;
}

/**
 * A row with a post that the register does not have. Posts of one person never overlap: one elsewhere
 * gives way as a transfer, one at the same place is another stretch there. Which of two is the later news
 * is told by the days of their rosters, so that a roster that arrives late changes nothing it should not.
 */
export function addPost(posts: PlannedPost[], row: RosterRow, context: PostContext): PostPlan {
  const stretch = stretchOf(posts, row, context);
  const { from, until } = stretch;
  const plan: PostPlan = { changes: [], findings: [], conflict: false };
  const rivals = posts.filter(({ values }) => overlaps(values, { from: row.stated, until: row.until }));
  const [first] = rivals;
  if (first && until !== null && until < from) return overlapConflict(first, row, context);
  for (const rival of rivals) {
    if (overlaps(rival.values, { from, until })) {
      if (!giveWay(rival, row, stretch, plan, context)) return overlapConflict(rival, row, context);
    } else if (sameSpot(rival.values.place, row.place, context)) {
      plan.findings.push(restarted(rival, row, context, rival.values.from));
    }
  }
  const { place, stated, category, title } = row;
  const values = { place, stated, from, until, asOf: context.asOf, category, title };
  const number = context.newPostNumber();
  posts.push({ number, known: null, values, later: [] });
  plan.changes.push({ fact: 'post', owner: context.person, post: number, before: null, after: values });
  return plan;
}

/** When the new post holds, with the known ones where they are. */
function stretchOf(posts: readonly PlannedPost[], row: RosterRow, context: PostContext): Stretch {
  const { asOf } = context;
  let until = row.until;
  let carried = false;
  const endBefore = (day: Day) => {
    if (until === null || until >= day) until = dayBefore(day);
  };
  for (const { values } of posts) {
    if (!overlaps(values, { from: row.stated, until: row.until })) continue;
    const isEarlier = row.stated < values.from;
    if (sameSpot(values.place, row.place, context)) {
      if (isEarlier) endBefore(values.from);
    } else if (asOf < values.asOf) {
      // Older news: the known post is the transfer, on its 上岗日期 or else on its own roster's day.
      endBefore(isEarlier ? values.from : values.asOf);
    } else if (row.stated <= values.from) {
      carried = true;
    }
  }
  return { from: carried && row.stated < asOf ? asOf : row.stated, until, carried };
}

/** Ends a known post for the new one, or has it begin later; false when neither is possible. */
function giveWay(
  rival: PlannedPost,
  row: RosterRow,
  { from, until, carried }: Stretch,
  plan: PostPlan,
  context: PostContext,
): boolean {
  const before = rival.values;
  const atOnePlace = sameSpot(before.place, row.place, context);
  if (!atOnePlace && context.asOf < before.asOf) {
    if (until === null || until >= before.asOf) return false;
    if (before.until !== null && before.until < before.asOf) return false;
    plan.changes.push(revise(rival, { ...before, from: before.asOf }, context.person));
    const names = { from: context.placeName(row.place), to: context.placeName(before.place) };
    const details = { ...names, on: before.asOf, ended: dayBefore(before.asOf), stated: before.stated };
    plan.findings.push(postFinding('post.transfer-dated', 'warning', row, context, '上岗日期', details));
    return true;
  }
  if (before.from >= from) return false;
  const ended = dayBefore(from);
  plan.changes.push(revise(rival, { ...before, until: ended }, context.person));
  const names = { from: context.placeName(before.place), to: context.placeName(row.place), on: from, ended };
  if (atOnePlace) plan.findings.push(restarted(rival, row, context, from));
  else if (carried && from !== row.stated) {
    const details = { ...names, stated: row.stated };
    plan.findings.push(postFinding('post.transfer-dated', 'warning', row, context, '上岗日期', details));
  } else plan.findings.push(postFinding('post.transferred', 'info', row, context, '村(社区)', names));
  return true;
}

/** Two stretches at one place; `later`: the first day of the later one. */
function restarted(rival: PlannedPost, row: RosterRow, context: PostContext, later: Day) {
  const details = { known: rival.values.stated, stated: row.stated, ended: dayBefore(later) };
  return postFinding('post.restarted', 'warning', row, context, '上岗日期', details);
}
