import { addPost } from './plan-added-post.js';
import { restatePost } from './plan-restated-post.js';
import { type PlannedPost, type PostContext, type PostPlan, sameSpot } from './planned-post.js';
import type { RosterRow } from './rows.js';

/**
 * What one roster row says of a person's posts: it restates a post (same place and 上岗日期), or adds one;
 * a post elsewhere that would go on beside it is ended, as a transfer. `posts` is brought up to date; after
 * a conflict it may be half so, and the caller puts it back.
 */
export function planPost(posts: PlannedPost[], row: RosterRow, context: PostContext): PostPlan {
  const known = posts.find(
    ({ values }) =>
      sameSpot(values.place, row.place, context) &&
      (values.stated === row.stated || values.from === row.stated),
  );
  if (!known) return addPost(posts, row, context);
  const others = posts.filter((post) => post !== known);
  return restatePost(known, others, row, context);
}
