import { addDays, addYears, type Day } from '../domain/day.js';
import { type Finding, hasError } from '../domain/finding.js';
import type { NeededDataset } from '../domain/overview-terms.js';
import { UserError } from '../domain/user-error.js';
import type { Answer, Answers, CommandErrors, Lack, Section } from '../rules/overview.js';
import { loadKnownFacts } from '../store/known-facts.js';
import { once } from '../store/read-once.js';
import { loadPeople } from '../store/register.js';
import type { AskedArea } from './area.js';
import { checkRegisterComplaints } from './check-complaints.js';
import { checkRegisterGrades } from './check-grades.js';
import { checkRegisterNetwork } from './check-network.js';
import { checkRegisterPay, registerLabour } from './check-pay.js';
import { checkRegisterQuotas } from './check-quotas.js';
import { checkTraining } from './check-training.js';
import { listEducationBenefits, listRegisterAwards } from './list-awards.js';
import { registerSupervisors } from './list-supervisors.js';
import { policyGoals } from './policy-goals.js';
import { registrationsDue } from './registrations-due.js';
import { showRegisterFund } from './show-fund.js';
import { certificateSummary } from './summarize-certificates.js';
import { summarizeRegisterServices } from './summarize-services.js';
import type { Workspace } from './workspace.js';

/** Asks a question; where the policies as they are do not allow an answer, says why. */
export function attempt<Value>(ask: () => Value): Answer<Value> {
  try {
    return { value: ask(), lack: null };
  } catch (error) {
    const lack = error instanceof UserError ? lackOf(error) : null;
    if (lack === null) throw error;
    return { value: null, lack };
  }
}

function lackOf({ problem, details }: UserError): Lack | null {
  if (problem === 'policy.value-unset') {
    return { why: 'not-set', parameter: (details as UserError<'policy.value-unset'>['details']).parameter };
  }
  const over = problem === 'policy.none-in-force' || problem === 'policy.no-month-in-force';
  return over ? { why: 'not-in-force' } : null;
}

interface Asked {
  answers: Answers;
  /** By command, as it would count them itself. */
  errors: readonly CommandErrors[];
  findings: readonly Finding[];
}

/** Asks every single command about an area on a day. Throws UserError `area.unknown`. */
export function askEverything(workspace: Workspace, on: Day, asked: AskedArea): Asked {
  const errors: CommandErrors[] = [];
  const findings: Finding[] = [];
  const imported = importedBy(workspace);
  /** What a command finds wrong counts, whether or not there is anything to show yet. */
  const ask = <Value extends { findings: readonly Finding[] }>(
    section: Section,
    command: string,
    question: () => Value,
  ): Answer<Value> => {
    const answer = attempt(question);
    if (answer.lack === null) {
      findings.push(...answer.value.findings);
      const count = answer.value.findings.filter((each) => hasError([each])).length;
      errors.push({ section, command, errors: count });
    }
    return answer;
  };
  const ifImported = <Value>(dataset: NeededDataset, answer: Answer<Value>): Answer<Value> =>
    answer.lack !== null || imported(dataset)
      ? answer
      : { value: null, lack: { why: 'not-imported', dataset } };
  const cityOnly = <Value>(answer: () => Answer<Value>): Answer<Value> =>
    asked.district === undefined && asked.township === undefined
      ? answer()
      : { value: null, lack: { why: 'city-only' } };

  const training = ask('职业培养', 'training check', () =>
    checkTraining(workspace, on, { ...asked, since: null }),
  );
  const from = addDays(addYears(on, -1), 1);
  const services = (by: 'field' | 'month') =>
    summarizeRegisterServices(workspace, { ...asked, from, until: on, by });
  const answers: Answers = {
    certificates: ifImported(
      'certificates',
      ask(null, 'certificate summary', () => certificateSummary(workspace, on, asked)),
    ),
    goals: mapAnswer(
      cityOnly(() => attempt(() => policyGoals(workspace, on))),
      ({ rows }) => ({ value: rows, lack: null }),
    ),
    hours: ifImported(
      'trainings',
      part(training, ({ hours }) => hours),
    ),
    rotation: ifImported(
      'trainings',
      part(training, ({ rotation }) => rotation),
    ),
    yearly: ifImported(
      'trainings',
      part(training, ({ yearly }) => yearly),
    ),
    supervisors: ifImported(
      'supervisors',
      ask('职业培养', 'supervisor list', () => registerSupervisors(workspace, on, { ...asked, level: null })),
    ),
    registrations: ifImported(
      'certificates',
      ask('职业评价', 'registration due', () => registrationsDue(workspace, on, asked)),
    ),
    network: ifImported(
      'stations',
      ask('职业服务', 'network check', () => checkRegisterNetwork(workspace, on, asked)),
    ),
    services: ifImported(
      'services',
      attempt(() => ({ byField: services('field'), byMonth: services('month') })),
    ),
    quota: ask('职业发展', 'quota check', () => checkRegisterQuotas(workspace, on, asked)),
    grades: ifImported(
      'roster',
      ask('职业发展', 'grade check', () => checkRegisterGrades(workspace, on, asked)),
    ),
    complaints: ifImported(
      'complaints',
      ask('职业道德', 'complaint check', () => checkRegisterComplaints(workspace, { ...asked, on })),
    ),
    pay: ifImported(
      'roster',
      ask('职业激励', 'pay check', () => checkRegisterPay(workspace, { ...asked, on, allPosts: false })),
    ),
    labour:
      asked.township === undefined
        ? ifImported(
            'projects',
            attempt(() => registerLabour(workspace, { on, district: asked.district })),
          )
        : { value: null, lack: { why: 'city-only' } },
    awards: ifImported(
      'awards',
      ask('职业激励', 'award list', () => listRegisterAwards(workspace, { ...asked, on })),
    ),
    // some have it for their award, some as supervisors
    benefits: ifImported(
      imported('supervisors') ? 'supervisors' : 'awards',
      attempt(() => listEducationBenefits(workspace, { ...asked, on })),
    ),
    fund: cityOnly(() =>
      ifImported(
        'fund',
        ask('职业激励', 'fund show', () => showRegisterFund(workspace, { on })),
      ),
    ),
  };
  return { answers, errors, findings };
}

function mapAnswer<From, To>(answer: Answer<From>, to: (value: From) => Answer<To>): Answer<To> {
  return answer.lack === null ? to(answer.value) : answer;
}

/** A part of an answer that the policy may not ask for. */
const part = <Whole, Part>(answer: Answer<Whole>, of: (value: Whole) => Part | null): Answer<Part> =>
  mapAnswer(answer, (value): Answer<Part> => {
    const found = of(value);
    return found === null ? { value: null, lack: { why: 'not-in-force' } } : { value: found, lack: null };
  });

/** Whether anything of a dataset is known, of anybody on any day. */
function importedBy({ db, knownAt }: Workspace): (dataset: NeededDataset) => boolean {
  const facts = (kind: Parameters<typeof loadKnownFacts>[1]) => loadKnownFacts(db, kind, knownAt).length > 0;
  const people = () => loadPeople(db, { knownAt, parts: ['certificates'] });
  const asked: Readonly<Record<NeededDataset, () => boolean>> = {
    roster: () => people().some(({ posts }) => posts.length > 0),
    certificates: () => people().some(({ certificates }) => certificates.length > 0),
    trainings: () => facts('training'),
    supervisors: () => facts('supervisor'),
    stations: () => facts('station'),
    services: () => facts('service'),
    complaints: () => facts('complaint'),
    awards: () => facts('award'),
    projects: () => facts('project'),
    fund: () => facts('fund-entry'),
  };
  return (dataset) => once(db, `imported ${dataset} ${knownAt}`, asked[dataset]);
}
