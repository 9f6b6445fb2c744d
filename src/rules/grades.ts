import type { Day } from '../domain/day.js';
import { type Citation, type Finding, finding } from '../domain/finding.js';
import { type Level, PLAIN_PROFESSIONAL_POST, type Tier } from '../domain/terms.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { requireInForce } from './policy-span.js';
import { type PostTitle, titlesOn } from './titles.js';

/** A professional post title and what 三(四)2 attaches to it. */
export interface TitleGrade {
  title: string;
  /** 专业技术岗位 grade 5-12, lower is higher; null for 社会工作专业岗位. */
  grade: number | null;
  tier: Tier | null;
  /** The certificate that the holder must at least have. */
  certificate: Level;
  citation: Citation;
}

/** Answers for many titles on one day, read from the policy once. */
export interface GradeBook {
  read(title: string): PostTitle;
  /** What a professional title needs; undefined for every other kind of title. */
  grade(title: PostTitle): TitleGrade | undefined;
  /** The graded titles in order of grade, highest first. */
  table: readonly (TitleGrade & { grade: number; tier: Tier })[];
}

/** The grades of 三(四)2 on a day. Throws UserError `policy.none-in-force`. */
export function gradesOn(book: PolicyBook, on: Day): GradeBook {
  const titles = titlesOn(book, on);
  const { citation } = requireInForce(book, 'grade.map', on);
  const certificates = requireInForce(book, 'grade.certificate', on).value;
  const table = titles.graded.map(({ title, grade, tier }) => {
    return { title, grade, tier, certificate: certificates[tier], citation };
  });
  const plain: TitleGrade = {
    title: PLAIN_PROFESSIONAL_POST,
    grade: null,
    tier: null,
    certificate: certificates[PLAIN_PROFESSIONAL_POST],
    citation,
  };
  const byTitle = new Map<string, TitleGrade>([...table, plain].map((row) => [row.title, row]));
  return {
    read: titles.read,
    grade: (title) =>
      title.kind === 'graded' || title.kind === 'plain' ? byTitle.get(title.title) : undefined,
    table,
  };
}

/** The titles of 三(四)2 in order of grade, highest first. Throws UserError `policy.none-in-force`. */
export const gradeTable = (book: PolicyBook, on: Day): GradeBook['table'] => gradesOn(book, on).table;

/**
 * The grade of one title on a day, or the finding that says why it has none (unknown: error; a level
 * without grade, not professional: info). Throws UserError `policy.none-in-force`. 三(四)2
 */
export function gradeOf(book: PolicyBook, title: string, on: Day): TitleGrade | { problem: Finding } {
  const grades = gradesOn(book, on);
  const read = grades.read(title);
  return (
    grades.grade(read) ?? { problem: titleProblem(read, requireInForce(book, 'grade.map', on).citation) }
  );
}

function titleProblem(read: PostTitle, citation: Citation): Finding {
  const { title } = read;
  if (read.kind === 'unknown') {
    const { nearest } = read;
    return finding('grade.unknown-title', 'error', title, { title, nearest }, { citation });
  }
  const code = read.kind === 'level-without-grade' ? 'grade.level-without-grade' : 'grade.not-professional';
  return finding(code, 'info', title, { title }, { citation });
}
