import BetterSqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, schemaVersion } from '../../src/store/open.js';
import { schemaDifferences } from '../../src/store/schema-differences.js';

const BEFORE_REWARDS = 6;

/** A register of before there were rewards: 2026Q1 closed, 2026Q2 reopened and closed again, somebody owing. */
const OLD = `
  INSERT INTO person (id, id_number) VALUES (1, '000000199001010011'), (2, '000000199001010022');
  INSERT INTO closing (id, quarter, district, known_batch, fingerprint, standards, needs) VALUES
    (1, '2026Q1', '锦江区', 1, 'f', '[]', '[]'), (2, '2026Q2', '锦江区', 2, 'f', '[]', '[]');
  INSERT INTO closed_line VALUES
    (1, 1, 1, 'x', '甲', '', '', '', NULL, NULL, NULL, 20000, 0, 0, 0, 20000, '{}'),
    (2, 1, 2, 'x', '乙', '', '', '', NULL, NULL, NULL, 20000, 0, 0, 0, 20000, '{}'),
    (3, 2, 1, 'x', '甲', '', '', '', NULL, NULL, NULL, 0, 0, 20000, 20000, 0, '{}');
  INSERT INTO settlement (line, person, month, district, kind, amount_fen, entitled_fen, origin_line, cause) VALUES
    (1, 1, '2026-01', '锦江区', 'original', 20000, 20000, NULL, NULL),
    (2, 2, '2026-01', '锦江区', 'original', 20000, 20000, NULL, NULL);
  INSERT INTO closing_move (closing, move, at, by, user) VALUES (1, 'close', '2026-04-01', '王敏', 'x');
  INSERT INTO settlement (line, person, month, district, kind, amount_fen, entitled_fen, origin_line, cause) VALUES
    (3, 1, '2026-01', '锦江区', 'correction', -20000, 0, 1, '{}');
  INSERT INTO recovery (person, district, line, amount_fen, at) VALUES (1, '锦江区', 3, 20000, '2026-07-01');
  INSERT INTO open_item VALUES (2, 2, '2026-04', 'undecided', NULL);
  INSERT INTO closing_move (closing, move, at, by, user) VALUES (2, 'close', '2026-07-01', '王敏', 'x');
  INSERT INTO closing_move (closing, move, at, by, user, reason) VALUES (2, 'reopen', '2026-07-02', '王敏', 'x', '异议');
`;

const TABLES = ['closing', 'closing_move', 'closed_line', 'settlement', 'recovery', 'open_item', 'person'];

it('closed quarters of before there were rewards are taken over to the letter', () => {
  const db = new BetterSqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, BEFORE_REWARDS);
  db.exec(OLD);
  const everything = () => TABLES.map((table) => db.prepare(`SELECT * FROM ${table}`).raw().all());
  const before = everything();
  expect(schemaDifferences(db, 'old')).toEqual([]);

  migrate(db);

  expect(everything()).toEqual(before);
  expect(schemaVersion(db)).toBeGreaterThan(BEFORE_REWARDS);
  expect(schemaDifferences(db, 'new')).toEqual([]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  // and they go on being final, and a quarter more is closed with a reward
  expect(() => db.exec('UPDATE closed_line SET due_fen = 1')).toThrow(/never edited/);
  db.exec(`
    INSERT INTO closing (id, quarter, district, known_batch, fingerprint, standards, needs)
      VALUES (3, '2026Q2', '锦江区', 3, 'f', '[]', '[]');
    INSERT INTO closed_line VALUES (4, 3, 2, 'x', '乙', '', '', '', NULL, NULL, NULL, 1000000, 0, 0, 0, 1000000, '{}');
    INSERT INTO reward_settlement (line, person, title, title_key, awarded_on, district, kind, amount_fen, entitled_fen)
      VALUES (4, 2, '领军人才', '领军人才', '2026-05-20', '锦江区', 'original', 1000000, 1000000);
    INSERT INTO closing_move (closing, move, at, by, user) VALUES (3, 'close', '2026-07-03', '王敏', 'x');`);
  expect(() => db.exec('DELETE FROM reward_settlement')).toThrow(/never deleted/);
  db.close();
});
