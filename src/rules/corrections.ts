import type { Cause, Correction, OpenMonth, SettledMonth } from '../domain/closing.js';
import type { Month } from '../domain/day.js';
import type { Fen } from '../domain/money.js';
import type { ConditionResult, PaperMonth } from '../domain/subsidy-month.js';

/** What is known of one month of one person when a district asks what it still owes, or is owed. */
export interface MonthQuestion {
  month: Month;
  /** The district that asks. */
  district: string;
  /** The month as judged from what is known now; null: the person holds no post in its quarter. */
  now: PaperMonth | null;
  /** What each district has settled for the month until now; without those that come to nothing. */
  settled: readonly Pick<SettledMonth, 'district' | 'amountFen'>[];
}

/** What is to be settled for a month or a reward, or why it must wait; null: all is settled. */
export type Delta =
  | { amountFen: Fen; entitledFen: Fen }
  | { open: Pick<OpenMonth, 'code' | 'district'> }
  | null;

/**
 * Delta of a month for one district: recomputed − everything it has settled. A month that nobody can decide
 * stays as it is, and one that another district has paid is paid here only after that district has taken it
 * back: no month is ever paid twice. 三(六)1
 */
export function answerMonth({ district, now, settled }: MonthQuestion): Delta {
  const here = settledBy(district, settled);
  if (now && !now.decided && (now.district === district || here !== 0)) {
    return { open: { code: 'undecided', district: null } };
  }
  return deltaOf(district, now?.paid && now.district === district ? now.amountFen : 0, settled);
}

/**
 * What a district has still to settle of what it owes: what it owes less what it has settled. What another district
 * has paid waits until that one has taken it back.
 */
export function deltaOf(district: string, entitledFen: Fen, settled: MonthQuestion['settled']): Delta {
  const amountFen = entitledFen - settledBy(district, settled);
  if (amountFen === 0) return null;
  const elsewhere = settled.find((each) => each.district !== district && each.amountFen > 0);
  if (amountFen > 0 && elsewhere)
    return { open: { code: 'settled-elsewhere', district: elsewhere.district } };
  return { amountFen, entitledFen };
}

/** What a district has settled until now. */
export const settledBy = (district: string, settled: MonthQuestion['settled']): Fen =>
  settled.find((each) => each.district === district)?.amountFen ?? 0;

/**
 * Why a month came out differently: the conditions that changed, and the fact behind the first of them; no fact
 * where it is what the condition asks for that changed.
 */
export function causeOf(before: PaperMonth | null, now: PaperMonth | null): Omit<Cause, 'batch'> {
  const moved = before && now && before.district !== now.district;
  const all = changedConditions(before, now);
  // of a month that another district judges, the post says why
  const changed = moved ? all.filter(({ code }) => code === 'on-post') : all;
  const codes: Cause['codes'] = [
    ...(moved ? (['district'] as const) : []),
    ...changed.map(({ code }) => code),
  ];
  const decisive = changed[0] ?? (now ?? before)?.conditions.find(({ code }) => code === 'on-post');
  const old = before?.conditions.find(({ code }) => code === decisive?.code);
  if (!moved && old && decisive && now && asksOtherwise(old, decisive)) {
    return { codes, source: null, citation: decisive.code === 'service-record' ? decisive.citation : null };
  }
  return {
    codes: codes.length > 0 ? codes : ['rate'],
    source: decisive?.source ?? null,
    citation: decisive?.citation ?? null,
  };
}

/** Conditions that came out differently, as they are now; as they were, where they are no more. */
function changedConditions(before: PaperMonth | null, now: PaperMonth | null): ConditionResult[] {
  if (!before || !now) return ((now ?? before)?.conditions ?? []).filter(({ code }) => code === 'on-post');
  const was = new Map(before.conditions.map((condition) => [condition.code, condition]));
  const changed = now.conditions.filter((condition) => {
    const old = was.get(condition.code);
    // a condition that is new and met changes nothing
    if (!old) return !condition.met;
    return old.met !== condition.met || !alike(old.found, condition.found) || isOtherLevel(old, condition);
  });
  // and so does one that is no more and was met
  const gone = before.conditions.filter(
    ({ code, met }) => !met && !now.conditions.some((each) => each.code === code),
  );
  const relevant = [...relevantOf(changed, { was, before, now }), ...gone];
  return relevant.map((condition) =>
    condition.source === null && was.get(condition.code)?.source
      ? { ...condition, source: was.get(condition.code)?.source ?? null }
      : condition,
  );
}

/** What turned from met to unmet, or back, and what makes another amount; what merely changed is no reason. */
function relevantOf(
  changed: readonly ConditionResult[],
  { was, before, now }: { was: ReadonlyMap<string, ConditionResult>; before: PaperMonth; now: PaperMonth },
): readonly ConditionResult[] {
  const turned = changed.filter(({ code, met }) => was.get(code)?.met !== met);
  const rate = changed.filter((each) => each.code === 'rate' && now.paid && !turned.includes(each));
  if (turned.length > 0) return [...turned, ...rate];
  const ofAmount = changed.filter(({ code }) => code === 'certificate' || code === 'rate');
  return before.paid && now.paid && ofAmount.length > 0 ? ofAmount : changed;
}

/** The same fact, and something else is asked of it: another day, or another minimum. */
const asksOtherwise = (old: ConditionResult, now: ConditionResult): boolean =>
  now.code !== 'rate' &&
  !alike(old.needed, now.needed) &&
  (now.source === null || isSameOrigin(old.source, now.source));

const isSameOrigin = (a: ConditionResult['source'], b: ConditionResult['source']): boolean =>
  a?.file === b?.file && a?.line === b?.line;

const alike = (a: object | null, b: object | null): boolean => JSON.stringify(a) === JSON.stringify(b);

const isOtherLevel = (a: ConditionResult, b: ConditionResult): boolean =>
  a.code === 'rate' && b.code === 'rate' && a.needed.level !== b.needed.level;

/** A correction is 补发 or 扣回 by its sign. */
export const sumOf = (corrections: readonly Pick<Correction, 'amountFen'>[], sign: 1 | -1): Fen =>
  corrections.reduce((sum, { amountFen }) => (amountFen * sign > 0 ? sum + amountFen * sign : sum), 0);
