/** Mappings of columns that an office saved: saving again or removing ends the old one, which stays. */
export const profiles = `
CREATE TABLE profile (
  id INTEGER PRIMARY KEY,
  dataset TEXT NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  saved_at TEXT NOT NULL,
  user TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE UNIQUE INDEX profile_in_use ON profile (dataset, name) WHERE ended_at IS NULL;
CREATE TRIGGER profile_stays BEFORE DELETE ON profile
  BEGIN SELECT RAISE(ABORT, 'profiles are ended, never deleted'); END;
CREATE TRIGGER profile_is_ended_once BEFORE UPDATE ON profile
  WHEN old.ended_at IS NOT NULL OR new.ended_at IS NULL OR new.content <> old.content
    OR new.dataset <> old.dataset OR new.name <> old.name
  BEGIN SELECT RAISE(ABORT, 'profiles are ended once, never edited'); END;
`;
