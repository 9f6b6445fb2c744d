import type { Day } from '../domain/day.js';
import type { Database } from './open.js';

/** The file and line that told of something, and the day it spoke of. */
export interface ToldBy {
  name: string;
  line: number;
  asOf: Day;
}

/** Asks, for a post that has ended, which file told of the end as it stands now; undefined: the post is open. */
export function createEndsTold(db: Database): (post: number) => ToldBy | undefined {
  const versions = db.prepare(
    `SELECT until_on AS until, file.name, line, file.as_of AS asOf FROM post
     JOIN file ON file.id = post.file WHERE post = ? ORDER BY recorded`,
  );
  return (post) => {
    let told: (ToldBy & { until: Day | null }) | undefined;
    // other details of the post may have changed since, and say nothing of its end
    for (const version of versions.all(post) as (ToldBy & { until: Day | null })[])
      if (version.until !== told?.until) told = version;
    return told === undefined || told.until === null ? undefined : told;
  };
}
