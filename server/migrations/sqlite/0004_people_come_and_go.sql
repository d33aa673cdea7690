-- Whether people are given a table, the one with the fewest people, or choose it.
ALTER TABLE workshops ADD COLUMN assigned INTEGER NOT NULL DEFAULT 0 CHECK (assigned IN (0, 1));

-- A secret now has a number, by which it is listed and taken back, and says whom it is for. Numbers are never given
-- twice: a page that was opened yesterday must not take back the secret of today.
ALTER TABLE grants RENAME TO grants_before;
CREATE TABLE grants (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    workshop INTEGER NOT NULL REFERENCES workshops (number),
    role TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT;
INSERT INTO grants (hash, workshop, role, name) SELECT hash, workshop, role, '' FROM grants_before;
DROP TABLE grants_before;

CREATE INDEX grants_by_workshop ON grants (workshop);

-- Of a seat that somebody left only the number stays, so that what they did is nobody else's: no browser, no name, no
-- table. `by_grant` is the secret that gave the role, if one did.
ALTER TABLE seats RENAME TO seats_before;
CREATE TABLE seats (
    workshop INTEGER NOT NULL REFERENCES workshops (number),
    actor INTEGER NOT NULL CHECK (actor > 0),
    visitor BLOB CHECK (length(visitor) = 16),
    board INTEGER REFERENCES boards (number),
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT,
    by_grant INTEGER REFERENCES grants (number),
    PRIMARY KEY (workshop, actor),
    UNIQUE (workshop, visitor),
    UNIQUE (workshop, name_key),
    CHECK (visitor IS NOT NULL OR (name = '' AND name_key IS NULL AND board IS NULL AND by_grant IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO seats (workshop, actor, visitor, board, role, name, name_key)
    SELECT workshop, actor, visitor, board, role, name, name_key FROM seats_before;
DROP TABLE seats_before;

CREATE INDEX seats_by_grant ON seats (by_grant) WHERE by_grant IS NOT NULL;
