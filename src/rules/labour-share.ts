import { compareText } from '../domain/area-order.js';
import type { FactValues } from '../domain/changes.js';
import type { Day } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import { type Citation, type Finding, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { type Fen, formatYuan } from '../domain/money.js';
import { governingArticle } from '../policy/governing-article.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { placesOf } from './posts.js';

export type Project = FactValues['project'];

interface LabourSums {
  projects: number;
  budgetFen: Fen;
  labourFen: Fen;
  /** Labour in percent of the budget, with one decimal; null without a budget. */
  labourShare: number | null;
}

/** The purchased services of a district in a year. */
export interface LabourRow extends LabourSums {
  district: string;
  year: string;
}

export interface LabourShare {
  rows: readonly LabourRow[];
  totals: LabourSums & { byYear: readonly ({ year: string } & LabourSums)[]; citation: Citation | null };
  findings: readonly Finding[];
}

/**
 * The share of labour in the budgets of purchased services, by district and year, to the year of a day. The
 * document wants labour to be a main basis of the budget and states no share: a project without any is a
 * warning. 三(六)1
 */
export function labourShare({
  projects,
  units,
  book,
  on,
}: {
  projects: readonly Project[];
  units: readonly Unit[];
  book: PolicyBook;
  on: Day;
}): LabourShare {
  const citation = governingArticle(book, '三(六)1', on) ?? null;
  const { compareDistricts } = placesOf(units).order;
  const known = projects.filter(({ year }) => year <= on.slice(0, 4));
  const rows = [...groupBy(known, ({ district, year }) => `${district} ${year}`).values()]
    .map((of): LabourRow => {
      const [{ district, year }] = of as [Project];
      return { district, year, ...sumsOf(of) };
    })
    .sort((a, b) => compareDistricts(a.district, b.district) || compareText(a.year, b.year));
  const byYear = [...groupBy(known, ({ year }) => year)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([year, of]) => ({ year, ...sumsOf(of) }));
  const findings = known
    .filter(({ labour, budget }) => labour === 0 && budget > 0)
    .map(({ name, district, year, budget }) =>
      finding(
        'pay.no-labour',
        'warning',
        `${district} ${name}`,
        { year, budget: formatYuan(budget) },
        citation === null ? {} : { citation },
      ),
    );
  return { rows, totals: { ...sumsOf(known), byYear, citation }, findings };
}

function sumsOf(projects: readonly Project[]): LabourSums {
  const budgetFen = projects.reduce((sum, { budget }) => sum + budget, 0);
  const labourFen = projects.reduce((sum, { labour }) => sum + labour, 0);
  const share = budgetFen === 0 ? null : Math.round((labourFen * 1000) / budgetFen) / 10;
  return { projects: projects.length, budgetFen, labourFen, labourShare: share };
}
