import { spawnSync } from 'node:child_process';
import BetterSqlite, { type Database } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quarter } from '../../src/domain/quarter.js';
import { loadClosings, recordMove } from '../../src/store/closings.js';
import { insertIssued } from '../../src/store/issued-papers.js';
import { migrate } from '../../src/store/open.js';
import { ClosingOffice } from '../tasks/closing-office.js';

const TABLES = [
  ...['closing', 'closing_move', 'closed_line', 'settlement', 'recovery', 'open_item', 'issued_paper'],
  ...['bank_entry', 'audit', 'reward_settlement', 'open_reward'],
] as const;

/** Columns of a table as SQLite knows them, and the other names of the first. */
function columnsOf(table: string): string[] {
  const fresh = new BetterSqlite(':memory:');
  migrate(fresh);
  const columns = fresh.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
  const withoutRowid = fresh.prepare('SELECT wr FROM pragma_table_list(?)').pluck().get(table) === 1;
  fresh.close();
  return withoutRowid ? columns : [...columns, 'rowid', '_rowid_', 'oid'];
}

let office: ClosingOffice;
/** Another program: it knows nothing of this one, and checks no references. */
let other: Database;

beforeAll(() => {
  office = new ClosingOffice();
  office.set({ wuhou: 230, rewards: { 领军人才: 1000 } });
  office.roster([{ id: 1 }, { id: 2, at: '武侯' }, { id: 3 }, { id: 4 }], '2026-06-30');
  office.awards([
    [3, '领军人才', '2026-05-20'],
    [4, '领军人才', '2026-05-20'],
  ]);
  office.on('2026-07-05').close('2026Q2');
  office.on('2026-07-06').approve('2026Q2');
  const { db } = office.workspace;
  const [exported] = loadClosings(db, quarter('2026Q2')).filter(({ district }) => district === '锦江区');
  recordMove(db, exported?.id ?? 0, {
    ...{ move: 'export', at: new Date('2026-07-16T01:00:00Z'), by: '王敏', user: 'test' },
    ...{ document: null, notice: null, reason: null },
  });
  // a leaver told late, and a transfer told late
  office.roster(
    [
      { id: 1, until: '2026-04-15' },
      { id: 3, until: '2026-04-30' },
    ],
    '2026-06-30',
  );
  const later = [{ id: 2, at: '武侯' } as const, { id: 3, at: '武侯', from: '2026-05-01' } as const];
  office.roster([...later, { id: 4 }], '2026-09-30');
  office.on('2026-10-05').close('2026Q3', { district: '武侯区' });
  office.close('2026Q3', { district: '锦江区' });
  office.roster([...later, { id: 1, from: '2026-12-01' }, { id: 4 }], '2026-12-31');
  office.on('2027-01-05').close('2026Q4');
  const paper = insertIssued(db, {
    ...{ quarter: quarter('2026Q2'), request: 'bank', name: 'bank.csv', whole: true, confidential: true },
    ...{
      bytes: Buffer.from('1'),
      at: new Date('2026-07-16T01:00:00Z'),
      user: 'test',
      knownBatch: 3,
      notes: [],
    },
    entry: { sha256: 'a' } as never,
  });
  db.prepare(
    'INSERT INTO bank_entry (paper, line, attempt) SELECT ?, min(id), 1 FROM closed_line WHERE closing = ?',
  ).run(paper, exported?.id);
  other = new BetterSqlite(db.name);
  other.pragma('foreign_keys = OFF');
});
afterAll(() => {
  other.close();
  office.end();
});

/** Everything that must never change, as text. */
const everything = (): string =>
  JSON.stringify(TABLES.map((table) => other.prepare(`SELECT * FROM ${table}`).all()));

/** The last of these statements is refused, and says why. */
function expectRefused(sql: string, message: RegExp): void {
  other.exec('SAVEPOINT attempt');
  try {
    expect(() => other.exec(sql), sql).toThrow(message);
  } finally {
    if (other.inTransaction) other.exec('ROLLBACK TO attempt; RELEASE attempt');
  }
}

/** Whatever the database says to it (a wrong type, say), nothing changes. */
function expectNothing(sql: string): void {
  const before = everything();
  other.exec('SAVEPOINT attempt');
  try {
    other.exec(sql);
  } catch (error) {
    expect(error).toBeInstanceOf(BetterSqlite.SqliteError);
  }
  expect(everything(), sql).toBe(before);
  if (other.inTransaction) other.exec('ROLLBACK TO attempt; RELEASE attempt');
}

const shell = spawnSync('sqlite3', ['--version']).status === 0;
/** What the sqlite3 program says when these statements are typed into it. */
function typed(sql: string): string {
  const { status, stderr } = spawnSync('sqlite3', [other.name], { input: sql, encoding: 'utf8' });
  return status === 0 ? 'done' : stderr;
}

/** Several triggers refuse; which of them comes first is SQLite's choice. */
const NEVER =
  /never (edited|deleted|replaced|shortened)|only reopening lets go|nothing is added|cannot be moved so|taken back than|never paid twice|only after a failure/;

it.each(TABLES)('%s has rows, so that every attempt below is one', (table) => {
  expect(other.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBeGreaterThan(0);
});

it('no table of frozen things is forgotten here', () => {
  const triggered = other
    .prepare(`SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%_is_final'`)
    .pluck()
    .all() as string[];
  const elsewhere = ['undo', 'restored_fact'];
  expect(TABLES).toEqual(
    expect.arrayContaining(triggered.filter((table) => !elsewhere.includes(table) && table !== 'payment')),
  );
});

describe.each(TABLES)('%s', (table) => {
  it.each(columnsOf(table))('never has %s edited', (column) => {
    const key = columnsOf(table)[0];
    expectRefused(`UPDATE ${table} SET ${column} = ${column}`, NEVER);
    for (const value of ['NULL', '1', '987654', "'x'", `coalesce(${column}, 0) + 1`]) {
      for (const verb of ['UPDATE', 'UPDATE OR REPLACE', 'UPDATE OR IGNORE', 'UPDATE OR FAIL']) {
        expectNothing(`${verb} ${table} SET ${column} = ${value}`);
      }
    }
    expectRefused(
      `INSERT INTO ${table} SELECT * FROM ${table} WHERE true
         ON CONFLICT DO UPDATE SET ${column} = 1 WHERE ${key} > 0`,
      NEVER,
    );
  });

  it('never loses a row', () => {
    expectRefused(`DELETE FROM ${table}`, NEVER);
    expectRefused(`DELETE FROM ${table} WHERE true LIMIT 1`.replace(' LIMIT 1', ''), NEVER);
  });

  it.each([false, true])('never has a row put in the place of another (recursive triggers: %s)', (on) => {
    other.pragma(`recursive_triggers = ${on ? 'ON' : 'OFF'}`);
    for (const verb of ['INSERT OR REPLACE', 'REPLACE', 'INSERT OR IGNORE', 'INSERT']) {
      expectRefused(`${verb} INTO ${table} SELECT * FROM ${table}`, NEVER);
    }
    const [key, ...rest] = columnsOf(table).filter((column) => !['rowid', '_rowid_', 'oid'].includes(column));
    if (!columnsOf(table).includes('rowid')) return;
    expectRefused(
      `REPLACE INTO ${table} (rowid, ${rest.join(', ')}) SELECT ${key}, ${rest.join(', ')} FROM ${table}`,
      NEVER,
    );
  });

  it.runIf(shell)('is as safe from the sqlite3 program', () => {
    const [key] = columnsOf(table);
    const before = everything();
    expect(typed(`UPDATE ${table} SET ${key} = ${key} + 1000;`)).toMatch(NEVER);
    expect(typed(`DELETE FROM ${table};`)).toMatch(NEVER);
    expect(
      typed(`PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
      INSERT OR REPLACE INTO ${table} SELECT * FROM ${table};`),
    ).toMatch(NEVER);
    expect(everything()).toBe(before);
  });
});

const LINE = `(SELECT min(id) FROM closed_line)`;
const EMPTY = `INSERT INTO closing (id, quarter, district, known_batch, fingerprint, standards, needs)
  VALUES (900, '2027Q1', '锦江区', 1, '', '[]', '[]');`;
/** One line of an unsealed closing: person 1 of the register, with these amounts. */
const line = (due: number, { id = 900, person = 1, arrears = 0, recovered = 0, carried = 0 } = {}) => `
  INSERT INTO closed_line VALUES (${id}, 900, ${person}, 'x', 'x', '', '', '', NULL, NULL, NULL, ${due}, ${arrears},
    ${recovered}, ${carried}, ${due + arrears - recovered + carried}, '{}');`;
const settle = (
  of: string,
  month: string,
  amount: number,
  { kind = 'original', entitled = amount, person = '1', district = '锦江区' } = {},
) => `INSERT INTO settlement (line, person, month, district, kind, amount_fen, entitled_fen, cause)
  VALUES (${of}, ${person}, '${month}', '${district}', '${kind}', ${amount}, ${entitled},
    ${kind === 'original' ? 'NULL' : "'{}'"});`;
const reward = (
  of: string,
  on: string,
  amount: number,
  { kind = 'original', entitled = amount, person = '1', district = '锦江区', key = '领军人才' } = {},
) => `INSERT INTO reward_settlement (line, person, title, title_key, awarded_on, district, kind, amount_fen,
    entitled_fen, cause)
  VALUES (${of}, ${person}, '领军人才', '${key}', '${on}', '${district}', '${kind}', ${amount}, ${entitled},
    ${kind === 'original' ? 'NULL' : "'{}'"});`;
const move = (made: string, { closing = '900', by = '王敏', id = 'NULL' } = {}) => `
  INSERT INTO closing_move (id, closing, move, at, by, user, notice_from, notice_until, reason)
  VALUES (${id}, ${closing}, '${made}', '2027-04-01', '${by}', 'x', '2027-04-01', '2027-04-08', 'x');`;
const recovery = (of: string, opening: string, amount: number, by = "'王敏'") => `
  INSERT INTO recovery (person, district, line, opening, amount_fen, at, by, reason)
  VALUES (1, '锦江区', ${of}, ${opening}, ${amount}, '2027-04-01', ${by}, ${by});`;
const closingIn = (state: string, district = '锦江区') =>
  `(SELECT closing FROM closing_move JOIN closing ON closing.id = closing WHERE district = '${district}'
    GROUP BY closing HAVING max(move = '${state}') ORDER BY closing LIMIT 1)`;
const CLOSED = `(SELECT closing FROM closing_move GROUP BY closing HAVING max(move) = 'close' ORDER BY closing LIMIT 1)`;
const OPENING = `(SELECT min(id) FROM recovery WHERE opening IS NULL)`;

describe('nothing is added to what was closed', () => {
  const sealed = /nothing is added to what was closed|never replaced|its own person and months/;
  it.each([
    [
      'a line',
      `INSERT INTO closed_line SELECT 900, closing, 900, id_number, name, township, unit, unit_code,
      registered_until, bank, account, due_fen, arrears_fen, recovered_fen, carried_fen, net_fen, trace
      FROM closed_line LIMIT 1`,
    ],
    ['a line of a closing that is not there', line(100).replace('900, 900', '900, 901')],
    ['a settlement', settle(LINE, '2026-04', -1, { kind: 'correction', entitled: 0 })],
    [
      'a settlement that lets a month be paid again, of a line that is not there',
      settle('987654', '2026-04', -1, { kind: 'correction', entitled: 0 }),
    ],
    ['a debt', recovery(LINE, 'NULL', 100, 'NULL')],
    ['a debt of a line that is not there', recovery('987654', 'NULL', 100, 'NULL')],
    ['a month that waits', `INSERT INTO open_item VALUES (${CLOSED}, 1, '2020-01', 'undecided', NULL)`],
    [
      'a month of no closing that waits',
      `INSERT INTO open_item VALUES (987654, 1, '2020-01', 'undecided', NULL)`,
    ],
  ])('%s', (_, sql) => {
    expectRefused(sql, sealed);
  });

  it.each([
    ['a closing', `INSERT INTO closing VALUES (900, '2027Q1', '锦江区', 1, '', '[]', '[]', 1)`],
    [
      'a settlement',
      `${EMPTY}${line(100)}${settle('900', '2027-01', 100)
        .replace('cause)', 'cause, released)')
        .replace('NULL)', 'NULL, 1)')}`,
    ],
    [
      'a debt',
      `${EMPTY}${line(100)}${recovery('900', 'NULL', 100).replace('reason)', 'reason, released)').replace("'王敏')", "'王敏', 1)")}`,
    ],
  ])('%s is not let go of from the beginning', (_, sql) => {
    expectRefused(sql, /only reopening lets go/);
  });
});

describe('one person and month is paid once, whatever a program does', () => {
  const paid = `(SELECT person FROM settlement WHERE kind = 'original' AND month = '2026-05' AND district = '武侯区' LIMIT 1)`;
  const whoIsPaid = () => Number(other.prepare(`SELECT ${paid}`).pluck().get());
  it('not as itself again, in a closing of its own', () => {
    const person = whoIsPaid();
    const again = EMPTY.replace('2027Q1', '2026Q2').replace('锦江区', '成华区');
    const own = line(23000, { person });
    const asked = { person: String(person), district: '成华区' };
    expectRefused(again + own + settle('900', '2026-05', 23000, asked), NEVER);
    expectRefused(
      again + own + settle('900', '2026-05', 23000, { ...asked, kind: 'correction' }),
      /never paid twice/,
    );
  });
  it.each(['2026-05 ', ' 2026-05', '2026-5', '２０２６-05', '2026-05-01', '2026-5 ', '2026-15'])(
    'not as the month %j',
    (month) => {
      expectRefused(
        EMPTY.replace('2027Q1', '2026Q2').replace('锦江区', '成华区') +
          line(23000) +
          settle('900', month, 23000, { district: '成华区' }),
        /CHECK constraint|its own person and months/,
      );
    },
  );
  it.each([
    ['of another quarter', settle('900', '2027-04', 100)],
    ['of another district', settle('900', '2027-01', 100, { district: '武侯区' })],
    ['of another person', settle('900', '2027-01', 100, { person: '2' })],
    [
      'of another person, as a correction',
      settle('900', '2026-01', 100, { person: '2', kind: 'correction' }),
    ],
  ])('not %s than the line', (_, sql) => {
    expectRefused(EMPTY + line(100) + sql, /its own person and months/);
  });
  it('not above what the person is entitled to', () => {
    const sql = `${EMPTY}${line(0, { arrears: 200 })}`;
    expectRefused(
      sql + settle('900', '2025-01', 200, { kind: 'correction', entitled: 100 }),
      /never paid twice/,
    );
  });
  it('not below zero', () => {
    expectRefused(
      `${EMPTY}${line(0)}${settle('900', '2025-01', -1, { kind: 'correction', entitled: 0 })}`,
      /no more is taken back than was paid/,
    );
  });
  it.each([
    ['months that it does not have', line(100)],
    ['fewer months than it has', line(100) + settle('900', '2027-01', 200)],
    ['money taken back that nobody owed', line(200, { recovered: 100 }) + settle('900', '2027-01', 200)],
    ['a debt that the list does not have', line(0, { carried: 100, recovered: 100 })],
    ['less debt than the list has', line(0) + recovery('900', 'NULL', 100, 'NULL')],
  ])('no line says that it pays %s', (_, sql) => {
    expectRefused(EMPTY + sql + move('close'), /does not add up/);
  });
  it('a line that adds up is closed', () => {
    other.exec('SAVEPOINT attempt');
    other.exec(EMPTY + line(200) + settle('900', '2027-01', 200) + move('close'));
    other.exec('ROLLBACK TO attempt; RELEASE attempt');
  });
});

describe('one reward is paid once, whatever a program does', () => {
  const sealed = /nothing is added to what was closed|never replaced|its own person and rewards/;
  const paidOne = `(SELECT person FROM reward_settlement GROUP BY person HAVING sum(amount_fen) > 0 LIMIT 1)`;
  const takenBack = { kind: 'correction', entitled: 0, person: paidOne };
  it.each([
    ['to what was closed', reward(LINE, '2026-05-20', -1, takenBack)],
    ['of a line that is not there', reward('987654', '2026-05-20', -1, takenBack)],
    [
      'that waits',
      `INSERT INTO open_reward VALUES (${CLOSED}, 1, 'x', 'x', '2026-05-20', 'undecided', NULL)`,
    ],
    [
      'of no closing that waits',
      `INSERT INTO open_reward VALUES (987654, 1, 'x', 'x', '2026-05-20', 'undecided', NULL)`,
    ],
  ])('none is added %s', (_, sql) => {
    expectRefused(sql, sealed);
  });

  it('not as itself again, in a closing of its own', () => {
    const paid = `SELECT person FROM reward_settlement WHERE kind = 'original' AND released IS NULL
      AND district = '锦江区' AND person NOT IN (SELECT person FROM reward_settlement WHERE amount_fen < 0)`;
    const person = Number(other.prepare(paid).pluck().get());
    const again = EMPTY.replace('2027Q1', '2026Q2').replace('锦江区', '成华区') + line(100_000, { person });
    const asked = { person: String(person), district: '成华区' };
    expectRefused(again + reward('900', '2026-05-20', 100_000, asked), NEVER);
    expectRefused(
      again + reward('900', '2026-05-20', 100_000, { ...asked, kind: 'correction' }),
      /never paid twice/,
    );
  });

  it.each(['2026-05-20 ', ' 2026-05-20', '2026-5-20', '2026-05-32', '2026-05'])('not as of %j', (on) => {
    expectRefused(
      EMPTY.replace('2027Q1', '2026Q2').replace('锦江区', '成华区') +
        line(100) +
        reward('900', on, 100, { district: '成华区' }),
      /CHECK constraint|its own person and rewards/,
    );
  });

  it.each([
    ['of another quarter', reward('900', '2027-04-01', 100)],
    ['of another district', reward('900', '2027-01-01', 100, { district: '武侯区' })],
    ['of another person', reward('900', '2027-01-01', 100, { person: '2' })],
    [
      'of another person, as a correction',
      reward('900', '2026-01-01', 100, { person: '2', kind: 'correction' }),
    ],
  ])('not %s than the line', (_, sql) => {
    expectRefused(EMPTY + line(100) + sql, /its own person and rewards/);
  });

  it.each([
    ['above what is due', reward('900', '2025-01-01', 200, { kind: 'correction', entitled: 100 }), NEVER],
    ['below zero', reward('900', '2025-01-01', -1, { kind: 'correction', entitled: 0 }), NEVER],
    ['without a title', reward('900', '2027-01-01', 100, { key: '' }), /CHECK constraint/],
    [
      'let go of from the beginning',
      reward('900', '2027-01-01', 100).replace('cause)', 'cause, released)').replace('NULL)', 'NULL, 1)'),
      /only reopening lets go/,
    ],
  ])('not %s', (_, sql, message) => {
    expectRefused(EMPTY + line(100) + sql, message);
  });

  it.each([
    ['a reward that it does not have', line(300) + settle('900', '2027-01', 200)],
    ['less than its rewards', line(200) + settle('900', '2027-01', 200) + reward('900', '2027-02-01', 100)],
  ])('no line says that it pays %s', (_, sql) => {
    expectRefused(EMPTY + sql + move('close'), /does not add up/);
  });

  it('a line of a month and a reward that adds up is closed, and let go of as a whole', () => {
    other.exec('SAVEPOINT attempt');
    const both = settle('900', '2027-01', 200) + reward('900', '2027-02-01', 100);
    other.exec(EMPTY + line(300) + both + move('close') + move('reopen'));
    const standing = `SELECT count(*) FROM reward_settlement WHERE line = 900 AND released IS NULL`;
    expect(other.prepare(standing).pluck().get()).toBe(0);
    other.exec('ROLLBACK TO attempt; RELEASE attempt');
  });
});

describe('what is owed is taken back once', () => {
  it.each([
    ['more than is owed', recovery('NULL', OPENING, 1_000_000)],
    ['of nothing', recovery('NULL', '987654', 1)],
    [
      'of what was itself taken back',
      recovery('NULL', '(SELECT id FROM recovery WHERE opening IS NOT NULL)', 1),
    ],
  ])('never %s', (_, sql) => {
    expectRefused(sql, /no more is taken back than is owed/);
  });
  it('by a line, or by somebody and for a reason', () => {
    expectRefused(recovery('NULL', OPENING, 1, 'NULL'), /CHECK constraint/);
    expectRefused(recovery('NULL', OPENING, 1, "''"), /CHECK constraint/);
    expectRefused(recovery('NULL', 'NULL', 1), /CHECK constraint/);
  });
});

describe('the moves of a quarter', () => {
  const notSo = /cannot be moved so/;
  it.each([
    ['one that is not there', move('close', { closing: '987654' }), notSo],
    ['close twice', EMPTY + move('close') + move('close'), notSo],
    ['approve a draft', EMPTY + move('approve', { by: '李强' }), notSo],
    ['export a draft', EMPTY + move('export'), notSo],
    ['reopen a draft', EMPTY + move('reopen'), notSo],
    ['export what nobody approved', EMPTY + move('close') + move('export'), notSo],
    ['approve what one closed', EMPTY + move('close') + move('approve'), /does not approve it/],
    [
      'approve twice',
      EMPTY + move('close') + move('approve', { by: '李强' }) + move('approve', { by: '赵一' }),
      notSo,
    ],
    ['reopen what was exported', move('reopen', { closing: closingIn('export') }), notSo],
    ['export twice', move('export', { closing: closingIn('export') }), notSo],
    [
      'go on after reopening',
      EMPTY + move('close') + move('reopen') + move('approve', { by: '李强' }),
      notSo,
    ],
    ['close again after reopening', EMPTY + move('close') + move('reopen') + move('close'), notSo],
    [
      'slip a reopening in before the last move',
      EMPTY + move('close') + move('approve', { by: '李强' }) + move('reopen', { id: '-1' }),
      /after all others/,
    ],
    ['pay by itself', EMPTY + move('close') + move('pay'), /CHECK constraint|cannot be moved so/],
    ['be closed by nobody', EMPTY + move('close', { by: '' }), /CHECK constraint/],
    ['be closed by blanks', EMPTY + move('close', { by: '　 ' }), /CHECK constraint/],
    [
      'be approved by the same name with a blank',
      EMPTY + move('close') + move('approve', { by: '王敏 ' }),
      /CHECK constraint|does not approve it/,
    ],
    [
      'be reopened without a reason',
      EMPTY + move('close') + move('reopen').replace(/'x'\);\s*$/, 'NULL);'),
      /CHECK constraint/,
    ],
    [
      'be approved without a notice',
      EMPTY + move('close') + move('approve', { by: '李强' }).replace("'2027-04-08'", 'NULL'),
      /CHECK constraint/,
    ],
  ])('never %s', (_, sql, message) => {
    expectRefused(sql, message);
  });

  it('a mark of reopening without a reopening is refused', () => {
    expectRefused(`UPDATE closing SET reopened = (SELECT min(id) FROM closing_move)`, NEVER);
    expectRefused(`UPDATE settlement SET released = (SELECT min(id) FROM closing_move)`, NEVER);
    expectRefused(`UPDATE recovery SET released = (SELECT min(id) FROM closing_move)`, NEVER);
    expectRefused(`UPDATE reward_settlement SET released = (SELECT min(id) FROM closing_move)`, NEVER);
  });
});
