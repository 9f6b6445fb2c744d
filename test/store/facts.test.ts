import BetterSqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FactChange, RowPlan } from '../../src/domain/changes.js';
import { day } from '../../src/domain/day.js';
import { quarter } from '../../src/domain/quarter.js';
import { applyPlan } from '../../src/store/apply-plan.js';
import { recordAudit } from '../../src/store/audit.js';
import { findEarlierImports } from '../../src/store/files.js';
import { MIGRATIONS } from '../../src/store/migrations/index.js';
import type { Database } from '../../src/store/open.js';
import { loadPay, loadPeople } from '../../src/store/register.js';

const place = { unit: null, workplace: '某社会工作服务中心', district: '锦江区', township: null };
const post = {
  place,
  stated: day('2024-01-01'),
  from: day('2024-01-01'),
  until: null,
  asOf: day('2026-07-01'),
  category: '社会组织' as const,
  title: null,
};
const details = { name: '张三', sex: null, phone: null, bank: null, account: null, note: null };

let db: Database;
beforeEach(() => {
  db = new BetterSqlite(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of MIGRATIONS) db.exec(migration);
});

function apply(rows: RowPlan[], newPeople: string[] = []): number {
  const counts = { read: rows.length, new: 0, changed: 0, same: 0, conflict: 0, rejected: 0, skipped: 0 };
  for (const { outcome } of rows) counts[outcome]++;
  const file = {
    name: 'a.csv',
    sha256: 'abc',
    bytes: 1,
    encoding: 'UTF-8',
    asOf: day('2026-07-01'),
    givenColumns: '[]',
    rows: rows.length,
  };
  return applyPlan(db, {
    dataset: 'roster',
    recordedAt: '2026-07-01T00:00:00.000Z',
    user: 'test',
    counts,
    files: [file],
    rows,
    newPeople,
    newUnits: [],
  });
}

const row = (line: number, changes: FactChange[], outcome: RowPlan['outcome'] = 'new'): RowPlan => ({
  file: 0,
  line,
  outcome,
  changes,
});

const arrive = () =>
  apply(
    [
      row(2, [
        { fact: 'post', owner: -1, post: -1, before: null, after: post },
        { fact: 'details', owner: -1, before: null, after: details },
        {
          fact: 'certificate',
          owner: -1,
          before: null,
          after: { level: '初级', number: 'N1', issued: day('2024-05-01'), issuedAssumed: false },
        },
        {
          fact: 'registration',
          owner: -1,
          before: null,
          after: { from: day('2024-06-01'), until: day('2027-05-31') },
        },
        { fact: 'service-claim', owner: -1, before: null, after: { quarter: quarter('2026Q3'), claim: 3 } },
        {
          fact: 'assessment',
          owner: -1,
          before: null,
          after: { period: '2026Q3', kind: '专业作用', result: '是' },
        },
        { fact: 'pay', owner: -1, before: null, after: { from: day('2026-07-01'), monthly: 523050 } },
      ]),
      row(3, [], 'rejected'),
    ],
    ['11010519491231002X'],
  );

const move = () =>
  apply([
    row(
      2,
      [
        { fact: 'post', owner: 1, post: 1, before: post, after: { ...post, until: day('2026-08-09') } },
        {
          fact: 'post',
          owner: 1,
          post: -1,
          before: null,
          after: { ...post, stated: day('2026-08-10'), from: day('2026-08-10') },
        },
      ],
      'changed',
    ),
  ]);

describe('facts', () => {
  it('are read back as they were written, with file and line', () => {
    arrive();
    const [person] = loadPeople(db);
    expect(person).toMatchObject({
      id: 1,
      idNumber: '11010519491231002X',
      name: '张三',
      posts: [
        {
          id: 1,
          place,
          stated: '2024-01-01',
          until: null,
          file: 1,
          line: 2,
          terms: [{ category: '社会组织', title: null }],
        },
      ],
      certificates: [{ level: '初级', number: 'N1', issued: '2024-05-01', issuedAssumed: false }],
      registrations: [{ from: '2024-06-01', until: '2027-05-31' }],
      serviceClaims: [{ quarter: '2026Q3', claim: 3 }],
      assessments: [{ period: '2026Q3', result: '是' }],
    });
    expect(loadPay(db).get(1)).toEqual([{ from: '2026-07-01', monthly: 523050, file: 1, line: 2 }]);
  });

  it('are corrected by new rows; the old ones stay and answer for the past', () => {
    const first = arrive();
    const second = move();
    expect(loadPeople(db)[0]!.posts.map(({ id, from, until }) => [id, from, until])).toEqual([
      [1, '2024-01-01', '2026-08-09'],
      [2, '2026-08-10', null],
    ]);
    expect(loadPeople(db, { knownAt: first })[0]!.posts.map(({ id, until }) => [id, until])).toEqual([
      [1, null],
    ]);
    expect(loadPeople(db, { knownAt: first - 1 })).toEqual([]);
    expect(db.prepare('SELECT count(*) FROM post').pluck().get()).toBe(3);
    expect(db.prepare('SELECT superseded FROM post WHERE superseded IS NOT NULL').pluck().all()).toEqual([
      second,
    ]);
  });

  it('of one person alone can be read', () => {
    arrive();
    expect(loadPeople(db, { person: 1 })).toEqual(loadPeople(db));
    expect(loadPeople(db, { person: 2 })).toEqual([]);
  });

  it.each([
    ['edited', "UPDATE post SET until_on = '2020-01-01'"],
    ['edited after they were superseded', 'UPDATE post SET superseded = 1 WHERE superseded IS NOT NULL'],
    ['deleted', 'DELETE FROM post'],
  ])('are never %s, whatever the program does', (_, sql) => {
    arrive();
    move();
    expect(() => db.exec(sql)).toThrow(/never|once/);
  });

  it('of one key stand only once', () => {
    arrive();
    const again: FactChange = { fact: 'details', owner: 1, before: null, after: details };
    expect(() => apply([row(2, [again], 'changed')])).toThrow(/UNIQUE/);
  });

  it('that a plan saw and the register has no more stop the import', () => {
    arrive();
    const change: FactChange = {
      fact: 'registration',
      owner: 1,
      before: { from: day('2020-01-01'), until: day('2022-12-31') },
      after: { from: day('2020-01-01'), until: day('2023-01-01') },
    };
    expect(() => apply([row(2, [change], 'changed')])).toThrow(/standing/);
  });
});

describe('files', () => {
  it('are known again by content, with the lines that were refused', () => {
    const batch = arrive();
    const asked = { dataset: 'roster', sha256: 'abc', givenColumns: '[]' };
    expect(findEarlierImports(db, asked)).toEqual([
      {
        file: 1,
        batch,
        asOf: '2026-07-01',
        refused: new Set([3]),
        disturbed: { any: false, subjects: new Set() },
      },
    ]);
    expect(findEarlierImports(db, { ...asked, givenColumns: '[["district","锦江区"]]' })).toEqual([]);
    expect(findEarlierImports(db, { ...asked, dataset: 'units' })).toEqual([]);
  });
});

describe('the audit log', () => {
  it('chains its entries and lets none be edited or removed', () => {
    const at = new Date('2026-07-01T00:00:00Z');
    recordAudit(db, { at, user: 'a', command: 'init', details: {} });
    recordAudit(db, { at, user: 'a', command: 'import', details: { rows: 1 } });
    const entries = db.prepare('SELECT previous, hash FROM audit ORDER BY entry').all() as {
      previous: string;
      hash: string;
    }[];
    expect(entries[0]!.previous).toBe('');
    expect(entries[1]!.previous).toBe(entries[0]!.hash);
    expect(() => db.exec("UPDATE audit SET user = 'b'")).toThrow(/never/);
    expect(() => db.exec('DELETE FROM audit')).toThrow(/never/);
  });
});
