import { addYears, type Day } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import type { System } from '../domain/terms.js';
import { inForce } from '../policy/in-force.js';
import { type Evidence, type GoalRow, goalsOf } from '../rules/goals.js';
import { loadKnownFacts } from '../store/known-facts.js';
import { readOnce } from '../store/read-once.js';
import { checkRegisterComplaints } from './check-complaints.js';
import { checkRegisterNetwork } from './check-network.js';
import { checkRegisterQuotas } from './check-quotas.js';
import { listRegisterAwards } from './list-awards.js';
import { registerSupervisors } from './list-supervisors.js';
import { certificateSummary } from './summarize-certificates.js';
import type { Workspace } from './workspace.js';

export interface PolicyGoals {
  rows: readonly GoalRow[];
  findings: readonly Finding[];
}

/**
 * The goals of section 二 on a day, and what the register can prove of each; what is wrong with the one that has a
 * number is told by `certificate summary`'s findings. Throws UserError `policy.none-in-force`. 二
 */
export function policyGoals(workspace: Workspace, on: Day): PolicyGoals {
  return readOnce(workspace.db, () => goalsOn(workspace, on));
}

function goalsOn(workspace: Workspace, on: Day): PolicyGoals {
  const { policies: book } = workspace;
  const certificates = onceByDay((at) => certificateSummary(workspace, at, {}));
  const target = inForce(book, 'target.certificate-holders', null, on)?.value;
  const holders = (at: Day): Evidence[] => {
    const { holders: all, national } = certificates(at).totals;
    const of = target?.holders ?? null;
    return [
      { measure: 'holders', value: all, of },
      { measure: 'holders-without-entry', value: national, of },
    ];
  };
  const rows = goalsOf({
    book,
    on,
    evidenceOn: evidenceOf(workspace, (at) => certificates(at).totals.registered, holders),
    measured: target
      ? {
          target: target.holders,
          evidenceOn: holders,
          holdersOn: (at) => certificates(at).totals.holders,
        }
      : null,
  });
  return { rows, findings: certificates(on).findings };
}

function onceByDay<Result>(ask: (on: Day) => Result): (on: Day) => Result {
  const known = new Map<Day, Result>();
  return (on) => {
    const found = known.get(on) ?? ask(on);
    known.set(on, found);
    return found;
  };
}

/** What the register counts for each system; periods are the year that ends on the day. */
function evidenceOf(
  workspace: Workspace,
  registered: (on: Day) => number,
  holders: (on: Day) => readonly Evidence[],
): (system: System, on: Day) => readonly Evidence[] {
  const { db, knownAt, policies } = workspace;
  const trainings = loadKnownFacts(db, 'training', knownAt);
  const services = loadKnownFacts(db, 'service', knownAt);
  const count = (measure: Evidence['measure'], value: number, of: number | null = null): Evidence => {
    return { measure, value, of };
  };
  const within = (day: Day, on: Day) => day > addYears(on, -1) && day <= on;
  const bySystem: { readonly [S in System]: (on: Day) => readonly Evidence[] } = {
    职业培养: (on) => {
      // a course counts from its last day
      const ended = trainings.filter(({ values: { from, until } }) => within(until ?? from, on));
      const trained = ended.map(({ owner }) => owner);
      const current = registerSupervisors(workspace, on, { level: null }).rows.filter(
        ({ state }) => state === 'current',
      );
      const people = (expert: boolean) =>
        new Set(
          current
            .filter(({ term }) => (term.level === '专家库') === expert)
            .map(({ worker }) => worker.person.id),
        ).size;
      return [
        count('trained', new Set(trained).size),
        count('supervisors', people(false)),
        count('experts', people(true)),
      ];
    },
    职业评价: (on) => [
      ...holders(on).map(({ measure, value }) => count(measure, value)),
      count('registered', registered(on)),
    ],
    职业服务: (on) => {
      const { covered, places } = checkRegisterNetwork(workspace, on, {}).totals;
      const records = services.filter(({ values }) => within(values.on, on)).length;
      return [count('stations', covered, places), count('service-records', records)];
    },
    职业发展: (on) => {
      const { rows, totals } = checkRegisterQuotas(workspace, on, {});
      const enough = rows.filter(({ shortfall }) => shortfall === 0).length;
      return [count('units-with-posts', enough, rows.length), count('posts-filled', totals.filled)];
    },
    职业道德: (on) => {
      const { settled, complaints } = checkRegisterComplaints(workspace, { on }).totals;
      return [count('complaints-settled', settled, complaints)];
    },
    职业激励: (on) => {
      const { districts } = policies;
      const rated = districts.filter((name) => inForce(policies, 'subsidy.rate', name, on) !== undefined);
      return [
        count('awards', listRegisterAwards(workspace, { on }).totals.awards),
        count('districts-with-rate', rated.length, districts.length),
      ];
    },
  };
  const known = Object.fromEntries(
    Object.entries(bySystem).map(([system, ask]) => [system, onceByDay(ask)]),
  ) as typeof bySystem;
  return (system, on) => known[system](on);
}
