import type { ClosingLine } from '../domain/closing.js';
import type { Month } from '../domain/day.js';
import { groupBy } from '../domain/group-by.js';
import { type Fen, formatYuan } from '../domain/money.js';
import type { AmountChange, ChangeCause } from '../domain/reconciliation.js';
import type { PaperMonth } from '../domain/subsidy-month.js';
import { compareLevels, type Level, REASONS } from '../domain/terms.js';

type Line = Pick<ClosingLine, 'person' | 'district' | 'township' | 'unit' | 'months' | 'dueFen'>;

/** What one person is due in one quarter, over all districts that are looked at. */
interface Side {
  lines: readonly Line[];
  /** A district that is not looked at and has the person on post. */
  elsewhere: string | null;
  months: readonly PaperMonth[];
  dueFen: Fen;
  /** No policy is in force in the quarter: nobody has a month in it, whoever is on post. */
  withoutPolicy: boolean;
}

/**
 * Who is due something now and was not then, who was and is not, and whose amount differs, each with the reasons:
 * 应发 of the two quarters' own months. `personOf`: the one number of people who became one. In the order of the
 * lines, who is there now first. `district`: only what this one is due, though the lines are of all. `gap`: the
 * quarters of the two in which no policy is in force.
 */
export function quarterChanges(
  then: readonly Line[],
  now: readonly Line[],
  personOf: (person: number) => number,
  district: string | null = null,
  gap: { was: boolean; is: boolean } = { was: false, is: false },
): AmountChange[] {
  const byPerson = (lines: readonly Line[]) => groupBy(lines, ({ person }) => personOf(person.id));
  const [before, after] = [byPerson(then), byPerson(now)];
  const people = new Set([...after.keys(), ...before.keys()]);
  return [...people].flatMap((person) => {
    const was = sideOf(before.get(person) ?? [], district, gap.was);
    const is = sideOf(after.get(person) ?? [], district, gap.is);
    return was.dueFen === is.dueFen ? [] : [changeOf(was, is)];
  });
}

function sideOf(known: readonly Line[], asked: string | null, withoutPolicy: boolean): Side {
  // a line without months is there for what earlier quarters lacked or had too much
  const all = known.filter(({ months }) => months.length > 0);
  const lines = all.filter(({ district }) => asked === null || district === asked);
  return {
    lines,
    elsewhere: all.find((line) => !lines.includes(line))?.district ?? null,
    months: lines
      .flatMap(({ months }) => months)
      .sort((a, b) => (a.month < b.month ? -1 : Number(a.month > b.month))),
    dueFen: lines.reduce((sum, { dueFen }) => sum + dueFen, 0),
    withoutPolicy,
  };
}

function changeOf(was: Side, is: Side): AmountChange {
  const shown = is.dueFen > 0 ? is : was;
  const last = lastPaid(shown)?.district;
  const line = shown.lines.find(({ district: of }) => of === last) as Line;
  const { name, idNumber } = line.person;
  const { district, township, unit } = line;
  return {
    ...{ name, idNumber, district, township, unit },
    change: was.dueFen === 0 ? 'joined' : is.dueFen === 0 ? 'left' : 'changed',
    ...{ thenFen: was.dueFen, nowFen: is.dueFen, why: causesOf(was, is) },
  };
}

function causesOf(was: Side, is: Side): ChangeCause[] {
  const [from, to] = [districtOf(was), districtOf(is)];
  // paid by another district, which is not looked at
  if (from !== null && to !== null && (was.lines.length === 0) !== (is.lines.length === 0)) {
    return [{ code: 'district', from, to }];
  }
  // who is due nothing any more: what kept some of the months before from being paid is no reason
  const before = is.dueFen === 0 ? [] : unpaid(was, 'met');
  return [...unpaid(is, 'unmet'), ...before, ...ofAmount(was, is)];
}

/** Why months are not paid, by reason. A quarter without any post says so of all of it. */
function unpaid({ months, lines, withoutPolicy }: Side, code: 'unmet' | 'met'): ChangeCause[] {
  if (lines.length === 0) return [{ code, reason: withoutPolicy ? 'policy' : 'on-post', months: [] }];
  const paid = new Set(months.filter((month) => month.paid).map(({ month }) => month));
  const byReason = new Map<string, Month[]>();
  for (const { month, reasons } of months) {
    if (paid.has(month)) continue;
    for (const reason of reasons) byReason.set(reason, [...(byReason.get(reason) ?? []), month]);
  }
  return REASONS.flatMap((reason) => {
    const own = byReason.get(reason);
    return own ? [{ code, reason, months: own }] : [];
  });
}

/** Level, rate and district of the last paid month of each, where both have one. */
function ofAmount(was: Side, is: Side): ChangeCause[] {
  const [old, last] = [lastPaid(was), lastPaid(is)];
  if (!old || !last) return [];
  const causes: ChangeCause[] = [];
  if (old.district !== last.district)
    causes.push({ code: 'district', from: old.district, to: last.district });
  const [from, to] = [levelsOf(was), levelsOf(is)];
  if (from !== to) causes.push({ code: 'level', from, to });
  else if (ratesOf(was) !== ratesOf(is)) causes.push({ code: 'rate', from: ratesOf(was), to: ratesOf(is) });
  return causes;
}

const districtOf = ({ lines, elsewhere }: Side): string | null => lines.at(0)?.district ?? elsewhere;

const lastPaid = ({ months }: Side): PaperMonth | undefined => months.findLast(({ paid }) => paid);

const levelsOf = ({ months }: Side): string => {
  const levels = months.flatMap(({ paid, level }) => (paid && level !== null ? [level] : []));
  return [...new Set<Level>(levels)].sort(compareLevels).join('/');
};

const ratesOf = ({ months }: Side): string => {
  const amounts = months.flatMap(({ paid, amountFen }) => (paid ? [amountFen] : []));
  return [...new Set(amounts)].map(formatYuan).join('/');
};
