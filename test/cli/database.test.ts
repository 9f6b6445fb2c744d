import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations/index.js';
import { migrate } from '../../src/store/open.js';
import { type Office, registerFile } from './register-file.js';

let office: Office;
let backup: string;
beforeEach(async () => {
  office = await registerFile();
  backup = join(office.folder, '备份.db');
});

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const queryOf = (file: string, sql: string): unknown => {
  const db = new BetterSqlite(file, { readonly: true });
  const answer = db.prepare(sql).pluck().all();
  db.close();
  return answer;
};
/** Files of the folder but for those of the office itself. */
const others = () => readdirSync(office.folder).filter((name) => !['shegong.db', '备份.db'].includes(name));
const phoneOf = async () => (await office.json('worker', 'show', '王小芳', '--reveal')).rows[0]?.values;

describe('db info', () => {
  it('tells what the register holds', async () => {
    const { code, rows, totals } = await office.json('db', 'info');
    expect(code).toBe(0);
    expect(totals).toMatchObject({
      file: office.db,
      schemaVersion: MIGRATIONS.length,
      people: 1,
      units: 3047,
      batches: 4,
      lastBatch: { batch: 4, dataset: 'undo', at: '2026-07-15T04:00:00.000Z' },
      auditEntries: 4,
      journalMode: 'wal',
    });
    expect(rows.find(({ item }) => item === 'details')).toEqual({ item: 'details', value: 1 });
    const { stdout } = await office.at('15:00', 'db', 'info', '--format', 'csv');
    expect(stdout).toMatch(/其中：基本信息,1（连同已被替代的 3）/);
  });

  it('changes nothing, not even an older schema', async () => {
    rmSync(office.db);
    const old = new BetterSqlite(office.db);
    migrate(old, 4);
    old.exec(`PRAGMA application_id = ${0x53484747}`);
    old.close();
    const before = sha256(office.db);
    const { totals } = await office.json('db', 'info');
    expect(totals).toMatchObject({ schemaVersion: 4, supportedVersion: MIGRATIONS.length });
    expect((await office.json('db', 'check')).code).toBe(0);
    expect([sha256(office.db), others()]).toEqual([before, []]);
  });
});

describe('db check', () => {
  it('of a sound register passes every check', async () => {
    const { code, rows, totals, findings } = await office.json('db', 'check');
    expect([code, findings]).toEqual([0, []]);
    expect(rows.map(({ check, ok }) => [check, ok])).toEqual([
      ['pages', true],
      ['references', true],
      ['schema', true],
      ['audit', true],
      ['facts', true],
    ]);
    expect(totals).toEqual({ checks: 5, failed: 0, problems: 0 });
  });

  const LINK = (id: number, person: number, kept: number) =>
    `INSERT INTO person_link VALUES (${id}, ${person}, ${kept}, 'merge', 'x', 'x', 4, NULL);`;
  it.each<[string, string, string, string]>([
    ['a line that is none', 'UPDATE post SET line = 0', 'facts', 'database.fact-broken'],
    ['a day that no calendar has', "UPDATE post SET from_on = '2026-02-30'", 'facts', 'database.fact-broken'],
    [
      'a fact superseded before it was recorded',
      'UPDATE post SET superseded = 1',
      'facts',
      'database.fact-broken',
    ],
    ['a fact of a file that came later', 'UPDATE post SET file = 3', 'facts', 'database.fact-broken'],
    [
      'links in a circle',
      `INSERT INTO person VALUES (7, 'a'), (8, 'b'); ${LINK(1, 7, 8)} ${LINK(2, 8, 7)}`,
      'facts',
      'database.fact-broken',
    ],
    ['an undo that is none', 'INSERT INTO undo VALUES (2, 1)', 'facts', 'database.fact-broken'],
    [
      'a copy of nothing',
      "INSERT INTO restored_fact VALUES ('post', 99, 98)",
      'facts',
      'database.fact-broken',
    ],
    [
      'one post of two people',
      `INSERT INTO person VALUES (7, 'a'); INSERT INTO post SELECT 99, post, 7, unit, workplace, district, township,
         stated_on, from_on, until_on, as_of, category, title, file, line, recorded, superseded FROM post`,
      'facts',
      'database.fact-broken',
    ],
    ['a fact of nobody', 'UPDATE post SET person = 99', 'references', 'database.dangling'],
    ['a missing index', 'DROP INDEX file_by_content', 'schema', 'database.object-missing'],
    ['a table of somebody’s', 'CREATE TABLE note (text TEXT)', 'schema', 'database.object-extra'],
    ['an edited log', "UPDATE audit SET user = 'x' WHERE entry = 1", 'audit', 'audit.altered'],
  ])('%s is an error', async (_, statements, check, code) => {
    withoutTriggers(statements);
    const { code: exit, rows, findings } = await office.json('db', 'check');
    expect(exit).toBe(1);
    expect(rows.filter(({ ok }) => !ok).map((row) => row.check)).toEqual([check]);
    expect(findings.map((each) => each.code)).toEqual([code]);
  });

  /** Takes the triggers away, does it, and puts them back: only what was done shows. */
  function withoutTriggers(statements: string): void {
    const triggers = queryOf(office.db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'") as string[];
    const names = queryOf(office.db, "SELECT name FROM sqlite_schema WHERE type = 'trigger'") as string[];
    office.sql(
      [...names.map((name) => `DROP TRIGGER ${name}`), statements, ...triggers]
        .map((sql) => `${sql};`)
        .join('\n'),
    );
  }

  it.each<[string, (file: string) => void, string]>([
    ['cut off in the middle', (file) => truncateSync(file, 60_000), 'database.part-unreadable'],
    ['overwritten in the middle', (file) => scribble(file, 400_000, 8192), 'database.page-damaged'],
    ['overwritten but for its first page', (file) => scribble(file, 8192), 'database.part-unreadable'],
    ['overwritten from its beginning', (file) => scribble(file, 0), 'database.header-damaged'],
    [
      'no database at all',
      (file) => writeFileSync(file, '姓名,身份证号\n'.repeat(999)),
      'database.header-damaged',
    ],
  ])('a file %s is an error and never a stack trace', async (_, damage, code) => {
    damage(office.db);
    const { code: exit, stderr, findings } = await office.json('db', 'check');
    expect(exit).toBe(1);
    expect(findings.map((each) => each.code)).toContain(code);
    expect(stderr).not.toMatch(/SQLITE|\n\s+at /);
    for (const command of [
      ['db', 'info'],
      ['audit', 'list'],
      ['audit', 'verify'],
    ]) {
      const other = await office.at('15:00', ...command);
      expect([0, 1, 2]).toContain(other.code);
      expect(other.stderr).not.toMatch(/SQLITE|\n\s+at /);
    }
  });

  it('of a database of another program, or of a newer shegong, cannot run', async () => {
    office.sql(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    expect((await office.at('15:00', 'db', 'check')).stderr).toContain('更新版本的程序');
    office.sql('PRAGMA application_id = 1');
    const { code, stderr } = await office.at('15:00', 'db', 'check');
    expect([code, stderr.includes('不是本程序的数据库')]).toEqual([2, true]);
  });
});

function scribble(file: string, from: number, length = Number.POSITIVE_INFINITY): void {
  const bytes = readFileSync(file);
  bytes.fill(0xff, from, Math.min(bytes.length, from + length));
  writeFileSync(file, bytes);
}

describe('db backup', () => {
  it('writes one private file that is a register by itself, and records its sha256', async () => {
    const { code, rows } = await office.json('db', 'backup', backup);
    expect(code).toBe(0);
    expect(rows).toMatchObject([{ file: backup, sha256: sha256(backup), bytes: statSync(backup).size }]);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    expect(others()).toEqual([]);
    expect(queryOf(backup, 'SELECT command FROM audit ORDER BY entry')).toHaveLength(4);
    const last = (await office.json('audit', 'list')).rows.at(-1);
    expect(last).toMatchObject({
      command: 'db backup',
      details: { backup: '备份.db', sha256: sha256(backup) },
    });
  });

  it('has everything that was committed while somebody else has the register open', async () => {
    const other = new BetterSqlite(office.db);
    other.exec('BEGIN; SELECT count(*) FROM batch;');
    other.exec("COMMIT; INSERT INTO person VALUES (7, 'a')");
    expect(existsSync(`${office.db}-wal`)).toBe(true);
    expect((await office.at('15:00', 'db', 'backup', backup)).code).toBe(0);
    other.close();
    expect(queryOf(backup, 'SELECT id_number FROM person WHERE id = 7')).toEqual(['a']);
  });

  it('tells its sha256 and how far it is on a terminal', async () => {
    const { stdout, stderr } = await office.on({ stderr: true }, 'db', 'backup', backup);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/已备份到 .*备份\.db（\d+\.\d MB），打开检查无误。\nSHA-256：[0-9a-f]{64}/);
  });

  it('leaves a file that is there unless --force is given', async () => {
    writeFileSync(backup, 'mine');
    const { code, stderr } = await office.at('15:00', 'db', 'backup', backup);
    expect([code, readFileSync(backup, 'utf8')]).toEqual([2, 'mine']);
    expect(stderr).toContain('--force');
    expect((await office.at('15:00', 'db', 'backup', backup, '--force')).code).toBe(0);
    expect([statSync(backup).mode & 0o777, others()]).toEqual([0o600, []]);
  });

  it('of a damaged register is refused, and the earlier backup stays', async () => {
    await office.at('15:00', 'db', 'backup', backup);
    const before = sha256(backup);
    office.sql('DROP TRIGGER audit_stays');
    const { code, stderr } = await office.at('15:00', 'db', 'backup', backup, '--force');
    expect([code, sha256(backup), others()]).toEqual([2, before, []]);
    expect(stderr).toContain('audit_stays');
  });

  it.each([
    ['the register itself', () => office.db, '正在使用的文件'],
    ['a log of the register', () => `${office.db}-wal`, '正在使用的文件'],
    ['a folder', () => office.folder, '文件夹'],
    ['a folder that is not there', () => join(office.folder, '无', '备份.db'), '文件夹不存在'],
  ])('to %s is refused', async (_, to, words) => {
    const before = sha256(office.db);
    const { code, stderr } = await office.at('15:00', 'db', 'backup', to(), '--force');
    expect([code, sha256(office.db), others()]).toEqual([2, before, []]);
    expect(stderr).toContain(words);
  });
});

describe('db restore', () => {
  const restore = () => office.at('16:00', 'db', 'restore', backup);
  const kept = () => readdirSync(office.folder).filter((name) => name.includes('before-restore'));

  beforeEach(async () => {
    expect((await office.at('14:00', 'db', 'backup', backup)).code).toBe(0);
    expect((await office.at('14:30', 'import', 'undo', '4')).code).toBe(0);
  });

  it('puts the backup in place, keeps the old register beside, and records both', async () => {
    expect(await phoneOf()).toMatchObject({ phone: '13900000000' });
    const { code, stderr } = await restore();
    expect([code, kept()]).toEqual([0, ['shegong.db.before-restore-20260715-1600']]);
    expect(stderr).toContain('shegong.db.before-restore-20260715-1600');
    expect(await phoneOf()).toMatchObject({ phone: '13800000000' });
    const old = join(office.folder, kept()[0] as string);
    const last = (await office.json('audit', 'list', '--command', 'db restore')).rows;
    expect(last).toMatchObject([
      {
        entry: 5,
        details: {
          backup: '备份.db',
          sha256: sha256(backup),
          replaced: { name: 'shegong.db.before-restore-20260715-1600', sha256: sha256(old) },
        },
      },
    ]);
    expect((await office.json('audit', 'verify')).code).toBe(0);
    expect((await office.json('db', 'check')).code).toBe(0);
    expect(queryOf(old, 'SELECT max(id) FROM batch')).toEqual([5]);
    expect(queryOf(old, 'PRAGMA application_id')).toEqual(queryOf(office.db, 'PRAGMA application_id'));
    expect([statSync(office.db).mode & 0o777, statSync(old).mode & 0o777]).toEqual([0o600, 0o600]);
  });

  it('twice in a minute keeps both old registers', async () => {
    await restore();
    expect((await restore()).code).toBe(0);
    expect(kept()).toHaveLength(2);
  });

  it('leaves the backup as it was, also one that is a plain copy with its log', async () => {
    copyFileSync(office.db, backup);
    const writer = new BetterSqlite(office.db);
    writer.exec("INSERT INTO person VALUES (7, 'a')");
    copyFileSync(`${office.db}-wal`, `${backup}-wal`);
    writer.close();
    const before = [sha256(backup), sha256(`${backup}-wal`)];
    expect((await restore()).code).toBe(0);
    expect([sha256(backup), sha256(`${backup}-wal`)]).toEqual(before);
    expect(queryOf(office.db, 'SELECT id FROM person WHERE id = 7')).toEqual([7]);
  });

  it('into an empty place makes the register, for its owner alone', async () => {
    rmSync(office.db);
    expect((await restore()).code).toBe(0);
    expect([statSync(office.db).mode & 0o777, kept()]).toEqual([0o600, []]);
    expect(await phoneOf()).toMatchObject({ phone: '13800000000' });
  });

  it('of a missing register works, and a log that was left behind does not leak in', async () => {
    const writer = new BetterSqlite(office.db);
    writer.exec("INSERT INTO person VALUES (7, 'a')");
    copyFileSync(`${office.db}-wal`, join(office.folder, 'x'));
    writer.close();
    truncateSync(office.db, 0);
    copyFileSync(join(office.folder, 'x'), `${office.db}-wal`);
    expect((await restore()).code).toBe(0);
    expect(queryOf(office.db, 'SELECT id FROM person WHERE id = 7')).toEqual([]);
    expect((await office.json('db', 'check')).code).toBe(0);
  });

  it('mends a damaged register and keeps what is left of it', async () => {
    scribble(office.db, 8192);
    const damaged = sha256(office.db);
    expect((await restore()).code).toBe(0);
    expect(sha256(join(office.folder, kept()[0] as string))).toBe(damaged);
    expect((await office.json('db', 'check')).code).toBe(0);
  });

  it.each<[string, (file: string) => void, RegExp]>([
    ['is half written', (file) => truncateSync(file, 100_000), /没有通过检查/],
    ['is no database', (file) => writeFileSync(file, '姓名,身份证号\n'.repeat(999)), /不是本程序的数据库/],
    ['is empty', (file) => writeFileSync(file, ''), /不是本程序的数据库/],
    ['is of a newer program', (file) => version(file, 99), /更新版本/],
    ['is of another program', (file) => otherProgram(file), /不是本程序的数据库/],
    ['was edited', (file) => edited(file), /没有通过检查/],
  ])('a backup that %s is refused and nothing is touched', async (_, spoil, words) => {
    spoil(backup);
    const before = [sha256(office.db), sha256(backup)];
    const { code, stderr } = await restore();
    expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
    expect(stderr).toContain('备份.db');
    expect([sha256(office.db), sha256(backup)]).toEqual(before);
    expect(others()).toEqual([]);
  });

  it.each([
    ['a file that is not there', () => join(office.folder, '无.db'), '找不到'],
    ['a folder', () => office.folder, '文件夹'],
    ['the register itself', () => office.db, '正在使用的文件'],
  ])('%s is refused', async (_, from, words) => {
    const { code, stderr } = await office.at('16:00', 'db', 'restore', from());
    expect([code, stderr, others()]).toEqual([2, expect.stringContaining(words), []]);
  });

  it('over the database of another program is refused', async () => {
    otherProgram(office.db);
    const before = sha256(office.db);
    expect((await restore()).code).toBe(2);
    expect([sha256(office.db), others()]).toEqual([before, []]);
  });

  it('over a register that may only be read is refused', async () => {
    const descriptor = openSync(office.db, 'r+');
    // the version of writers in the header: of a future that SQLite does not know yet
    writeSync(descriptor, Buffer.from([3]), 0, 1, 18);
    closeSync(descriptor);
    const before = sha256(office.db);
    const { code, stderr } = await restore();
    expect([code, stderr]).toEqual([2, expect.stringContaining('只读')]);
    expect([sha256(office.db), others()]).toEqual([before, []]);
    for (const looks of [
      ['db', 'info'],
      ['db', 'check'],
      ['audit', 'list'],
      ['audit', 'verify'],
    ]) {
      expect([looks, (await office.at('16:00', ...looks)).code]).toEqual([looks, 0]);
    }
    expect((await office.at('16:00', 'db', 'backup', join(office.folder, 'x.db'))).code).toBe(2);
    expect(others()).toEqual([]);
  });

  it('is busy while somebody else is writing, and changes nothing', { timeout: 20_000 }, async () => {
    const writer = new BetterSqlite(office.db);
    writer.exec('BEGIN IMMEDIATE');
    expect((await restore()).code).toBe(75);
    writer.close();
    expect(others()).toEqual([]);
    expect(await phoneOf()).toMatchObject({ phone: '13900000000' });
  });

  it('leaves a second name of the old register as it was', async () => {
    const second = join(office.folder, '另名.db');
    linkSync(office.db, second);
    expect((await restore()).code).toBe(0);
    expect(queryOf(second, 'SELECT max(id) FROM batch')).toEqual([5]);
    expect(queryOf(second, 'PRAGMA application_id')).toEqual(queryOf(office.db, 'PRAGMA application_id'));
  });

  it('goes through a symbolic link and keeps it one', async () => {
    const real = join(office.folder, '库.db');
    renameSync(office.db, real);
    symlinkSync(real, office.db);
    expect((await restore()).code).toBe(0);
    expect([lstatSync(office.db).isSymbolicLink(), kept()]).toEqual([
      true,
      ['库.db.before-restore-20260715-1600'],
    ]);
    expect(queryOf(real, 'SELECT max(id) FROM batch')).toEqual([4]);
  });
});

const version = (file: string, to: number) => {
  const db = new BetterSqlite(file);
  db.pragma(`user_version = ${to}`);
  db.close();
};
const edited = (file: string) => {
  const db = new BetterSqlite(file);
  db.exec("DROP TRIGGER audit_is_final; UPDATE audit SET user = 'x' WHERE entry = 1");
  db.close();
};
const otherProgram = (file: string) => {
  writeFileSync(file, '');
  const db = new BetterSqlite(file);
  db.exec('CREATE TABLE note (text TEXT)');
  db.close();
};
