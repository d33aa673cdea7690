-- "Coul": how a file is known to be one of ours before anything in it is trusted.
PRAGMA application_id = 1131378028;

-- Ids from outside are 16 random bytes; inside the file a small number stands for them, so that entries stay short.
CREATE TABLE workshops (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    title TEXT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    deck TEXT NOT NULL,
    deck_version TEXT NOT NULL,
    format INTEGER NOT NULL,
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    created INTEGER NOT NULL
) STRICT;

-- Table 1 has place 1.
CREATE TABLE boards (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    workshop INTEGER NOT NULL REFERENCES workshops (number),
    place INTEGER NOT NULL CHECK (place > 0),
    UNIQUE (workshop, place)
) STRICT;

-- The logs. No place twice, no submission twice; `op` carries its own version and checksum.
CREATE TABLE entries (
    board INTEGER NOT NULL REFERENCES boards (number),
    seq INTEGER NOT NULL CHECK (seq > 0),
    op_id BLOB NOT NULL CHECK (length(op_id) = 16),
    actor INTEGER NOT NULL,
    at INTEGER NOT NULL,
    op BLOB NOT NULL,
    PRIMARY KEY (board, seq),
    UNIQUE (board, op_id)
) STRICT, WITHOUT ROWID;

-- What spares folding a log from its start. Losing one loses nothing.
CREATE TABLE checkpoints (
    board INTEGER NOT NULL REFERENCES boards (number),
    seq INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (board, seq)
) STRICT;

-- `name_key` is the name with its case and spaces levelled: what must be unique at a workshop.
CREATE TABLE seats (
    workshop INTEGER NOT NULL REFERENCES workshops (number),
    actor INTEGER NOT NULL CHECK (actor > 0),
    visitor BLOB NOT NULL CHECK (length(visitor) = 16),
    board INTEGER REFERENCES boards (number),
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    PRIMARY KEY (workshop, actor),
    UNIQUE (workshop, visitor),
    UNIQUE (workshop, name_key)
) STRICT, WITHOUT ROWID;

-- Only the hash of a secret is kept.
CREATE TABLE grants (
    hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    workshop INTEGER NOT NULL REFERENCES workshops (number),
    role TEXT NOT NULL
) STRICT, WITHOUT ROWID;
