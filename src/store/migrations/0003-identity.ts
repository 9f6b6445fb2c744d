/**
 * What becomes one: units that are merged into others, and identity numbers that are one person's. Both
 * are facts as any other, dated by what recorded and superseded them; a link of two numbers comes from a
 * command instead of a file.
 */
const ONCE = (table: string) => `
CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table}
  BEGIN SELECT RAISE(ABORT, 'facts are superseded, never deleted'); END;
CREATE TRIGGER ${table}_is_superseded_once BEFORE UPDATE ON ${table}
  WHEN old.superseded IS NOT NULL OR new.superseded IS NULL
  BEGIN SELECT RAISE(ABORT, 'facts are superseded once, never edited'); END;`;

export const identity = `
CREATE TABLE unit_succession (
  id INTEGER PRIMARY KEY,
  unit INTEGER NOT NULL REFERENCES unit,
  successor TEXT NOT NULL,
  file INTEGER NOT NULL REFERENCES file,
  line INTEGER NOT NULL,
  recorded INTEGER NOT NULL REFERENCES batch,
  superseded INTEGER REFERENCES batch
) STRICT;
CREATE UNIQUE INDEX unit_succession_standing ON unit_succession (unit) WHERE superseded IS NULL;
${ONCE('unit_succession')}
CREATE TABLE person_link (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person,
  kept INTEGER NOT NULL REFERENCES person CHECK (kept <> person),
  kind TEXT NOT NULL CHECK (kind IN ('correct-id', 'merge')),
  reason TEXT NOT NULL,
  user TEXT NOT NULL,
  recorded INTEGER NOT NULL REFERENCES batch,
  superseded INTEGER REFERENCES batch
) STRICT;
CREATE UNIQUE INDEX person_link_standing ON person_link (person) WHERE superseded IS NULL;
${ONCE('person_link')}
`;
