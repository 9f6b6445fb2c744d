import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { checkRegisterComplaints } from '../../src/tasks/check-complaints.js';
import { checkRegisterPay, registerLabour } from '../../src/tasks/check-pay.js';
import { listEducationBenefits, listRegisterAwards } from '../../src/tasks/list-awards.js';
import { policyGoals } from '../../src/tasks/policy-goals.js';
import { showRegisterFund } from '../../src/tasks/show-fund.js';
import { cityOffice } from './city-office.js';

const city = cityOffice();

/** What plain SQL says of the same register. */
const sql = <Row>(statement: string, ...parameters: readonly unknown[]): Row =>
  city.workspace.db.prepare(statement).get(...parameters) as Row;
const all = <Row>(statement: string, ...parameters: readonly unknown[]): Row[] =>
  city.workspace.db.prepare(statement).all(...parameters) as Row[];

const DAYS = ['2025-12-31', '2026-09-30', '2026-11-23'];

describe('on the fixture city', () => {
  it('--known-at: nothing of a batch before it came in', () => {
    const ask = (table: string, count: (workspace: typeof city.workspace) => number) => {
      const { batch } = sql<{ batch: number }>(`SELECT min(recorded) AS batch FROM ${table}`);
      return [batch - 1, batch].map((knownAt) => count({ ...city.workspace, knownAt }) > 0);
    };
    const on = day('2026-11-23');
    for (const seen of [
      ask('complaint', (known) => checkRegisterComplaints(known, { on }).rows.length),
      ask('award', (known) => listRegisterAwards(known, { on }).rows.length),
      ask('project', (known) => registerLabour(known, { on }).rows.length),
      ask('fund_entry', (known) => showRegisterFund(known, { on }).rows.length),
      ask('supervisor', (known) => listEducationBenefits(known, { on }).length),
      ask('pay', (known) => checkRegisterPay(known, { on, allPosts: true }).totals.withPay),
    ])
      expect(seen).toEqual([false, true]);
  });

  it.each(DAYS)('complaints on %s', (on) => {
    const counted = sql<Record<string, number>>(
      `SELECT count(*) AS complaints,
        sum(settled_on IS NULL OR settled_on > :on) AS open,
        sum((settled_on IS NULL OR settled_on > :on) AND ifnull(due_on, date(received_on, '+30 days')) < :on) AS overdue,
        sum(settled_on <= :on AND ifnull(due_on, date(received_on, '+30 days')) < settled_on) AS settledLate,
        sum(suspended_from IS NOT NULL) AS suspensions
       FROM complaint WHERE superseded IS NULL AND received_on <= :on`,
      { on },
    );
    const categories = all(
      `SELECT category, count(*) AS complaints FROM complaint WHERE superseded IS NULL AND received_on <= ?
       GROUP BY category ORDER BY category`,
      on,
    );
    const repeated = sql<{ people: number; organisations: number }>(
      `SELECT (SELECT count(*) FROM (SELECT person FROM complaint WHERE superseded IS NULL AND received_on <= :on
          AND person IS NOT NULL GROUP BY person HAVING count(*) > 1)) AS people,
        (SELECT count(*) FROM (SELECT organisation FROM complaint WHERE superseded IS NULL AND received_on <= :on
          AND organisation IS NOT NULL GROUP BY organisation HAVING count(*) > 1)) AS organisations`,
      { on },
    );
    const { rows, totals, findings } = checkRegisterComplaints(city.workspace, { on: day(on) });
    expect(totals).toMatchObject(counted);
    expect(totals.byCategory).toMatchObject(categories);
    expect(totals.repeatedRespondents).toBe(repeated.people + repeated.organisations);
    expect(rows).toHaveLength(totals.complaints);
    expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(totals.overdue);
    expect(totals.overdue).toBeGreaterThan(0);
  });

  it('complaints that are asked for alone', () => {
    const ask = (state: 'open' | 'settled' | 'suspended') =>
      checkRegisterComplaints(city.workspace, { on: day('2026-11-23'), state }).rows.length;
    const { totals } = checkRegisterComplaints(city.workspace, { on: day('2026-11-23') });
    expect([ask('open'), ask('settled'), ask('suspended')]).toEqual([
      totals.open,
      totals.settled,
      totals.suspensions,
    ]);
  });

  it.each(DAYS)('awards on %s', (on) => {
    const counted = sql<Record<string, number>>(
      `SELECT count(*) AS awards, count(DISTINCT person) AS people FROM award
       WHERE superseded IS NULL AND awarded_on <= ?`,
      on,
    );
    const byYear = all(
      `SELECT substr(awarded_on, 1, 4) AS year, count(*) AS awards FROM award
       WHERE superseded IS NULL AND awarded_on <= ? GROUP BY 1 ORDER BY 1`,
      on,
    );
    // The example's table begins with the document; a title that it does not name has none.
    const { rewardFen } = sql<{ rewardFen: number }>(
      `SELECT sum(CASE title WHEN '全国社会工作领军人才' THEN 1000000 WHEN '四川省社会工作高端人才' THEN 500000 ELSE 0 END)
         AS rewardFen FROM award WHERE superseded IS NULL AND awarded_on BETWEEN '2022-03-01' AND ?`,
      on,
    );
    const { rows, totals } = listRegisterAwards(city.workspace, { on: day(on) });
    expect(totals).toMatchObject({ ...counted, rewardFen });
    expect(rewardFen).toBeGreaterThan(0);
    expect(totals.byYear).toMatchObject(byYear);
    const titles = all(
      `SELECT title, count(*) AS awards FROM award WHERE superseded IS NULL AND awarded_on <= ? GROUP BY title ORDER BY title`,
      on,
    );
    const byTitle = totals.byTitle.map(({ title, awards }) => ({ title, awards }));
    expect(byTitle.sort((a, b) => (a.title < b.title ? -1 : 1))).toEqual(titles);
    expect(rows).toHaveLength(totals.awards);
  });

  it.each(DAYS)('教育优待 on %s', (on) => {
    const { grounds } = sql<{ grounds: number }>(
      `SELECT (SELECT count(*) FROM supervisor WHERE superseded IS NULL AND level = '高级督导'
          AND from_on <= :on AND ifnull(until_on, :on) >= :on)
        + (SELECT count(*) FROM award WHERE superseded IS NULL AND awarded_on <= :on
          AND (title = '全国社会工作领军人才' OR title = '成都市高级社会工作督导人才' AND person NOT IN
            (SELECT person FROM supervisor WHERE superseded IS NULL AND level = '高级督导' AND from_on <= :on))) AS grounds`,
      { on },
    );
    expect(listEducationBenefits(city.workspace, { on: day(on) })).toHaveLength(grounds);
    expect(grounds).toBeGreaterThan(0);
  });

  it.each([true, false])('average pay by district, all posts: %s', (allPosts) => {
    const on = '2026-11-23';
    const titles = `('社会工作专业岗位', '高级社会工作师一级', '高级社会工作师二级', '高级社会工作师三级', '社会工作师一级',
      '社会工作师二级', '社会工作师三级', '助理社会工作师一级', '助理社会工作师二级')`;
    const professional = `(title IN ${titles} OR replace(title, '岗位', '') IN ${titles})`;
    const counted = all<{ district: string; people: number; averageFen: number }>(
      `WITH held AS (
         SELECT post.person, post.from_on,
           ifnull(post.district, (SELECT district FROM unit_term WHERE unit_term.unit = post.unit
             AND superseded IS NULL AND ifnull(from_on, '') <= :on ORDER BY ifnull(from_on, '') DESC LIMIT 1)) AS district,
           ifnull(change.category, post.category) AS category,
           iif(change.post IS NULL, post.title, change.title) AS title
         FROM post LEFT JOIN post_change AS change ON change.post = post.post AND change.superseded IS NULL
           AND change.from_on = (SELECT max(from_on) FROM post_change AS last
             WHERE last.post = post.post AND last.superseded IS NULL AND last.from_on <= :on)
         WHERE post.superseded IS NULL AND post.from_on <= :on AND ifnull(post.until_on, :on) >= :on),
       paid AS (
         SELECT district, max(from_on), (SELECT monthly_fen FROM pay WHERE pay.person = held.person
           AND superseded IS NULL AND from_on <= :on ORDER BY from_on DESC LIMIT 1) AS monthly_fen
         FROM held WHERE category <> '事业编制' ${allPosts ? '' : `AND ${professional}`} GROUP BY person)
       SELECT district, count(*) AS people, CAST(round(avg(monthly_fen)) AS INTEGER) AS averageFen
       FROM paid GROUP BY district`,
      { on },
    );
    const { rows, findings } = checkRegisterPay(city.workspace, { on: day(on), allPosts });
    const byName = (a: { district: string }, b: { district: string }) => (a.district < b.district ? -1 : 1);
    expect(
      rows.map(({ district, people, averageFen }) => ({ district, people, averageFen })).sort(byName),
    ).toEqual(counted.sort(byName));
    expect(rows.every(({ requiredFen }) => requiredFen === 660_000)).toBe(true);
    const short = counted.filter(({ averageFen }) => averageFen < 660_000).map(({ district }) => district);
    expect(
      findings
        .filter(({ code }) => code === 'pay.below-reference')
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(short.sort());
  });

  it('no pay is on record for a day before the rosters: nobody says that it falls short', () => {
    const { totals, findings } = checkRegisterPay(city.workspace, { on: day('2025-12-31'), allPosts: false });
    expect([totals.withPay, totals.averageFen]).toEqual([0, null]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(['2025-06-30', '2026-11-23'])('labour in purchased services on %s', (on) => {
    const sums = `count(*) AS projects, sum(budget_fen) AS budgetFen, sum(labour_fen) AS labourFen,
         round(sum(labour_fen) * 100.0 / sum(budget_fen), 1) AS labourShare
       FROM project WHERE superseded IS NULL AND year <= substr(?, 1, 4)`;
    const { rows, totals, findings } = registerLabour(city.workspace, { on: day(on) });
    expect(totals.byYear).toEqual(all(`SELECT year, ${sums} GROUP BY year ORDER BY year`, on));
    const byDistrict = [...rows].sort((a, b) => (a.district + a.year < b.district + b.year ? -1 : 1));
    expect(byDistrict).toEqual(
      all(`SELECT district, year, ${sums} GROUP BY district, year ORDER BY district || year`, on),
    );
    const { idle } = sql<{ idle: number }>(
      `SELECT count(*) AS idle FROM project WHERE superseded IS NULL AND year <= substr(?, 1, 4) AND labour_fen = 0`,
      on,
    );
    expect(findings.filter(({ code }) => code === 'pay.no-labour')).toHaveLength(idle);
  });

  it.each(['2026-08-31', '2026-11-23'])('关爱基金 on %s', (on) => {
    const counted = all<{ level: string; balanceFen: number }>(
      `SELECT level, count(*) AS entries, sum(iif(direction = '收入', amount_fen, 0)) AS incomeFen,
         sum(iif(direction = '支出', amount_fen, 0)) AS expenseFen,
         sum(iif(direction = '收入', amount_fen, -amount_fen)) AS balanceFen
       FROM fund_entry WHERE superseded IS NULL AND entered_on <= ? GROUP BY level ORDER BY level`,
      on,
    );
    const { totals, rows } = showRegisterFund(city.workspace, { on: day(on) });
    const byLevel = [...totals.byLevel].sort((a, b) => (a.level < b.level ? -1 : 1));
    expect(byLevel).toEqual(counted.sort((a, b) => (a.level < b.level ? -1 : 1)));
    for (const { level, balanceFen } of totals.byLevel) {
      expect(rows.findLast((row) => row.level === level)?.balanceFen).toBe(balanceFen);
    }
  });

  it('the goals: holders at the end of 2025 and now, missed with an error', () => {
    const holders = (on: string) =>
      sql<{ holders: number }>(
        'SELECT count(DISTINCT person) AS holders FROM certificate WHERE superseded IS NULL AND issued_on <= ?',
        on,
      ).holders;
    const { rows, findings } = policyGoals(city.workspace, day('2026-11-23'));
    const goal = rows.find(({ status }) => status !== 'not-provable');
    expect(goal).toMatchObject({
      status: 'missed',
      seenOn: '2025-12-31',
      evidence: [{ measure: 'holders', value: holders('2025-12-31'), of: 35_000 }, {}],
      now: [{ measure: 'holders', value: holders('2026-11-23'), of: 35_000 }, {}],
    });
    expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    const before = policyGoals(city.workspace, day('2025-12-31'));
    expect(before.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
