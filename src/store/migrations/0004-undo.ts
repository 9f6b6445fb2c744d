/**
 * The way back. An undo is a batch of its own: it supersedes what another batch recorded and records anew what
 * that one had superseded, since a superseded fact never stands again itself. `restored_fact` tells which fact
 * such a copy stands for: `original` is the first of the line, so that a copy of a copy is found at once.
 */
const stays = (table: string) => `
CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table}
  BEGIN SELECT RAISE(ABORT, 'what was taken back is never forgotten'); END;
CREATE TRIGGER ${table}_is_final BEFORE UPDATE ON ${table}
  BEGIN SELECT RAISE(ABORT, 'what was taken back is never edited'); END;`;

export const undo = `
CREATE TABLE undo (
  batch INTEGER PRIMARY KEY REFERENCES batch,
  undoes INTEGER NOT NULL REFERENCES batch,
  CHECK (undoes < batch)
) STRICT;
CREATE INDEX undo_by_undone ON undo (undoes);
CREATE TABLE restored_fact (
  fact_table TEXT NOT NULL,
  fact INTEGER NOT NULL,
  original INTEGER NOT NULL,
  PRIMARY KEY (fact_table, fact)
) STRICT, WITHOUT ROWID;
CREATE INDEX restored_fact_by_original ON restored_fact (fact_table, original);
${stays('undo')}
${stays('restored_fact')}
`;
