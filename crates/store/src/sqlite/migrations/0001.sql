-- What the folder as a whole is: one name, one number.
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The practices of this folder (one, today) and the right edge of each one's tree.
CREATE TABLE practice (
    practice_no INTEGER PRIMARY KEY,
    id          BLOB    NOT NULL UNIQUE,
    frontier    BLOB    NOT NULL,
    appended_at INTEGER NOT NULL,
    verifier    TEXT    NOT NULL
) STRICT;

-- Every stream once, by kind, client and session or author; elsewhere it is a small number.
CREATE TABLE stream (
    practice_no INTEGER NOT NULL REFERENCES practice,
    stream_no   INTEGER NOT NULL,
    kind        INTEGER NOT NULL,
    client      BLOB    NOT NULL,
    part        BLOB    NOT NULL,
    PRIMARY KEY (practice_no, stream_no)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX stream_name ON stream (practice_no, client, kind, part);

-- The log. A table with row ids, so that rows lie in the order they came, whole pages at a time.
CREATE TABLE event (
    practice_no INTEGER NOT NULL,
    stream_no   INTEGER NOT NULL,
    seq         INTEGER NOT NULL,
    position    INTEGER NOT NULL,
    id          BLOB    NOT NULL,
    compartment INTEGER NOT NULL,
    key_version INTEGER NOT NULL,
    appended_at INTEGER NOT NULL,
    actor_kind  INTEGER NOT NULL,
    actor       BLOB    NOT NULL,
    schema      INTEGER NOT NULL,
    leaf        BLOB    NOT NULL,
    sealed      BLOB    NOT NULL,
    FOREIGN KEY (practice_no, stream_no) REFERENCES stream
) STRICT;
CREATE UNIQUE INDEX event_of_stream ON event (practice_no, stream_no, seq);
CREATE UNIQUE INDEX event_of_log ON event (practice_no, position);

-- What came of each command, refusals included.
CREATE TABLE command (
    practice_no INTEGER NOT NULL,
    id          BLOB    NOT NULL,
    sealed      BLOB    NOT NULL,
    PRIMARY KEY (practice_no, id)
) STRICT, WITHOUT ROWID;

-- What lists show of each client, in two sealed halves; always rebuildable from the log.
CREATE TABLE card (
    practice_no INTEGER NOT NULL,
    stream_no   INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    head_seq    INTEGER NOT NULL,
    identity    BLOB    NOT NULL,
    place       BLOB    NOT NULL,
    PRIMARY KEY (practice_no, stream_no),
    FOREIGN KEY (practice_no, stream_no) REFERENCES stream
) STRICT, WITHOUT ROWID;

-- What waits for a moment; always rebuildable from the log.
CREATE TABLE due (
    practice_no INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    stream_no   INTEGER NOT NULL,
    kind        INTEGER NOT NULL,
    PRIMARY KEY (practice_no, at, stream_no, kind),
    FOREIGN KEY (practice_no, stream_no) REFERENCES stream
) STRICT, WITHOUT ROWID;
CREATE INDEX due_of_stream ON due (practice_no, stream_no);

-- Hashes of sign-ins and links.
CREATE TABLE token (
    practice_no INTEGER NOT NULL,
    hash        BLOB    NOT NULL,
    kind        INTEGER NOT NULL,
    subject     BLOB    NOT NULL,
    purpose     INTEGER NOT NULL,
    reference   BLOB,
    issued_at   INTEGER NOT NULL,
    seen_at     INTEGER NOT NULL,
    until       INTEGER NOT NULL,
    ended_at    INTEGER,
    PRIMARY KEY (practice_no, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX token_of_subject ON token (practice_no, subject);

-- Signed checkpoints of the log.
CREATE TABLE checkpoint (
    practice_no INTEGER NOT NULL,
    size        INTEGER NOT NULL,
    note        TEXT    NOT NULL,
    PRIMARY KEY (practice_no, size)
) STRICT, WITHOUT ROWID;
