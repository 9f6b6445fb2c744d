import type { Day } from '../domain/day.js';
import type { Pay } from '../domain/facts.js';
import { joinFacts } from './join-people.js';
import { loadLinks } from './links.js';
import type { Database } from './open.js';
import { byFrom } from './person-building.js';
import { type KnownAt, readStanding } from './standing.js';

/** 月工资 of everybody who has one, by person, in order of time. */
export function loadPay(db: Database, knownAt?: KnownAt): Map<number, Pay[]> {
  const pay = new Map<number, Pay[]>();
  const rows = readStanding<[number, Day, number, number, number]>(db, {
    columns: 'person, from_on, monthly_fen, file, line',
    table: 'pay',
    knownAt,
  });
  for (const [person, from, monthly, file, line] of rows) {
    const known = pay.get(person);
    if (known) known.push({ from, monthly, file, line });
    else pay.set(person, [{ from, monthly, file, line }]);
  }
  for (const group of loadLinks(db, knownAt).groups()) {
    const joined = group.flatMap((person) => pay.get(person) ?? []);
    for (const person of group) pay.delete(person);
    if (joined.length > 0)
      pay.set(
        group[0] as number,
        joinFacts(joined, [], ({ from }) => from),
      );
  }
  for (const stretches of pay.values()) stretches.sort(byFrom);
  return pay;
}
