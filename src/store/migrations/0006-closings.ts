/**
 * Closed quarters. A closing is a quarter of one paying district as it was frozen: its lines with what was
 * known of each person and month, what each month was settled at, what could not be taken back, and what was
 * handed out. Nothing of it is ever edited or deleted, by this program or by any other: triggers refuse it,
 * INSERT OR REPLACE included. Reopening lets go of a closing by marking it, once.
 */

/** Refuses deletion, replacement and edits. */
export const frozen = (table: string, replaces: string = 'id = new.id', edits: string = 'true') => `
CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table}
  BEGIN SELECT RAISE(ABORT, 'what was closed is never deleted'); END;
CREATE TRIGGER ${table}_is_final BEFORE UPDATE ON ${table} WHEN ${edits}
  BEGIN SELECT RAISE(ABORT, 'what was closed is never edited'); END;
CREATE TRIGGER ${table}_is_not_replaced BEFORE INSERT ON ${table}
  WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${replaces})
  BEGIN SELECT RAISE(ABORT, 'what was closed is never replaced'); END;`;

/** Any change of these columns, by whatever name SQLite knows them (`rowid` is `id`). */
export const changed = (columns: readonly string[]): string =>
  columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ');

/** A mark that is set once, to the move that let go of the closing. */
export const releasedOnce = (table: string, column: string, closing: string) => `
CREATE TRIGGER ${table}_begins_standing BEFORE INSERT ON ${table} WHEN new.${column} IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'only reopening lets go of what was closed'); END;
CREATE TRIGGER ${table}_is_let_go_once BEFORE UPDATE ON ${table}
  WHEN old.${column} IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM closing_move WHERE id = new.${column} AND move = 'reopen' AND closing = ${closing})
  BEGIN SELECT RAISE(ABORT, 'only reopening lets go of what was closed'); END;`;

/** Refuses rows of a closing that is not there, or that was closed already. */
export const beforeTheClose = (table: string, closing: string, when: string = 'true') => `
CREATE TRIGGER ${table}_comes_before_the_close BEFORE INSERT ON ${table}
  WHEN ${when} AND (NOT EXISTS (SELECT 1 FROM closing WHERE id = ${closing})
    OR EXISTS (SELECT 1 FROM closing_move WHERE closing = ${closing}))
  BEGIN SELECT RAISE(ABORT, 'nothing is added to what was closed'); END;`;

const lastMove = `(SELECT move FROM closing_move WHERE closing = new.closing ORDER BY id DESC LIMIT 1)`;
export const sumOf = (table: string, which: string) =>
  `(SELECT coalesce(sum(amount_fen), 0) FROM ${table} WHERE ${table}.line = line.id AND ${which})`;
export const closingOfLine = (line: string) =>
  `(SELECT closing FROM closed_line WHERE closed_line.id = ${line})`;
/** Without blanks at its ends, the wide one of Chinese text among them. */
const trimmed = (column: string) => `trim(${column}, char(9, 10, 13, 32, 160, 12288))`;
export const quarterOf = (month: string) =>
  `substr(${month}, 1, 4) || 'Q' || ((substr(${month}, 6, 2) + 2) / 3)`;
const settled = `(SELECT coalesce(sum(amount_fen), 0) FROM settlement
    WHERE person = new.person AND month = new.month AND released IS NULL)`;

export const closings = `
DROP TABLE closed_quarter;

-- known_batch: the last import whose facts were seen. standards: rates, deciding day, conditions and minimum of
-- every month. needs: what each condition asked for, with its article; traces refer to it by place.
CREATE TABLE closing (
  id INTEGER PRIMARY KEY,
  quarter TEXT NOT NULL,
  district TEXT NOT NULL,
  known_batch INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  standards TEXT NOT NULL,
  needs TEXT NOT NULL,
  reopened INTEGER REFERENCES closing_move
) STRICT;
CREATE UNIQUE INDEX closing_stands ON closing (quarter, district) WHERE reopened IS NULL;
${frozen(
  'closing',
  'id = new.id OR (quarter = new.quarter AND district = new.district AND reopened IS NULL)',
  changed(['id', 'quarter', 'district', 'known_batch', 'fingerprint', 'standards', 'needs']),
)}
${releasedOnce('closing', 'reopened', 'old.id')}

CREATE TABLE closing_move (
  id INTEGER PRIMARY KEY,
  closing INTEGER NOT NULL REFERENCES closing,
  move TEXT NOT NULL CHECK (move IN ('close', 'approve', 'export', 'reopen')),
  at TEXT NOT NULL,
  by TEXT NOT NULL CHECK (by <> '' AND by = ${trimmed('by')}),
  user TEXT NOT NULL,
  document TEXT,
  notice_from TEXT,
  notice_until TEXT,
  reason TEXT,
  CHECK (move <> 'reopen' OR (${trimmed('reason')} <> '') IS TRUE),
  CHECK (move <> 'approve' OR (notice_from <= notice_until) IS TRUE)
) STRICT;
CREATE INDEX closing_move_of_closing ON closing_move (closing);
${frozen('closing_move')}
CREATE TRIGGER closing_move_is_the_last AFTER INSERT ON closing_move
  WHEN new.id < (SELECT max(id) FROM closing_move)
  BEGIN SELECT RAISE(ABORT, 'a move is recorded after all others'); END;
CREATE TRIGGER closing_move_has_a_closing BEFORE INSERT ON closing_move
  WHEN NOT EXISTS (SELECT 1 FROM closing WHERE id = new.closing AND reopened IS NULL)
  BEGIN SELECT RAISE(ABORT, 'a quarter cannot be moved so'); END;
CREATE TRIGGER closing_move_follows BEFORE INSERT ON closing_move
  WHEN NOT CASE new.move
    WHEN 'close' THEN ${lastMove} IS NULL
    WHEN 'approve' THEN ${lastMove} IS 'close'
    WHEN 'export' THEN ${lastMove} IS 'approve'
    ELSE coalesce(${lastMove}, '') IN ('close', 'approve') END
  BEGIN SELECT RAISE(ABORT, 'a quarter cannot be moved so'); END;
CREATE TRIGGER approver_is_not_closer BEFORE INSERT ON closing_move
  WHEN new.move = 'approve'
    AND new.by IN (SELECT by FROM closing_move WHERE closing = new.closing AND move = 'close')
  BEGIN SELECT RAISE(ABORT, 'who closed a quarter does not approve it'); END;
CREATE TRIGGER reopening_lets_go AFTER INSERT ON closing_move WHEN new.move = 'reopen'
  BEGIN
    UPDATE closing SET reopened = new.id WHERE id = new.closing;
    UPDATE settlement SET released = new.id
      WHERE line IN (SELECT id FROM closed_line WHERE closing = new.closing);
    UPDATE recovery SET released = new.id
      WHERE line IN (SELECT id FROM closed_line WHERE closing = new.closing);
  END;

-- One person in one closing. 应发 + 补发 - 扣回 + what is carried to the recovery list = 实发.
CREATE TABLE closed_line (
  id INTEGER PRIMARY KEY,
  closing INTEGER NOT NULL REFERENCES closing,
  person INTEGER NOT NULL REFERENCES person,
  id_number TEXT NOT NULL,
  name TEXT NOT NULL,
  township TEXT NOT NULL,
  unit TEXT NOT NULL,
  unit_code TEXT NOT NULL,
  registered_until TEXT,
  bank TEXT,
  account TEXT,
  due_fen INTEGER NOT NULL CHECK (due_fen >= 0),
  arrears_fen INTEGER NOT NULL CHECK (arrears_fen >= 0),
  recovered_fen INTEGER NOT NULL CHECK (recovered_fen >= 0),
  carried_fen INTEGER NOT NULL CHECK (carried_fen >= 0),
  net_fen INTEGER NOT NULL CHECK (net_fen >= 0),
  trace TEXT NOT NULL,
  CHECK (net_fen = due_fen + arrears_fen - recovered_fen + carried_fen),
  CHECK (net_fen = 0 OR carried_fen = 0)
) STRICT;
CREATE UNIQUE INDEX closed_line_once ON closed_line (closing, person);
CREATE INDEX closed_line_of_person ON closed_line (person);
CREATE INDEX closed_line_paid ON closed_line (closing) WHERE net_fen > 0;
${frozen('closed_line', 'id = new.id OR (closing = new.closing AND person = new.person)')}
${beforeTheClose('closed_line', 'new.closing')}

-- What a month was settled at: once as itself, then by corrections. Never twice, never below zero, never
-- above what the person is entitled to.
CREATE TABLE settlement (
  id INTEGER PRIMARY KEY,
  line INTEGER NOT NULL REFERENCES closed_line,
  person INTEGER NOT NULL REFERENCES person,
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  district TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('original', 'correction')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  entitled_fen INTEGER NOT NULL CHECK (entitled_fen >= 0),
  origin_line INTEGER REFERENCES closed_line,
  cause TEXT,
  trace TEXT,
  released INTEGER REFERENCES closing_move,
  CHECK ((kind = 'correction') = (cause IS NOT NULL)),
  CHECK (kind = 'correction' OR (amount_fen = entitled_fen AND origin_line IS NULL AND trace IS NULL))
) STRICT;
CREATE UNIQUE INDEX settlement_once ON settlement (person, month) WHERE kind = 'original' AND released IS NULL;
CREATE INDEX settlement_of_month ON settlement (month, person);
CREATE INDEX settlement_corrected ON settlement (month) WHERE kind = 'correction';
CREATE INDEX settlement_of_line ON settlement (line);
${frozen(
  'settlement',
  `id = new.id OR (new.kind = 'original' AND new.released IS NULL
    AND person = new.person AND month = new.month AND kind = 'original' AND released IS NULL)`,
  changed([
    ...['id', 'line', 'person', 'month', 'district', 'kind', 'amount_fen', 'entitled_fen', 'origin_line'],
    ...['cause', 'trace'],
  ]),
)}
${releasedOnce('settlement', 'released', closingOfLine('old.line'))}
${beforeTheClose('settlement', closingOfLine('new.line'))}
CREATE TRIGGER settlement_is_of_its_line BEFORE INSERT ON settlement
  WHEN NOT EXISTS (
    SELECT 1 FROM closed_line JOIN closing ON closing.id = closed_line.closing
    WHERE closed_line.id = new.line AND closing.district = new.district
      AND (new.amount_fen < 0 OR closed_line.person = new.person)
      AND (new.kind = 'correction' OR closing.quarter = ${quarterOf('new.month')}))
  BEGIN SELECT RAISE(ABORT, 'a line settles its own person and months'); END;
CREATE TRIGGER settlement_never_too_much BEFORE INSERT ON settlement
  WHEN new.amount_fen > 0 AND ${settled} + new.amount_fen > new.entitled_fen
  BEGIN SELECT RAISE(ABORT, 'a month is never paid twice'); END;
CREATE TRIGGER settlement_never_below_zero BEFORE INSERT ON settlement
  WHEN new.amount_fen < 0 AND ${settled} + new.amount_fen < 0
  BEGIN SELECT RAISE(ABORT, 'no more is taken back than was paid'); END;

-- 待追回: opened by a line whose sum is negative; taken back by later lines, or by money that the person returned
-- (no line, then somebody and a reason).
CREATE TABLE recovery (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person,
  district TEXT NOT NULL,
  line INTEGER REFERENCES closed_line,
  opening INTEGER REFERENCES recovery,
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  at TEXT NOT NULL,
  by TEXT,
  reason TEXT,
  released INTEGER REFERENCES closing_move,
  CHECK (line IS NOT NULL OR (opening IS NOT NULL AND ${trimmed('by')} <> '' AND ${trimmed('reason')} <> '') IS TRUE)
) STRICT;
CREATE INDEX recovery_of_opening ON recovery (opening);
CREATE INDEX recovery_of_line ON recovery (line);
${frozen(
  'recovery',
  'id = new.id',
  changed(['id', 'person', 'district', 'line', 'opening', 'amount_fen', 'at', 'by', 'reason']),
)}
${releasedOnce('recovery', 'released', closingOfLine('old.line'))}
${beforeTheClose('recovery', closingOfLine('new.line'), 'new.line IS NOT NULL')}
CREATE TRIGGER recovery_never_too_much BEFORE INSERT ON recovery
  WHEN new.opening IS NOT NULL AND new.amount_fen + (
    SELECT coalesce(sum(amount_fen), 0) FROM recovery WHERE opening = new.opening AND released IS NULL)
    > coalesce((SELECT amount_fen FROM recovery
        WHERE id = new.opening AND opening IS NULL AND released IS NULL), 0)
  BEGIN SELECT RAISE(ABORT, 'no more is taken back than is owed'); END;

-- What the lines of a closing say was settled, taken back and carried is what the other tables hold of it.
CREATE TRIGGER closing_adds_up BEFORE INSERT ON closing_move
  WHEN new.move = 'close' AND EXISTS (
    SELECT 1 FROM closed_line AS line WHERE closing = new.closing AND (
      due_fen + arrears_fen - recovered_fen <> ${sumOf('settlement', 'true')} - ${sumOf('recovery', 'opening IS NOT NULL')}
      OR carried_fen <> ${sumOf('recovery', 'opening IS NULL')}))
  BEGIN SELECT RAISE(ABORT, 'a closing does not add up'); END;

-- A month that a closing could not settle, and why.
CREATE TABLE open_item (
  closing INTEGER NOT NULL REFERENCES closing,
  person INTEGER NOT NULL REFERENCES person,
  month TEXT NOT NULL,
  code TEXT NOT NULL CHECK (code IN ('undecided', 'settled-elsewhere')),
  district TEXT,
  PRIMARY KEY (closing, person, month)
) STRICT, WITHOUT ROWID;
${frozen('open_item', 'closing = new.closing AND person = new.person AND month = new.month')}
${beforeTheClose('open_item', 'new.closing')}

-- What was handed out of a closed quarter, byte for byte. request: what was asked for, so that asking again
-- gives the same; a bank file says by its entries which lines it pays.
CREATE TABLE issued_paper (
  id INTEGER PRIMARY KEY,
  quarter TEXT NOT NULL,
  request TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  entry TEXT NOT NULL,
  bytes BLOB NOT NULL,
  at TEXT NOT NULL,
  user TEXT NOT NULL,
  known_batch INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX issued_paper_once ON issued_paper (request);
${frozen('issued_paper', 'id = new.id OR request = new.request')}
-- A line is sent again only after the bank has said of the last file that it failed: answer is that payment.
CREATE TABLE bank_entry (
  paper INTEGER NOT NULL REFERENCES issued_paper,
  line INTEGER NOT NULL REFERENCES closed_line,
  attempt INTEGER NOT NULL CHECK (attempt > 0),
  answer INTEGER REFERENCES payment,
  PRIMARY KEY (line, attempt),
  CHECK ((attempt = 1) = (answer IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX bank_entry_of_paper ON bank_entry (paper);
CREATE UNIQUE INDEX bank_entry_answer ON bank_entry (answer) WHERE answer IS NOT NULL;
${frozen('bank_entry', 'line = new.line AND attempt = new.attempt')}
CREATE TRIGGER bank_entry_of_an_exported_line BEFORE INSERT ON bank_entry
  WHEN NOT EXISTS (
    SELECT 1 FROM closed_line JOIN closing_move ON closing_move.closing = closed_line.closing
    WHERE closed_line.id = new.line AND net_fen > 0 AND move = 'export')
  BEGIN SELECT RAISE(ABORT, 'only what was exported is sent to a bank'); END;
CREATE TRIGGER bank_entry_answers_a_failure BEFORE INSERT ON bank_entry
  WHEN new.attempt <> 1 + (SELECT count(*) FROM bank_entry WHERE line = new.line)
    OR new.attempt > 1 AND EXISTS (SELECT 1 FROM bank_entry WHERE answer = new.answer)
    OR new.attempt > 1 AND NOT EXISTS (
      SELECT 1 FROM payment JOIN closed_line ON closed_line.id = new.line
        JOIN closing ON closing.id = closed_line.closing
      WHERE payment.id = new.answer AND payment.superseded IS NULL AND payment.state = '失败'
        AND payment.attempt = new.attempt - 1 AND payment.quarter = closing.quarter
        AND payment.district = closing.district AND payment.amount_fen = net_fen)
  BEGIN SELECT RAISE(ABORT, 'a line is sent to a bank again only after a failure'); END;

-- Which district pays, and which bank file a payment answers. No register has payments yet: until now, no quarter
-- could be closed.
ALTER TABLE payment ADD COLUMN district TEXT NOT NULL DEFAULT '';
ALTER TABLE payment ADD COLUMN attempt INTEGER NOT NULL DEFAULT 1 CHECK (attempt >= 0);
DROP INDEX payment_standing;
CREATE UNIQUE INDEX payment_standing ON payment (person, quarter, district, amount_fen, attempt)
  WHERE superseded IS NULL;

CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit
  WHEN EXISTS (SELECT 1 FROM audit WHERE entry = new.entry)
  BEGIN SELECT RAISE(ABORT, 'the audit log is never edited'); END;
`;
