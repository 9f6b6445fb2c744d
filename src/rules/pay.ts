import { addYears, type Day } from '../domain/day.js';
import type { Pay, Person, Post, Unit } from '../domain/facts.js';
import { type Citation, type Finding, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { type Fen, formatYuan } from '../domain/money.js';
import { CATEGORIES, type Category } from '../domain/terms.js';
import { UserError } from '../domain/user-error.js';
import { inForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { isOpenOn, type Places, placesOf, postTermOn } from './posts.js';
import { isProfessional, type TitleReader, titlesOn } from './titles.js';

/** 事业编制 is paid by its own rules; the article speaks of everybody else. 三(六)1 */
const BY_OWN_RULES: Category = '事业编制';

/** Pay of some people on a day, and what of them is known. */
interface PaySums {
  /** Each once. */
  people: number;
  /** People with a 月工资 on record. */
  withPay: number;
  /** Of those with one, rounded to whole fen; null: nobody has one. */
  averageFen: Fen | null;
}

/** Average pay beside last year's average wage. */
interface PayStanding extends PaySums {
  /** The year before that of the day. */
  year: string;
  /** Average wage of that year, and of the one before it; null: not set. */
  wageFen: Fen | null;
  wageBeforeFen: Fen | null;
  ratio: number | null;
  /** What the average has to reach: wage by ratio. */
  requiredFen: Fen | null;
  /** By how much the average falls short; 0 where it does not; null where nobody can say. */
  shortfallFen: Fen | null;
  /** Average on the same day a year before. */
  averageBeforeFen: Fen | null;
  /** Percent with one decimal; null where one of the two is not known. */
  payGrowth: number | null;
  wageGrowth: number | null;
  citation: Citation | null;
}

export interface PayRow extends PayStanding {
  district: string;
}

export interface PayCheck {
  rows: readonly PayRow[];
  /** The city as a whole against the city's own reference, and the categories among its people. */
  totals: PayStanding & { byCategory: readonly ({ category: Category } & PaySums)[] };
  findings: readonly Finding[];
}

export interface PayQuestion {
  people: readonly Person[];
  pay: ReadonlyMap<number, readonly Pay[]>;
  units: readonly Unit[];
  book: PolicyBook;
  on: Day;
  /** Posts of any title, not professional ones alone. */
  allPosts?: boolean;
  within?: (place: { district: string; township: string | null }) => boolean;
}

/**
 * Average 月工资 of the people in professional posts outside 事业编制 on a day, by district, against the average
 * wage of the year before (`pay.reference`), and what both have grown in a year. Who has no 月工资 on record
 * counts in no average. Throws UserError `policy.none-in-force`, and `policy.value-unset` where no average wage
 * of that year is set anywhere that is asked about. 三(六)1
 */
export function checkPay(question: PayQuestion): PayCheck {
  const { book, on } = question;
  const setting = { ...question, places: placesOf(question.units), titles: titlesOn(book, on) };
  const now = paidOn(setting, on);
  const before = groupBy(paidOn(setting, addYears(on, -1)), ({ district }) => district);
  const { compareDistricts } = setting.places.order;
  const rows = [...groupBy(now, ({ district }) => district)]
    .sort(([a], [b]) => compareDistricts(a, b))
    .map(
      ([district, of]): PayRow => ({
        district,
        ...standing(book, district, on, of, before.get(district) ?? []),
      }),
    );
  const city = standing(book, null, on, now, [...before.values()].flat());
  if (city.wageFen === null && rows.every(({ wageFen }) => wageFen === null)) {
    throw new UserError('policy.value-unset', {
      ...{ parameter: 'pay.reference', month: null, district: null, on },
      part: `averageWage ${city.year}`,
    });
  }
  const byCategory = CATEGORIES.map((category) => {
    return { category, ...sumsOf(now.filter((each) => each.category === category)) };
  });
  return {
    rows,
    totals: { ...city, byCategory: byCategory.filter(({ people }) => people > 0) },
    findings: rows.flatMap(findingsOf),
  };
}

interface Paid {
  district: string;
  category: Category;
  /** null: nobody has stated it. */
  monthly: Fen | null;
}

type Setting = PayQuestion & { places: Places; titles: TitleReader };

/** Everybody asked about who is on post on a day, once each, with the pay known for it. */
function paidOn({ people, pay, places, titles, within, allPosts = false }: Setting, on: Day): Paid[] {
  const counts = (post: Post): boolean => {
    if (!isOpenOn(post, on)) return false;
    const { category, title } = postTermOn(post, on);
    return category !== BY_OWN_RULES && (allPosts || isProfessional(titles, title));
  };
  return people.flatMap((person) => {
    const post = person.posts.findLast(counts);
    if (!post) return [];
    const place = places.on(post.place, on);
    if (within && !within(place)) return [];
    const known = pay.get(person.id)?.findLast(({ from }) => from <= on);
    const { category } = postTermOn(post, on);
    return [{ district: place.district, category, monthly: known?.monthly ?? null }];
  });
}

const sumsOf = (paid: readonly Paid[]): PaySums => {
  const known = paid.flatMap(({ monthly }) => monthly ?? []);
  const sum = known.reduce((total, monthly) => total + monthly, 0);
  return {
    people: paid.length,
    withPay: known.length,
    averageFen: known.length === 0 ? null : Math.round(sum / known.length),
  };
};

function standing(
  book: PolicyBook,
  district: string | null,
  on: Day,
  now: readonly Paid[],
  before: readonly Paid[],
): PayStanding {
  const year = String(Number(on.slice(0, 4)) - 1);
  const version = inForce(book, 'pay.reference', district, on);
  const wageOf = (of: number) => fenOf(version?.value.averageWage[String(of)]);
  const wageFen = wageOf(Number(year));
  const wageBeforeFen = wageOf(Number(year) - 1);
  const ratio = version?.value.ratio ?? null;
  const sums = sumsOf(now);
  const requiredFen = wageFen === null || ratio === null ? null : Math.round(wageFen * ratio);
  const averageBeforeFen = sumsOf(before).averageFen;
  return {
    ...sums,
    year,
    wageFen,
    wageBeforeFen,
    ratio,
    requiredFen,
    shortfallFen:
      requiredFen === null || sums.averageFen === null ? null : Math.max(0, requiredFen - sums.averageFen),
    averageBeforeFen,
    payGrowth: growth(averageBeforeFen, sums.averageFen),
    wageGrowth: growth(wageBeforeFen, wageFen),
    citation: version?.citation ?? null,
  };
}

const fenOf = (yuan: number | undefined): Fen | null => (yuan === undefined ? null : Math.round(yuan * 100));

const growth = (before: Fen | null, now: Fen | null): number | null =>
  before === null || now === null || before === 0 ? null : Math.round(((now - before) * 1000) / before) / 10;

function findingsOf(row: PayRow): Finding[] {
  const { district, people, withPay, averageFen, requiredFen, shortfallFen, year, wageFen, ratio } = row;
  const { payGrowth, wageGrowth, wageBeforeFen } = row;
  const where = row.citation === null ? {} : { citation: row.citation };
  const findings: Finding[] = [];
  if (wageFen === null || ratio === null || requiredFen === null) {
    findings.push(finding('pay.no-reference', 'warning', district, { year, compares: 'level' }, where));
  } else if (averageFen !== null && shortfallFen !== null && shortfallFen > 0) {
    const details = {
      average: formatYuan(averageFen),
      required: formatYuan(requiredFen),
      year,
      wage: formatYuan(wageFen),
      ratio,
    };
    findings.push(finding('pay.below-reference', 'error', district, details, where));
  }
  if (payGrowth !== null && wageFen !== null && wageBeforeFen === null) {
    const details = { year: String(Number(year) - 1), compares: 'growth' as const };
    findings.push(finding('pay.no-reference', 'warning', district, details, where));
  }
  if (payGrowth !== null && wageGrowth !== null && payGrowth < wageGrowth) {
    const details = { pay: payGrowth.toFixed(1), wage: wageGrowth.toFixed(1) };
    findings.push(finding('pay.growth-behind', 'warning', district, details, where));
  }
  if (withPay < people) {
    findings.push(finding('pay.unknown', 'warning', district, { people: people - withPay, of: people }));
  }
  return findings;
}
