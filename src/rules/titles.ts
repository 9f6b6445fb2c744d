import type { Day } from '../domain/day.js';
import { nearestOf } from '../domain/nearest.js';
import { PLAIN_PROFESSIONAL_POST, TIERS, type Tier } from '../domain/terms.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { requireInForce } from './policy-span.js';

/** What a post title is. 三(四)2 */
export type PostTitle =
  /** One of the titles that have a grade. */
  | { kind: 'graded'; title: string; grade: number; tier: Tier }
  /** 社会工作专业岗位: professional, without a step of its own. 三(四)1 */
  | { kind: 'plain'; title: string }
  /** Says 社会工作师 and is none of the titles; `nearest` known ones. */
  | { kind: 'unknown'; title: string; nearest: readonly string[] }
  /** 社会工作员: a level of certificate, no post of 三(四)2. */
  | { kind: 'level-without-grade'; title: string }
  | { kind: 'not-professional'; title: string };

/** Reads post titles as they are written; the same text is worked out once. */
export interface TitleReader {
  read(title: string): PostTitle;
  /** All graded titles, highest grade (lowest number) first. */
  graded: readonly Extract<PostTitle, { kind: 'graded' }>[];
}

const LEVEL_WITHOUT_GRADE = new Set(['社会工作员', '社工员']);

/** NFKC without spaces: clerks type both full-width and half-width, and pad cells. */
const plainText = (title: string): string => title.normalize('NFKC').replace(/\s+/g, '');

/** 助理社会工作师一级岗位 and 助理社会工作师一级 are one title. */
const bareTitle = (plain: string): string => plain.replace(/岗位$/, '');

/**
 * The titles of 三(四)2 as the policy maps them on a day. Titles are compared whole: 社会工作师 is
 * inside 助理社会工作师 and 高级社会工作师. Throws UserError `policy.none-in-force`.
 */
export function titlesOn(book: PolicyBook, on: Day): TitleReader {
  const { value } = requireInForce(book, 'grade.map', on);
  const graded = TIERS.flatMap((tier) =>
    Object.entries(value[tier]).map(([title, grade]) => ({
      kind: 'graded' as const,
      title: bareTitle(plainText(title)),
      grade,
      tier,
    })),
  ).sort((a, b) => a.grade - b.grade);
  const byTitle = new Map(graded.map((entry) => [entry.title, entry]));
  const titles = graded.map(({ title }) => title);

  const classify = (written: string): PostTitle => {
    const plain = plainText(written);
    if (plain === PLAIN_PROFESSIONAL_POST) return { kind: 'plain', title: PLAIN_PROFESSIONAL_POST };
    const title = bareTitle(plain);
    const known = byTitle.get(title);
    if (known) return known;
    if (title.includes('社会工作师') || title.includes('社工师')) {
      const nearest = nearestOf(title.replace('社工师', '社会工作师'), titles);
      return { kind: 'unknown', title: written.trim(), nearest };
    }
    if (LEVEL_WITHOUT_GRADE.has(title)) return { kind: 'level-without-grade', title };
    return { kind: 'not-professional', title: written.trim() };
  };

  const seen = new Map<string, PostTitle>();
  const read = (written: string): PostTitle => {
    let answer = seen.get(written);
    if (!answer) {
      answer = classify(written);
      seen.set(written, answer);
    }
    return answer;
  };
  return { read, graded };
}

/** Whether a post of this title is a professional one: one of the graded titles or 社会工作专业岗位. */
export const isProfessional = (titles: TitleReader, title: string | null): boolean => {
  if (title === null) return false;
  const { kind } = titles.read(title);
  return kind === 'graded' || kind === 'plain';
};
