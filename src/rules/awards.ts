import { compareText } from '../domain/area-order.js';
import type { Day } from '../domain/day.js';
import type { Person, Unit } from '../domain/facts.js';
import { type Citation, type Finding, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import type { Fen } from '../domain/money.js';
import { awardKey, bareTitle, type RewardClosing } from '../domain/reward.js';
import { governingArticle } from '../policy/governing-article.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { latestPost, placesOf, type Whereabouts } from './posts.js';
import { type RewardState, rewardInForce } from './reward-in-force.js';

/** A 称号 that somebody was given. 三(六)2 */
export interface Award {
  person: Person;
  title: string;
  on: Day;
  by: string | null;
  document: string | null;
}

/** An award and the reward that the office has set for its title. */
export interface AwardRow extends Award {
  /** Where the person was on the day of the award, or is now. */
  place: Whereabouts | null;
  rewardFen: Fen | null;
  reward: RewardState;
  /** What has been paid of it, by closed quarters. */
  paid: readonly RewardClosing[];
  citation: Citation | null;
}

interface AwardSums {
  awards: number;
  people: number;
  rewardFen: Fen;
}

export interface AwardList {
  rows: readonly AwardRow[];
  totals: AwardSums & {
    /** Awards of days on which the office had set no reward. */
    rewardNotSet: number;
    byTitle: readonly ({ title: string } & AwardSums)[];
    byYear: readonly ({ year: string } & AwardSums)[];
  };
  findings: readonly Finding[];
}

/**
 * Awards given by a day, each with the reward of its title as set, on the day of the award, for the district
 * the person was in. In order of day, title and identity number. 三(六)2
 */
export function listAwards({
  awards,
  units,
  book,
  on,
  within = () => true,
  paidOf = () => [],
}: {
  awards: readonly Award[];
  units: readonly Unit[];
  book: PolicyBook;
  on: Day;
  within?: (row: AwardRow) => boolean;
  /** What closed quarters have paid for an award. */
  paidOf?: (award: Award) => readonly RewardClosing[];
}): AwardList {
  const places = placesOf(units);
  const rows = awards
    .filter((award) => award.on <= on)
    .map((award): AwardRow => {
      const post = latestPost(award.person, award.on) ?? latestPost(award.person, on);
      const place = post ? places.on(post.place, award.on) : null;
      const { state, fen, citation } = rewardInForce(book, place?.district ?? null, award.title, award.on);
      return {
        ...award,
        place,
        rewardFen: fen,
        reward: state,
        paid: paidOf(award),
        citation: citation ?? governingArticle(book, '三(六)2', award.on) ?? null,
      };
    })
    .filter(within)
    .sort(
      (a, b) =>
        compareText(a.on, b.on) ||
        compareText(a.title, b.title) ||
        compareText(a.person.idNumber, b.person.idNumber),
    );
  // what was given before the document asked for rewards lacks nothing
  const unset = rows.filter(
    ({ reward, on: given }) => reward === 'not-set' && governingArticle(book, '三(六)2', given) !== undefined,
  ).length;
  const byTitle = [...groupBy(rows, ({ title }) => awardKey(title)).values()].map((group) => ({
    title: bareTitle(group[0]?.title ?? ''),
    ...sumsOf(group),
  }));
  const byYear = [...groupBy(rows, ({ on: given }) => given.slice(0, 4))].map(([year, group]) => ({
    year,
    ...sumsOf(group),
  }));
  return {
    rows,
    totals: {
      ...sumsOf(rows),
      rewardNotSet: rows.filter(({ reward }) => reward === 'not-set').length,
      byTitle: byTitle.sort((a, b) => compareText(a.title, b.title)),
      byYear: byYear.sort((a, b) => compareText(a.year, b.year)),
    },
    findings: unset > 0 ? [finding('award.no-reward-set', 'info', '', { awards: unset })] : [],
  };
}

const sumsOf = (rows: readonly AwardRow[]): AwardSums => ({
  awards: rows.length,
  people: new Set(rows.map(({ person }) => person.id)).size,
  rewardFen: rows.reduce((sum, { rewardFen }) => sum + (rewardFen ?? 0), 0),
});
