import type { FactChange } from '../domain/changes.js';
import type { Database } from './open.js';

/** The post that a change is to be written to, by the one that it was planned upon. */
type OwnPost = (row: readonly FactChange[], owner: number, post: number) => number;

/**
 * What is recorded while people are one belongs to the number that is kept: a post of the other one is left as it
 * is, and the kept number gets a post of its own with all that stands of it, but for what the row writes anew.
 * `free`: the highest number that is given out to posts.
 */
export function createOwnPosts(db: Database, batch: number, free: () => number): OwnPost {
  const given = new Map<string, number>();
  let highest: number | undefined;
  const standing = db.prepare('SELECT person FROM post WHERE post = ? AND superseded IS NULL').pluck();
  return (row, owner, post) => {
    const key = `${owner} ${post}`;
    const known = given.get(key);
    if (known !== undefined) return known;
    const holder = standing.get(post) as number | undefined;
    if (holder === undefined || holder === owner) return post;
    highest ??= free();
    const own = ++highest;
    given.set(key, own);
    copyPost(db, batch, { owner, post, own, row });
    return own;
  };
}

function copyPost(
  db: Database,
  batch: number,
  { owner, post, own, row }: { owner: number; post: number; own: number; row: readonly FactChange[] },
): void {
  const written = row.filter((change) => change.post === post);
  const days = written.flatMap((change) => (change.fact === 'post-change' ? [change.after.from] : []));
  if (!written.some(({ fact }) => fact === 'post')) {
    const columns = `unit, workplace, district, township, stated_on, from_on, until_on, as_of, category, title, file, line`;
    db.prepare(
      `INSERT INTO post (post, person, ${columns}, recorded)
       SELECT :own, :owner, ${columns}, :batch FROM post WHERE post = :post AND superseded IS NULL`,
    ).run({ own, owner, post, batch });
  }
  db.prepare(
    `INSERT INTO post_change (post, from_on, category, title, file, line, recorded)
     SELECT :own, from_on, category, title, file, line, :batch FROM post_change
     WHERE post = :post AND superseded IS NULL AND from_on NOT IN (SELECT value FROM json_each(:days))`,
  ).run({ own, post, batch, days: JSON.stringify(days) });
}
