import type { Day } from '../domain/day.js';
import type { Person, Post, Unit } from '../domain/facts.js';
import { type Citation, type Finding, finding } from '../domain/finding.js';
import { personSubject } from '../domain/subject.js';
import { compareLevels, type Level, type Tier } from '../domain/terms.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { findAbsentUnits } from './absent-units.js';
import { highestCertificate } from './certificates.js';
import { gradesOn, type TitleGrade } from './grades.js';
import { requireInForce } from './policy-span.js';
import { isOpenOn, placesOf, postTermOn, type Whereabouts } from './posts.js';
import { type StructureRow, structureTargets } from './structure.js';
import type { PostTitle } from './titles.js';

/** One occupied professional post, or one whose title claims to be. 三(四)2 */
export interface GradeRow extends Whereabouts {
  person: Person;
  post: Post;
  /** As the policy writes it; as the register has it where it is unknown. */
  title: string;
  /** null for 社会工作专业岗位 and for unknown titles. */
  grade: number | null;
  tier: Tier | null;
  /** 事业编制 is bound by the article; everybody else follows it by reference (参照执行). */
  basis: 'binding' | 'by-reference';
  /** Highest level issued by the day. */
  level: Level | null;
  /** null where the title is unknown. */
  needed: Level | null;
  ok: boolean;
  citation: Citation;
}

interface GradeTotals {
  /** Rows: graded, 社会工作专业岗位 and unknown titles together. */
  posts: number;
  problems: number;
  /** Posts by grade, each grade of the table, also where nobody is. */
  byGrade: Record<string, number>;
  byTier: Record<Tier, number>;
}

export interface GradeCheck {
  rows: readonly GradeRow[];
  totals: GradeTotals;
  /** National target structure beside the actual one. Information, never a finding. */
  structure: readonly StructureRow[];
  findings: readonly Finding[];
}

/**
 * Every occupied professional post on a day against the certificate it needs. `within` narrows the
 * places looked at. Throws UserError `policy.none-in-force`. 三(四)2
 */
export function checkGrades({
  people,
  units,
  book,
  on,
  within = () => true,
}: {
  people: readonly Person[];
  units: readonly Unit[];
  book: PolicyBook;
  on: Day;
  within?: (place: Whereabouts) => boolean;
}): GradeCheck {
  const grades = gradesOn(book, on);
  const mapCitation = requireInForce(book, 'grade.map', on).citation;
  const needCitation = requireInForce(book, 'grade.certificate', on).citation;
  const places = placesOf(units);
  const rows: GradeRow[] = [];
  const findings: Finding[] = [];
  const byGrade = new Map(grades.table.map(({ grade }) => [grade, 0]));
  const byTier: Record<Tier, number> = { 高级: 0, 中级: 0, 初级: 0 };

  for (const person of people) {
    for (const post of person.posts) {
      if (!isOpenOn(post, on)) continue;
      const term = postTermOn(post, on);
      if (term.title === null) continue;
      const read = grades.read(term.title);
      const known = grades.grade(read);
      if (!known && read.kind !== 'unknown') continue;
      const { district, township, name } = places.on(post.place, on);
      if (!within({ district, township, name })) continue;
      const level = highestCertificate(person.certificates, on)?.level ?? null;
      const problem = problemOf(person, read, known, level, known ? needCitation : mapCitation);
      if (problem) findings.push(problem);
      if (known?.tier) byTier[known.tier] += 1;
      if (known?.grade) byGrade.set(known.grade, (byGrade.get(known.grade) ?? 0) + 1);
      rows.push({
        person,
        post,
        district,
        township,
        name,
        title: read.title,
        grade: known?.grade ?? null,
        tier: known?.tier ?? null,
        basis: term.category === '事业编制' ? 'binding' : 'by-reference',
        level,
        needed: known?.certificate ?? null,
        ok: problem === undefined,
        citation: mapCitation,
      });
    }
  }
  const totals = {
    posts: rows.length,
    problems: findings.length,
    byGrade: Object.fromEntries(byGrade),
    byTier,
  };
  const absent = findAbsentUnits(people, places, on, within);
  return { rows, totals, structure: structureTargets(byGrade, book, on), findings: [...findings, ...absent] };
}

function problemOf(
  person: Person,
  read: PostTitle,
  known: TitleGrade | undefined,
  held: Level | null,
  citation: Citation,
): Finding | undefined {
  const subject = personSubject(person);
  const { title } = read;
  if (read.kind === 'unknown') {
    const { nearest } = read;
    return finding('grade.unknown-title', 'error', subject, { title, nearest }, { citation });
  }
  if (!known) return undefined;
  const needed = known.certificate;
  if (held === null)
    return finding('grade.no-certificate', 'error', subject, { title, needed }, { citation });
  if (compareLevels(held, needed) >= 0) return undefined;
  return finding('grade.certificate-too-low', 'error', subject, { title, needed, held }, { citation });
}
