-- The ledger: the history of record. Closed rounds are never changed or deleted (the triggers see to it);
-- decisions and notes that no longer hold are marked as taken back and kept.

CREATE TABLE rounds (
    name         TEXT PRIMARY KEY,
    position     INTEGER NOT NULL UNIQUE,               -- rounds in the order they were opened
    previous     TEXT REFERENCES rounds (name),
    state        TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    heard_from   TEXT NOT NULL,                         -- a JSON list of agencies
    outputs      TEXT NOT NULL                          -- a JSON object: file name -> SHA-256 as written
);

CREATE UNIQUE INDEX only_one_round_is_open ON rounds (state) WHERE state = 'open';

CREATE TABLE recommendations (                          -- the master list as it stood in a round
    round        TEXT NOT NULL REFERENCES rounds (name) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    id           TEXT NOT NULL,
    record       TEXT NOT NULL,
    PRIMARY KEY (round, id)
);

CREATE TABLE documents (
    round        TEXT NOT NULL REFERENCES rounds (name) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    path         TEXT NOT NULL,
    sha256       TEXT NOT NULL,
    outcome      TEXT NOT NULL,
    message      TEXT NOT NULL,
    record       TEXT NOT NULL,
    PRIMARY KEY (round, path)
);

CREATE INDEX documents_by_content ON documents (sha256);

CREATE TABLE updates (                                  -- every row of every return, as written and as understood
    round        TEXT NOT NULL,
    query_id     TEXT NOT NULL,
    position     INTEGER NOT NULL,
    document     TEXT NOT NULL,
    raw          TEXT NOT NULL,                         -- the row as the agency wrote it
    record       TEXT NOT NULL,
    PRIMARY KEY (round, query_id),
    FOREIGN KEY (round, document) REFERENCES documents (round, path) ON DELETE CASCADE
);

CREATE TABLE links (
    round        TEXT NOT NULL,
    query_id     TEXT NOT NULL,
    outcome      TEXT NOT NULL,
    ids          TEXT NOT NULL,                         -- a JSON list of recommendations
    record       TEXT NOT NULL,
    PRIMARY KEY (round, query_id),
    FOREIGN KEY (round, query_id) REFERENCES updates (round, query_id) ON DELETE CASCADE
);

CREATE TABLE entries (                                  -- every recommendation as it stood after a round
    round        TEXT NOT NULL,
    id           TEXT NOT NULL,
    change       TEXT NOT NULL,
    record       TEXT NOT NULL,
    PRIMARY KEY (round, id),
    FOREIGN KEY (round, id) REFERENCES recommendations (round, id) ON DELETE CASCADE
);

CREATE TABLE decisions (                                -- a person's word about a row
    number       INTEGER PRIMARY KEY,
    round        TEXT NOT NULL,                         -- in which it was given
    fingerprint  TEXT NOT NULL,
    record       TEXT NOT NULL,
    taken_back   TEXT                                   -- when a later word replaced it
);

CREATE UNIQUE INDEX one_decision_holds ON decisions (fingerprint) WHERE taken_back IS NULL;

CREATE TABLE board_fields (                             -- what the board itself writes about a recommendation
    number       INTEGER PRIMARY KEY,
    round        TEXT NOT NULL,
    id           TEXT NOT NULL,
    field        TEXT NOT NULL,
    value        TEXT NOT NULL,
    noted        TEXT NOT NULL,
    taken_back   TEXT
);

CREATE UNIQUE INDEX one_value_holds ON board_fields (id, field) WHERE taken_back IS NULL;

CREATE TRIGGER closed_rounds_are_not_changed BEFORE UPDATE ON rounds WHEN old.state = 'closed'
BEGIN SELECT raise(ABORT, 'a closed round stays as it is'); END;

CREATE TRIGGER closed_rounds_are_not_deleted BEFORE DELETE ON rounds WHEN old.state = 'closed'
BEGIN SELECT raise(ABORT, 'a closed round stays as it is'); END;

CREATE TRIGGER closed_recommendations_update BEFORE UPDATE ON recommendations
WHEN (SELECT state FROM rounds WHERE name = old.round) = 'closed'
BEGIN SELECT raise(ABORT, 'a closed round stays as it is'); END;

CREATE TRIGGER closed_recommendations_delete BEFORE DELETE ON recommendations
WHEN (SELECT state FROM rounds WHERE name = old.round) = 'closed'
BEGIN SELECT raise(ABORT, 'a closed round stays as it is'); END;

CREATE TRIGGER closed_documents_update BEFORE UPDATE ON documents
WHEN (SELECT state FROM rounds WHERE name = old.round) = 'closed'
BEGIN SELECT raise(ABORT, 'a closed round stays as it is'); END;

CREATE TRIGGER closed_documents_delete BEFORE DELETE ON documents
WHEN (SELECT state FROM rounds WHERE name = old.round) = 'closed'
BEGIN SELECT raise(ABORT, 'a closed round stays as it is'); END;

CREATE TRIGGER closed_updates_update BEFORE UPDATE ON updates
WHEN (SELECT state FROM rounds WHERE name = old.round) = 'closed'
BEGIN SELECT raise(ABORT, 'a closed round stays as it is'); END;

CREATE TRIGGER closed_updates_delete BEFORE DELETE ON updates
WHEN (SELECT state FROM rounds WHERE name = old.round) = 'closed'
BEGIN SELECT raise(ABORT, 'a closed round stays as it is'); END;

CREATE TRIGGER closed_links_update BEFORE UPDATE ON links
WHEN (SELECT state FROM rounds WHERE name = old.round) = 'closed'
BEGIN SELECT raise(ABORT, 'a closed round stays as it is'); END;

CREATE TRIGGER closed_links_delete BEFORE DELETE ON links
WHEN (SELECT state FROM rounds WHERE name = old.round) = 'closed'
BEGIN SELECT raise(ABORT, 'a closed round stays as it is'); END;

CREATE TRIGGER closed_entries_update BEFORE UPDATE ON entries
WHEN (SELECT state FROM rounds WHERE name = old.round) = 'closed'
BEGIN SELECT raise(ABORT, 'a closed round stays as it is'); END;

CREATE TRIGGER closed_entries_delete BEFORE DELETE ON entries
WHEN (SELECT state FROM rounds WHERE name = old.round) = 'closed'
BEGIN SELECT raise(ABORT, 'a closed round stays as it is'); END;
