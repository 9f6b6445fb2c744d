import { compareText } from '../domain/area-order.js';
import type { FactValues } from '../domain/changes.js';
import { type Day, dayBefore } from '../domain/day.js';
import { type Citation, type Finding, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { type Fen, formatYuan } from '../domain/money.js';
import { FUND_LEVELS, type FundLevel } from '../domain/terms.js';
import { governingArticle } from '../policy/governing-article.js';
import type { PolicyBook } from '../policy/policy-book.js';

export type FundEntry = FactValues['fund-entry'];

/** An entry of a 关爱基金 and what was left of the level's fund after it. */
export interface FundRow extends FundEntry {
  balanceFen: Fen;
}

interface FundSums {
  entries: number;
  incomeFen: Fen;
  expenseFen: Fen;
  balanceFen: Fen;
}

export interface FundShow {
  /** By level, then day; of one day what came in first. */
  rows: readonly FundRow[];
  totals: FundSums & {
    byLevel: readonly ({ level: FundLevel } & FundSums)[];
    /** 来源或对象 of each level; null: not stated. */
    byParty: readonly ({ level: FundLevel; party: string | null } & FundSums)[];
    citation: Citation | null;
  };
  findings: readonly Finding[];
}

/**
 * The 关爱基金 of each level to a day, entry by entry with the running balance. The register does not know
 * which township an entry is of: the funds of one level count together. A day on which more had been spent
 * than received by its end is told once for each stretch: an error while it lasts, a warning once it is made good. 三(六)3
 */
export function showFund({
  entries,
  book,
  on,
  level: only,
}: {
  /** In the order in which they were recorded. */
  entries: readonly FundEntry[];
  book: PolicyBook;
  on: Day;
  level?: FundLevel | undefined;
}): FundShow {
  const citation = governingArticle(book, '三(六)3', on) ?? null;
  const known = entries.filter((entry) => entry.on <= on && (only === undefined || entry.level === only));
  const rows: FundRow[] = [];
  const findings: Finding[] = [];
  for (const level of FUND_LEVELS) {
    const ofLevel = withBalance(known.filter((entry) => entry.level === level));
    rows.push(...ofLevel);
    for (const { from, until, balanceFen } of stretchesBelowZero(ofLevel)) {
      const details = { level, on: from, until, balance: formatYuan(balanceFen) };
      findings.push(
        finding(
          'fund.below-zero',
          until === null ? 'error' : 'warning',
          level,
          details,
          citation === null ? {} : { citation },
        ),
      );
    }
  }
  const levels = groupBy(rows, ({ level }) => level);
  return {
    rows,
    totals: {
      ...sumsOf(rows),
      byLevel: [...levels].map(([level, of]) => ({ level, ...sumsOf(of) })),
      byParty: [...levels].flatMap(([level, of]) =>
        [...groupBy(of, ({ party }) => party)]
          .map(([party, entries]) => ({ level, party, ...sumsOf(entries) }))
          .sort((a, b) => compareText(a.party ?? '', b.party ?? '')),
      ),
      citation,
    },
    findings,
  };
}

const signed = ({ direction, amount }: FundEntry): Fen => (direction === '收入' ? amount : -amount);

function withBalance(entries: readonly FundEntry[]): FundRow[] {
  let balanceFen = 0;
  return [...entries]
    .sort(
      (a, b) => compareText(a.on, b.on) || Number(a.direction === '支出') - Number(b.direction === '支出'),
    )
    .map((entry) => {
      balanceFen += signed(entry);
      return { ...entry, balanceFen };
    });
}

interface Stretch {
  from: Day;
  /** The last day below zero; null: still so. */
  until: Day | null;
  /** The lowest. */
  balanceFen: Fen;
}

function stretchesBelowZero(rows: readonly FundRow[]): Stretch[] {
  const found: Stretch[] = [];
  let current: Stretch | undefined;
  rows.forEach((row, index) => {
    if (rows[index + 1]?.on === row.on) return;
    const { on, balanceFen } = row;
    if (balanceFen >= 0) {
      if (current) current.until = dayBefore(on);
      current = undefined;
    } else if (current) current.balanceFen = Math.min(current.balanceFen, balanceFen);
    else {
      current = { from: on, until: null, balanceFen };
      found.push(current);
    }
  });
  return found;
}

function sumsOf(rows: readonly FundEntry[]): FundSums {
  const sum = (of: readonly FundEntry[]) => of.reduce((total, { amount }) => total + amount, 0);
  const incomeFen = sum(rows.filter(({ direction }) => direction === '收入'));
  const expenseFen = sum(rows.filter(({ direction }) => direction === '支出'));
  return { entries: rows.length, incomeFen, expenseFen, balanceFen: incomeFen - expenseFen };
}
