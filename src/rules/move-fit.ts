import type { Person, Post } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { personSubject } from '../domain/subject.js';
import { checkGrades } from './grade-check.js';
import { postTermOn } from './posts.js';
import type { QuotaQuestion } from './quotas.js';
import { titlePosts } from './title-posts.js';

/** The register as it would be after the moves. */
type Register = Omit<QuotaQuestion, 'within'>;

/** What `grade check` says of one post of somebody. 三(四)2 */
export function fitOf(person: Person, post: Post, { units, book, on }: Register) {
  const alone = { ...person, posts: [post] };
  const { rows, findings } = checkGrades({ people: [alone], units, book, on });
  const { title } = postTermOn(post, on);
  const [row] = rows;
  if (!row) {
    const subject = personSubject(person);
    const fit = { title, grade: null, needed: null, level: null, ok: null };
    return { fit, findings: [finding('move.not-professional', 'warning', subject, { title })] };
  }
  const { grade, needed, level, ok } = row;
  return { fit: { title: row.title, grade, needed, level, ok }, findings };
}

/** A warning where the 岗位设置表 has no post of the title for the person. */
export function roomFor(
  person: Person,
  code: string,
  title: string | null,
  { units, people, establishments, book, on }: Register,
): Finding[] {
  const [unit] = titlePosts({ units, people, establishments, book, on }).filter((each) => each.code === code);
  const posts = unit?.titles.find((each) => each.title === title);
  if (!unit || unit.establishedFrom === 'roster' || !posts || posts.filled <= posts.established) return [];
  const { established, filled } = posts;
  const details = { title: posts.title, established, filled };
  return [finding('move.no-vacancy', 'warning', personSubject(person), details)];
}
