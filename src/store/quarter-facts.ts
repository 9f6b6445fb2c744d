import type { Day } from '../domain/day.js';
import type { Assessment } from '../domain/facts.js';
import { firstDayOfQuarter, lastDayOfQuarter, type Quarter } from '../domain/quarter.js';
import type { Database } from './open.js';
import { type Asked, added, type People } from './person-building.js';
import { readStanding } from './standing.js';

/** Adds what a quarter is judged by: claims of service, assessments and sanctions. */
export function addQuarterFacts(db: Database, people: People, asked: Asked): void {
  const { quarter } = asked;
  const claims = readStanding<[number, Quarter, string, number, number]>(db, {
    ...asked,
    columns: 'person, quarter, claim, file, line',
    table: 'service_claim',
    ...(quarter && { among: { column: 'quarter', values: [quarter] } }),
  });
  for (const [number, of, text, file, line] of claims) {
    const person = people[number];
    const claim = text === '是' || text === '否' ? text : Number(text);
    if (person) person.serviceClaims = added(person.serviceClaims, { quarter: of, claim, file, line });
  }
  const assessments = readStanding<
    [number, string, '是' | '否', string | null, string | null, number, number]
  >(db, {
    ...asked,
    columns: 'person, period, result, assessor, basis, file, line',
    table: 'assessment',
    where: "kind = '专业作用'",
    ...(quarter && { among: { column: 'period', values: [quarter, quarter.slice(0, 4)] } }),
  });
  for (const [number, period, result, assessor, basis, file, line] of assessments) {
    const person = people[number];
    if (!person) continue;
    const assessment: Assessment = { period, result, file, line };
    if (assessor !== null) assessment.assessor = assessor;
    if (basis !== null) assessment.basis = basis;
    person.assessments = added(person.assessments, assessment);
  }
  addSanctions(db, people, asked);
}

/** Adds the services that were recorded one by one. */
export function addServices(db: Database, people: People, asked: Asked): void {
  const { quarter } = asked;
  const records = readStanding<[number, Day, number, number]>(db, {
    ...asked,
    columns: 'person, served_on, file, line',
    table: 'service_record',
    ...(quarter && {
      between: { column: 'served_on', from: firstDayOfQuarter(quarter), until: lastDayOfQuarter(quarter) },
    }),
  });
  for (const [number, on, file, line] of records) {
    const person = people[number];
    if (person) person.services = added(person.services, { on, file, line });
  }
}

/** 停发自 and 停发至 of complaints; few, so never narrowed to a quarter. 三(五) */
function addSanctions(db: Database, people: People, asked: Asked): void {
  const sanctions = readStanding<[number, Day, Day | null, number, number]>(db, {
    ...asked,
    columns: 'person, suspended_from, suspended_until, file, line',
    table: 'complaint',
    where: 'suspended_from IS NOT NULL AND person IS NOT NULL',
  });
  for (const [number, from, until, file, line] of sanctions) {
    const person = people[number];
    if (person) person.sanctions = added(person.sanctions, { from, until, file, line });
  }
}
