/**
 * The datasets beside rosters, units and posts: one table of facts each, kept like those of the first
 * step. Money is whole fen, hours are whole hundredths. Nobody who complains is in here.
 */
const FACT = `
  file INTEGER NOT NULL REFERENCES file,
  line INTEGER NOT NULL,
  recorded INTEGER NOT NULL REFERENCES batch,
  superseded INTEGER REFERENCES batch`;

const PERSON = 'person INTEGER NOT NULL REFERENCES person';

/** Facts by table: the columns, and what tells one fact from another among those that stand. */
const FACTS: Record<string, { columns: string; key: string }> = {
  service_record: {
    columns: `${PERSON}, served_on TEXT NOT NULL, field TEXT, hours INTEGER CHECK (hours >= 0), content TEXT,
      occurrence INTEGER NOT NULL CHECK (occurrence > 0)`,
    key: `person, served_on, coalesce(field, ''), coalesce(hours, ''), coalesce(content, ''), occurrence`,
  },
  training: {
    columns: `${PERSON}, course TEXT NOT NULL, provider TEXT, from_on TEXT NOT NULL, until_on TEXT,
      hours INTEGER NOT NULL CHECK (hours >= 0), proof TEXT`,
    key: 'person, course, from_on',
  },
  station: {
    columns: `level TEXT NOT NULL, name TEXT NOT NULL, district TEXT, township TEXT, unit INTEGER REFERENCES unit,
      founded_on TEXT NOT NULL, dissolved_on TEXT, operator TEXT, staff INTEGER, certified INTEGER`,
    key: `level, name, coalesce(district, ''), coalesce(township, ''), coalesce(unit, '')`,
  },
  supervisor: {
    columns: `${PERSON}, level TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT, document TEXT`,
    key: 'person, level, from_on',
  },
  award: {
    columns: `${PERSON}, title TEXT NOT NULL, awarded_on TEXT NOT NULL, awarded_by TEXT, document TEXT`,
    key: 'person, title, awarded_on',
  },
  complaint: {
    columns: `number TEXT NOT NULL, person INTEGER REFERENCES person, organisation TEXT, received_on TEXT NOT NULL,
      category TEXT NOT NULL, due_on TEXT, settled_on TEXT, result TEXT, suspended_from TEXT, suspended_until TEXT`,
    key: 'number',
  },
  payment: {
    columns: `${PERSON}, quarter TEXT NOT NULL, amount_fen INTEGER NOT NULL, state TEXT NOT NULL
        CHECK (state IN ('成功', '失败')), reason TEXT, paid_on TEXT`,
    key: 'person, quarter, amount_fen',
  },
  project: {
    columns: `name TEXT NOT NULL, district TEXT NOT NULL, year TEXT NOT NULL, budget_fen INTEGER NOT NULL,
      labour_fen INTEGER NOT NULL, contractor TEXT`,
    key: 'name, district, year',
  },
  fund_entry: {
    columns: `entered_on TEXT NOT NULL, level TEXT NOT NULL, direction TEXT NOT NULL
        CHECK (direction IN ('收入', '支出')), amount_fen INTEGER NOT NULL, party TEXT, summary TEXT,
      occurrence INTEGER NOT NULL CHECK (occurrence > 0)`,
    key: `entered_on, level, direction, amount_fen, coalesce(party, ''), coalesce(summary, ''), occurrence`,
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

export const datasets = `
${Object.entries(FACTS)
  .map(([name, table]) => factTable(name, table))
  .join('\n')}
CREATE INDEX service_record_by_day ON service_record (served_on) WHERE superseded IS NULL;
CREATE INDEX complaint_by_person ON complaint (person) WHERE superseded IS NULL;
CREATE TABLE closed_quarter (
  quarter TEXT NOT NULL,
  district TEXT NOT NULL,
  closed_at TEXT NOT NULL,
  closed_by TEXT NOT NULL,
  PRIMARY KEY (quarter, district)
) STRICT;
`;
