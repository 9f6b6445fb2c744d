import { compareText } from '../domain/area-order.js';
import { type Day, holdsOn } from '../domain/day.js';
import type { Person, Unit } from '../domain/facts.js';
import { type Citation, type Finding, finding } from '../domain/finding.js';
import { awardKey } from '../domain/reward.js';
import { personSubject } from '../domain/subject.js';
import {
  EDUCATION_BENEFIT_AWARD,
  EDUCATION_BENEFIT_SUPERVISOR,
  EDUCATION_BENEFIT_SUPERVISOR_TITLE,
  type SupervisorLevel,
} from '../domain/terms.js';
import { UserError } from '../domain/user-error.js';
import { governingArticle, governingSpan } from '../policy/governing-article.js';
import type { PolicyBook } from '../policy/policy-book.js';
import type { Award } from './awards.js';
import { latestPost, placesOf, type Whereabouts } from './posts.js';

/** A 督导 or expert for a term. 三(一)2 */
export interface Supervisor {
  person: Person;
  level: SupervisorLevel;
  from: Day;
  until: Day | null;
  document: string | null;
}

/** Somebody whose children have 教育优待, and by what. */
export interface BenefitRow {
  person: Person;
  place: Whereabouts | null;
  /** 高级督导, 成都市高级社会工作督导人才 or 全国社会工作领军人才. */
  ground: string;
  since: Day;
  /** null: for as long as the document holds. */
  until: Day | null;
  document: string | null;
  citation: Citation;
}

/**
 * Everybody on a day whose children have 教育优待 on entering kindergarten and school: 被认定为成都市高级社会工作督导
 * 人才 (within the term) and 全国社会工作领军人才; the text names no other. One row for each ground, by identity number.
 * The title of a supervisor among the awards has no term of its own, and counts where no term is on record. Throws UserError `policy.none-in-force` on days on which the document is not in force. 三(六)2
 */
export function educationBenefits({
  awards,
  supervisors,
  units,
  book,
  on,
  within = () => true,
}: {
  awards: readonly Award[];
  supervisors: readonly Supervisor[];
  units: readonly Unit[];
  book: PolicyBook;
  on: Day;
  within?: (row: BenefitRow) => boolean;
}): BenefitRow[] {
  const citation = governingArticle(book, '三(六)2', on);
  if (!citation) throw new UserError('policy.none-in-force', { on, ...governingSpan(book) });
  const places = placesOf(units);
  const rowOf = (ground: string, person: Person, since: Day, until: Day | null, document: string | null) => {
    const post = latestPost(person, on);
    const place = post ? places.on(post.place, on) : null;
    return { person, place, ground, since, until, document, citation };
  };
  const senior = supervisors.filter((term) => term.level === EDUCATION_BENEFIT_SUPERVISOR && term.from <= on);
  const withTerm = new Set(senior.map(({ person }) => person.id));
  const awardedAs = (title: string) =>
    awards.filter((award) => award.on <= on && awardKey(award.title) === awardKey(title));
  const rows = [
    ...senior
      .filter((term) => holdsOn(term, on))
      .map(({ person, level, from, until, document }) => rowOf(level, person, from, until, document)),
    ...awardedAs(EDUCATION_BENEFIT_SUPERVISOR_TITLE)
      .filter(({ person }) => !withTerm.has(person.id))
      .map(({ person, on: given, document }) =>
        rowOf(EDUCATION_BENEFIT_SUPERVISOR_TITLE, person, given, null, document),
      ),
    ...awardedAs(EDUCATION_BENEFIT_AWARD).map(({ person, on: given, document }) =>
      rowOf(EDUCATION_BENEFIT_AWARD, person, given, null, document),
    ),
  ];
  return rows
    .filter(within)
    .sort((a, b) => compareText(a.person.idNumber, b.person.idNumber) || compareText(a.ground, b.ground));
}

const NAMED = [EDUCATION_BENEFIT_AWARD, EDUCATION_BENEFIT_SUPERVISOR_TITLE];

/**
 * Titles given by a day that contain one of the two that the document names and are not that one, such as
 * 第二批全国社会工作领军人才: whoever holds them is in no list before somebody has looked at them. 三(六)2
 */
export function nearTitles(awards: readonly Award[], book: Pick<PolicyBook, 'versions'>, on: Day): Finding[] {
  const citation = governingArticle(book, '三(六)2', on);
  return awards
    .filter((award) => award.on <= on)
    .flatMap(({ person, title }) => {
      const key = awardKey(title);
      const named = NAMED.find((name) => key !== awardKey(name) && key.includes(awardKey(name)));
      if (named === undefined) return [];
      return finding(
        'award.title-near',
        'warning',
        personSubject(person),
        { title, named },
        citation && { citation },
      );
    });
}
