import { createHash } from 'node:crypto';
import BetterSqlite from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Office, registerFile } from './register-file.js';

/** As the program makes it. */
const TRIGGER =
  "CREATE TRIGGER audit_is_final BEFORE UPDATE ON audit\n  BEGIN SELECT RAISE(ABORT, 'the audit log is never edited'); END;";

let office: Office;
beforeAll(async () => {
  office = await registerFile();
});

describe('audit list', () => {
  it('tells each entry in order, the newest last, with the hash of the one before', async () => {
    const { code, rows, totals } = await office.json('audit', 'list');
    expect([code, totals]).toEqual([0, { entries: 4 }]);
    expect(rows.map(({ entry, command }) => [entry, command])).toEqual([
      [1, 'init'],
      [2, 'import roster'],
      [3, 'import roster'],
      [4, 'import undo'],
    ]);
    expect(rows[0]).toMatchObject({ at: '2026-07-15T01:00:00.000Z', previous: '', by: null });
    expect(rows[3]).toMatchObject({
      by: '李主任',
      details: { batch: 4, undoes: 3 },
      previous: rows[2]?.hash,
    });
    expect(rows[2]).toMatchObject({ details: { counts: { changed: 1 }, files: [{ name: '七月.csv' }] } });
  });

  it('says in a line what was done, with counts and files, and no hash of a file', async () => {
    const { stdout, stderr } = await office.at('15:00', 'audit', 'list', '--format', 'csv');
    const lines = stdout.trim().split('\n');
    expect(lines[0]?.trim()).toBe('序号,时间,系统用户,经办人,命令,内容,哈希值');
    expect(lines[2]).toMatch(/^2,2026-07-15 10:00,.*import roster,批次 2；数据 roster；共读取 1 行：新增 1/);
    expect(lines[3]).toContain('文件 七月.csv');
    expect(lines[4]).toMatch(/李主任,import undo,批次 4；撤回批次 3；记录 基本信息 1（替代 1）/);
    expect(stderr).toContain('共 4 条审计记录');
  });

  it.each<[string[], number[]]>([
    [
      ['--command', 'import'],
      [2, 3, 4],
    ],
    [['--command', 'import undo'], [4]],
    [['--command', 'imp'], []],
    [['--by', '李主任'], [4]],
    [['--user', 'nobody-of-that-name'], []],
    [
      ['--since', '2026-07-15'],
      [1, 2, 3, 4],
    ],
    [['--since', '2026-07-16'], []],
    [
      ['--until', '2026-07-15'],
      [1, 2, 3, 4],
    ],
    [['--until', '2026-07-14'], []],
  ])('%s', async (options, entries) => {
    const { rows } = await office.json('audit', 'list', ...options);
    expect(rows.map(({ entry }) => entry)).toEqual(entries);
  });

  it('a day begins and ends in Chengdu', async () => {
    const other = await registerFile();
    // still 14 July in UTC
    await other.at('00:30', 'db', 'backup', `${other.folder}/a.db`);
    const until = await other.json('audit', 'list', '--until', '2026-07-14', '--command', 'db backup');
    const since = await other.json('audit', 'list', '--since', '2026-07-15', '--command', 'db backup');
    expect([until.rows.length, since.rows.length]).toEqual([0, 1]);
  });

  it('hides numbers of people in texts, and records who asked to see them', async () => {
    const other = await registerFile();
    await other.at('13:00', 'import', 'undo', '4', '--by', '13800000000');
    const plain = await other.at('15:00', 'audit', 'list', '--format', 'json');
    expect(plain.stdout).not.toContain('13800000000');
    const whole = await other.json('audit', 'list', '--reveal');
    expect(whole.rows.at(-2)).toMatchObject({ by: '13800000000' });
    expect(whole.rows.at(-1)).toMatchObject({ command: 'audit list', details: { reveal: true } });
  });

  it('an entry that is no JSON any more is still listed', async () => {
    const other = await registerFile();
    other.sql("DROP TRIGGER audit_is_final; UPDATE audit SET details = '{' WHERE entry = 2");
    const { stdout } = await other.at('15:00', 'audit', 'list', '--format', 'csv');
    expect(stdout).toContain('（内容无法读取）');
  });
});

describe('audit verify', () => {
  it('an untouched log is sound, and its last hash can be noted and found again', async () => {
    const { code, rows, totals, findings } = await office.json('audit', 'verify');
    expect([code, rows, findings]).toEqual([0, [], []]);
    expect(totals).toMatchObject({ entries: 4, broken: 0, lastEntry: 4 });
    const hash = String(totals.lastHash);
    const { stderr } = await office.at('15:00', 'audit', 'verify');
    expect(stderr).toContain('审计记录共 4 条，逐条验算无误，没有缺漏。');
    expect(stderr).toContain(`哈希值 ${hash}`);
    for (const noted of [
      hash,
      hash.slice(0, 16),
      hash.slice(0, 16).toUpperCase(),
      `${hash.slice(0, 8)} ${hash.slice(8)}`,
    ]) {
      const again = await office.json('audit', 'verify', '--expect', noted);
      expect([again.code, again.totals.expectedEntry]).toEqual([0, 4]);
    }
  });

  it.each<[string, string, [number, string[]][], string[]]>([
    [
      'an edited entry',
      `DROP TRIGGER audit_is_final; UPDATE audit SET user = 'x' WHERE entry = 2; ${TRIGGER}`,
      [[2, ['altered']]],
      ['audit.altered'],
    ],
    [
      'a time that is none',
      `DROP TRIGGER audit_is_final; UPDATE audit SET at = '～' WHERE entry = 2; ${TRIGGER}`,
      [[2, ['altered']]],
      ['audit.altered', 'audit.time-backwards'],
    ],
    ['a trigger that is not there any more', 'DROP TRIGGER audit_is_final', [], ['database.object-missing']],
    [
      'a trigger that does nothing',
      'DROP TRIGGER audit_is_final; CREATE TRIGGER audit_is_final BEFORE UPDATE ON audit BEGIN SELECT 1; END',
      [],
      ['database.object-changed'],
    ],
    [
      'a removed entry',
      'DROP TRIGGER audit_stays; DELETE FROM audit WHERE entry = 3',
      [[4, ['gap', 'unlinked']]],
      ['database.object-missing', 'audit.gap', 'audit.unlinked', 'audit.batch-unrecorded'],
    ],
    [
      'a removed first entry',
      'DROP TRIGGER audit_stays; DELETE FROM audit WHERE entry = 1',
      [[2, ['gap', 'unlinked']]],
      ['database.object-missing', 'audit.gap', 'audit.unlinked', 'audit.batch-unrecorded'],
    ],
    [
      'an end that was cut off, where batches know better',
      'DROP TRIGGER audit_stays; DELETE FROM audit WHERE entry = 4',
      [],
      ['database.object-missing', 'audit.batch-unrecorded'],
    ],
    [
      'an entry that was put in',
      "INSERT INTO audit (at, user, command, details, previous, hash) VALUES ('2026-07-15T08:00:00.000Z', 'x', 'x', '{}', '', 'x')",
      [[5, ['unlinked', 'altered']]],
      ['audit.unlinked', 'audit.altered'],
    ],
  ])('%s is found', async (_, statements, broken, codes) => {
    const other = await registerFile();
    other.sql(statements);
    const { code, rows, totals, findings } = await other.json('audit', 'verify');
    expect(code).toBe(1);
    expect(rows.map(({ entry, breaks }) => [entry, breaks])).toEqual(broken);
    expect(totals.broken).toBe(broken.length);
    expect(findings.map((each) => each.code)).toEqual(codes);
    const isRemark = ({ code: each }: { code: string }) => each === 'audit.time-backwards';
    expect(findings.every((each) => (each.severity === 'error') !== isRemark(each))).toBe(true);
  });

  it('a log that was taken away as a whole is damage', async () => {
    const other = await registerFile();
    other.sql('DROP TABLE audit');
    for (const looks of ['list', 'verify']) {
      const { code, stderr } = await other.at('15:00', 'audit', looks);
      expect([code, stderr]).toEqual([2, expect.stringContaining('已损坏')]);
    }
    const { code, findings } = await other.json('db', 'check');
    expect(code).toBe(1);
    expect(findings.map((each) => each.code)).toContain('database.object-missing');
  });

  it('a clock that was set back is only a remark', async () => {
    const other = await registerFile();
    await other.at('08:00', 'db', 'backup', `${other.folder}/a.db`);
    const { code, findings } = await other.json('audit', 'verify');
    expect([code, findings.map(({ code: each, severity }) => [each, severity])]).toEqual([
      0,
      [['audit.time-backwards', 'info']],
    ]);
  });

  it('who rewrites the whole log is found out by the hash that was noted', async () => {
    const noted = String((await office.json('audit', 'verify')).totals.lastHash);
    const other = await registerFile();
    rewriteLog(other);
    expect(await other.json('audit', 'verify')).toMatchObject({ code: 0, rows: [], findings: [] });
    const { code, stderr, findings } = await other.json('audit', 'verify', '--expect', noted);
    expect([code, findings.map((each) => each.code)]).toEqual([1, ['audit.hash-missing']]);
    expect(stderr).toContain(noted.slice(0, 8));
    expect(stderr).not.toContain('没有缺漏');
  });

  it.each(['abc', 'g'.repeat(64), 'a'.repeat(65)])('--expect %s is refused', async (value) => {
    const { code, stderr } = await office.at('15:00', 'audit', 'verify', '--expect', value);
    expect(code).toBe(2);
    expect(stderr).toContain('不是哈希值');
  });
});

/** Blames somebody else for the first import and computes every hash anew, leaving no trace in the file. */
function rewriteLog({ db: file }: Office): void {
  const db = new BetterSqlite(file);
  db.exec('DROP TRIGGER audit_is_final');
  let previous = '';
  for (const each of db.prepare('SELECT * FROM audit ORDER BY entry').all() as Record<string, string>[]) {
    const user = each.command === 'import roster' ? 'somebody else' : each.user;
    const words = [previous, each.at, user, each.command, each.details];
    const hash = createHash('sha256').update(words.join('\n')).digest('hex');
    db.prepare('UPDATE audit SET user = ?, previous = ?, hash = ? WHERE entry = ?').run(
      user,
      previous,
      hash,
      each.entry,
    );
    previous = hash;
  }
  db.exec(TRIGGER);
  db.close();
}
