import type { Balance, SettledMonth } from '../domain/closing.js';
import type { Month } from '../domain/day.js';
import type { Fen } from '../domain/money.js';
import type { Quarter } from '../domain/quarter.js';
import { loadLinks } from './links.js';
import type { Database } from './open.js';

/**
 * What has been settled for some months, by person (the number that is kept) and month; sums of zero are left
 * out. `people`: of these alone, by any of their numbers.
 */
export function loadSettled(
  db: Database,
  months: readonly Month[],
  people?: ReadonlySet<number>,
): Map<number, SettledMonth[]> {
  const rows = db
    .prepare(
      `SELECT person, month, district, sum(amount_fen) FROM settlement
       WHERE released IS NULL AND month IN (SELECT value FROM json_each(:months))
       ${people ? 'AND person IN (SELECT value FROM json_each(:people))' : ''}
       GROUP BY person, month, district HAVING sum(amount_fen) <> 0`,
    )
    .raw()
    .iterate({
      months: JSON.stringify(months),
      ...(people && { people: JSON.stringify([...withFormer(db, people)]) }),
    }) as IterableIterator<[number, Month, string, Fen]>;
  const { kept } = loadLinks(db);
  const settled = new Map<number, SettledMonth[]>();
  for (const [person, month, district, amountFen] of rows) {
    const owner = kept(person);
    const own = settled.get(owner) ?? [];
    const same = own.findIndex((each) => each.month === month && each.district === district);
    const before = own[same];
    const part = { person, amountFen };
    if (before) {
      const parts = [...before.parts, part];
      own[same] = { ...before, amountFen: before.amountFen + amountFen, parts };
    } else own.push({ person: owner, month, district, amountFen, parts: [part] });
    settled.set(owner, own);
  }
  return settled;
}

/** With every number whose facts are those of these people. */
function withFormer(db: Database, people: ReadonlySet<number>): Set<number> {
  const links = loadLinks(db);
  if (links.empty) return new Set(people);
  return new Set([...people].flatMap((person) => links.group(person)));
}

/**
 * Other closings that stand and pay a month which these have taken back, since these did: a transfer between
 * districts whose two sides were closed.
 */
export function closingsPayingAfter(db: Database, closings: readonly number[]): number[] {
  const { kept } = loadLinks(db);
  const rows = (which: string) =>
    db
      .prepare(
        `SELECT settlement.id, settlement.person, month, closing FROM settlement
           JOIN closed_line ON closed_line.id = line
         WHERE released IS NULL AND ${which}`,
      )
      .raw()
      .all({ closings: JSON.stringify(closings) }) as [number, number, Month, number][];
  const here = 'closing IN (SELECT value FROM json_each(:closings))';
  const key = (person: number, month: Month) => `${kept(person)} ${month}`;
  const taken = new Map(
    rows(`amount_fen < 0 AND ${here}`).map(([id, person, month]) => [key(person, month), id]),
  );
  if (taken.size === 0) return [];
  // as an amend, or as its own under the number that is kept since
  const first = Math.min(...taken.values());
  return rows(`amount_fen > 0 AND settlement.id > ${first} AND NOT ${here}`).flatMap(
    ([id, person, month, closing]) =>
      id > (taken.get(key(person, month)) ?? Number.POSITIVE_INFINITY) ? [closing] : [],
  );
}

/** What people still owe, by person and then oldest first; what is settled is left out. */
export function loadBalances(db: Database, district?: string): Map<number, Balance[]> {
  const rows = db
    .prepare(
      `SELECT opened.id AS opening, opened.person, opened.district, closing.quarter,
         opened.amount_fen AS openedFen, opened.amount_fen - coalesce(sum(back.amount_fen), 0) AS balanceFen
       FROM recovery AS opened
       JOIN closed_line ON closed_line.id = opened.line JOIN closing ON closing.id = closed_line.closing
       LEFT JOIN recovery AS back ON back.opening = opened.id AND back.released IS NULL
       WHERE opened.opening IS NULL AND opened.released IS NULL AND opened.district = coalesce(?, opened.district)
       GROUP BY opened.id HAVING balanceFen > 0 ORDER BY opened.id`,
    )
    .all(district ?? null) as (Balance & { quarter: Quarter })[];
  const { kept } = loadLinks(db);
  const balances = new Map<number, Balance[]>();
  for (const row of rows) {
    const person = kept(row.person);
    const own = balances.get(person);
    if (own) own.push({ ...row, person });
    else balances.set(person, [{ ...row, person }]);
  }
  return balances;
}
