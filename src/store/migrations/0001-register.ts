/**
 * The register. Identities (person, unit) are rows that never change; everything said about them is a
 * fact with the file and line it was read from, the batch that recorded it and the batch that
 * superseded it. A correction is a new row; the old one stays. So every past state of knowledge can be
 * asked for, and every batch taken back. Days are ISO text, months and quarters too; money is whole fen.
 */
const FACT = `
  file INTEGER NOT NULL REFERENCES file,
  line INTEGER NOT NULL,
  recorded INTEGER NOT NULL REFERENCES batch,
  superseded INTEGER REFERENCES batch`;

/** Facts by table: the columns, and what tells one fact from another among those that stand. */
const FACTS: Record<string, { columns: string; key: string }> = {
  unit_term: {
    columns: `unit INTEGER NOT NULL REFERENCES unit, from_on TEXT, name TEXT NOT NULL, county TEXT NOT NULL,
      township TEXT NOT NULL, kind TEXT CHECK (kind IN ('社区', '建制村')), kind_confirmed INTEGER NOT NULL,
      district TEXT NOT NULL, district_confirmed INTEGER NOT NULL, founded_on TEXT, dissolved_on TEXT`,
    key: `unit, coalesce(from_on, '')`,
  },
  person_detail: {
    columns: `person INTEGER NOT NULL REFERENCES person, name TEXT NOT NULL, sex TEXT, phone TEXT, bank TEXT,
      account TEXT, note TEXT`,
    key: 'person',
  },
  post: {
    columns: `post INTEGER NOT NULL, person INTEGER NOT NULL REFERENCES person, unit INTEGER REFERENCES unit,
      workplace TEXT, district TEXT, township TEXT, stated_on TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT,
      as_of TEXT NOT NULL, category TEXT NOT NULL, title TEXT`,
    key: 'person, post',
  },
  post_change: {
    columns: `post INTEGER NOT NULL, from_on TEXT NOT NULL, category TEXT NOT NULL, title TEXT`,
    key: 'post, from_on',
  },
  certificate: {
    columns: `person INTEGER NOT NULL REFERENCES person, level TEXT NOT NULL
        CHECK (level IN ('员级', '初级', '中级', '高级')),
      number TEXT, approved_on TEXT, issued_on TEXT NOT NULL, issued_assumed INTEGER NOT NULL`,
    key: 'person, level',
  },
  registration: {
    columns: `person INTEGER NOT NULL REFERENCES person, from_on TEXT NOT NULL, until_on TEXT NOT NULL`,
    key: 'person, from_on',
  },
  service_claim: {
    columns: `person INTEGER NOT NULL REFERENCES person, quarter TEXT NOT NULL, claim TEXT NOT NULL`,
    key: 'person, quarter',
  },
  assessment: {
    columns: `person INTEGER NOT NULL REFERENCES person, period TEXT NOT NULL, kind TEXT NOT NULL,
      result TEXT NOT NULL, assessor TEXT, basis TEXT`,
    key: 'person, period, kind',
  },
  pay: {
    columns: `person INTEGER NOT NULL REFERENCES person, from_on TEXT NOT NULL, monthly_fen INTEGER NOT NULL`,
    key: 'person, from_on',
  },
  establishment: {
    columns: `unit INTEGER REFERENCES unit, workplace TEXT, district TEXT, township TEXT, title TEXT NOT NULL,
      count INTEGER NOT NULL CHECK (count >= 0), from_on TEXT NOT NULL, until_on TEXT, document TEXT`,
    key: `coalesce(unit, 0), coalesce(workplace, ''), coalesce(district, ''), title, from_on`,
  },
};

/** One table of facts: at most one standing fact per key, only ever superseded, never edited or deleted. */
const factTable = (name: string, { columns, key }: { columns: string; key: string }) => `
CREATE TABLE ${name} (id INTEGER PRIMARY KEY, ${columns},${FACT}) STRICT;
CREATE UNIQUE INDEX ${name}_standing ON ${name} (${key}) WHERE superseded IS NULL;
CREATE TRIGGER ${name}_stays BEFORE DELETE ON ${name}
  BEGIN SELECT RAISE(ABORT, 'facts are superseded, never deleted'); END;
CREATE TRIGGER ${name}_is_superseded_once BEFORE UPDATE ON ${name}
  WHEN old.superseded IS NOT NULL OR new.superseded IS NULL
  BEGIN SELECT RAISE(ABORT, 'facts are superseded once, never edited'); END;`;

export const register = `
CREATE TABLE batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dataset TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  user TEXT NOT NULL,
  read INTEGER NOT NULL, new INTEGER NOT NULL, changed INTEGER NOT NULL, same INTEGER NOT NULL,
  conflict INTEGER NOT NULL, rejected INTEGER NOT NULL, skipped INTEGER NOT NULL,
  CHECK (read = new + changed + same + conflict + rejected)
) STRICT;
CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES batch,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  encoding TEXT NOT NULL,
  as_of TEXT NOT NULL,
  given_columns TEXT NOT NULL,
  rows INTEGER NOT NULL
) STRICT;
CREATE INDEX file_by_content ON file (sha256);
CREATE TABLE refused_row (
  file INTEGER NOT NULL REFERENCES file,
  line INTEGER NOT NULL,
  PRIMARY KEY (file, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE unit (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE person (id INTEGER PRIMARY KEY, id_number TEXT NOT NULL UNIQUE) STRICT;
${Object.entries(FACTS)
  .map(([name, table]) => factTable(name, table))
  .join('\n')}
CREATE TABLE audit (
  entry INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user TEXT NOT NULL,
  command TEXT NOT NULL,
  details TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END;
CREATE TRIGGER audit_is_final BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit log is never edited'); END;
`;
