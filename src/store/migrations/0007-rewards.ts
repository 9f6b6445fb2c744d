import {
  beforeTheClose,
  changed,
  closingOfLine,
  frozen,
  quarterOf,
  releasedOnce,
  sumOf,
} from './0006-closings.js';

/**
 * Rewards in closed quarters (三(六)2). due_fen of closed_line is what a line is due of itself: its months and,
 * from now on, its rewards. Which rewards those are stands in a table of its own, as final as the months.
 */

const SAME = 'person = new.person AND title_key = new.title_key AND awarded_on = new.awarded_on';
const settled = `(SELECT coalesce(sum(amount_fen), 0) FROM reward_settlement WHERE ${SAME} AND released IS NULL)`;

export const rewards = `
-- What a reward was settled at: once as itself, then by corrections. title_key: the title as it is compared.
-- citation: of the amount; file and source_line: what told of the award.
CREATE TABLE reward_settlement (
  id INTEGER PRIMARY KEY,
  line INTEGER NOT NULL REFERENCES closed_line,
  person INTEGER NOT NULL REFERENCES person,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL CHECK (title_key <> ''),
  awarded_on TEXT NOT NULL CHECK (date(awarded_on) IS awarded_on),
  district TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('original', 'correction')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  entitled_fen INTEGER NOT NULL CHECK (entitled_fen >= 0),
  origin_line INTEGER REFERENCES closed_line,
  cause TEXT,
  citation TEXT,
  file INTEGER REFERENCES file,
  source_line INTEGER,
  released INTEGER REFERENCES closing_move,
  CHECK ((kind = 'correction') = (cause IS NOT NULL)),
  CHECK (kind = 'correction' OR (amount_fen = entitled_fen AND origin_line IS NULL))
) STRICT;
CREATE UNIQUE INDEX reward_settlement_once ON reward_settlement (person, title_key, awarded_on)
  WHERE kind = 'original' AND released IS NULL;
CREATE INDEX reward_settlement_of_person ON reward_settlement (person, title_key, awarded_on);
CREATE INDEX reward_settlement_of_line ON reward_settlement (line);
${frozen(
  'reward_settlement',
  `id = new.id OR (new.kind = 'original' AND new.released IS NULL
    AND ${SAME} AND kind = 'original' AND released IS NULL)`,
  changed([
    ...['id', 'line', 'person', 'title', 'title_key', 'awarded_on', 'district', 'kind', 'amount_fen'],
    ...['entitled_fen', 'origin_line', 'cause', 'citation', 'file', 'source_line'],
  ]),
)}
${releasedOnce('reward_settlement', 'released', closingOfLine('old.line'))}
${beforeTheClose('reward_settlement', closingOfLine('new.line'))}
CREATE TRIGGER reward_settlement_is_of_its_line BEFORE INSERT ON reward_settlement
  WHEN NOT EXISTS (
    SELECT 1 FROM closed_line JOIN closing ON closing.id = closed_line.closing
    WHERE closed_line.id = new.line AND closing.district = new.district
      AND (new.amount_fen < 0 OR closed_line.person = new.person)
      AND (new.kind = 'correction' OR closing.quarter = ${quarterOf('new.awarded_on')}))
  BEGIN SELECT RAISE(ABORT, 'a line settles its own person and rewards'); END;
CREATE TRIGGER reward_settlement_never_too_much BEFORE INSERT ON reward_settlement
  WHEN new.amount_fen > 0 AND ${settled} + new.amount_fen > new.entitled_fen
  BEGIN SELECT RAISE(ABORT, 'a reward is never paid twice'); END;
CREATE TRIGGER reward_settlement_never_below_zero BEFORE INSERT ON reward_settlement
  WHEN new.amount_fen < 0 AND ${settled} + new.amount_fen < 0
  BEGIN SELECT RAISE(ABORT, 'no more is taken back than was paid'); END;
CREATE TRIGGER reopening_lets_go_of_rewards AFTER INSERT ON closing_move WHEN new.move = 'reopen'
  BEGIN
    UPDATE reward_settlement SET released = new.id
      WHERE line IN (SELECT id FROM closed_line WHERE closing = new.closing);
  END;

-- A reward that a closing could not settle, and why.
CREATE TABLE open_reward (
  closing INTEGER NOT NULL REFERENCES closing,
  person INTEGER NOT NULL REFERENCES person,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  awarded_on TEXT NOT NULL,
  code TEXT NOT NULL CHECK (code IN ('undecided', 'settled-elsewhere')),
  district TEXT,
  PRIMARY KEY (closing, person, title_key, awarded_on)
) STRICT, WITHOUT ROWID;
${frozen('open_reward', `closing = new.closing AND ${SAME}`)}
${beforeTheClose('open_reward', 'new.closing')}

-- What the lines of a closing say was settled, taken back and carried is what the other tables hold of it.
DROP TRIGGER closing_adds_up;
CREATE TRIGGER closing_adds_up BEFORE INSERT ON closing_move
  WHEN new.move = 'close' AND EXISTS (
    SELECT 1 FROM closed_line AS line WHERE closing = new.closing AND (
      due_fen + arrears_fen - recovered_fen <> ${sumOf('settlement', 'true')}
        + ${sumOf('reward_settlement', 'true')} - ${sumOf('recovery', 'opening IS NOT NULL')}
      OR carried_fen <> ${sumOf('recovery', 'opening IS NULL')}))
  BEGIN SELECT RAISE(ABORT, 'a closing does not add up'); END;
`;
