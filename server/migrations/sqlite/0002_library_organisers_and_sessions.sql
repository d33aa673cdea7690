-- Saved boards. A number once given is never given again: it is in people's bookmarks.
CREATE TABLE marks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board INTEGER NOT NULL REFERENCES boards (number),
    seq INTEGER NOT NULL CHECK (seq >= 0),
    name TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE organisers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    login TEXT NOT NULL,
    login_key TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL
) STRICT;

-- Which browser is signed in as whom.
CREATE TABLE sign_ins (
    visitor BLOB NOT NULL PRIMARY KEY CHECK (length(visitor) = 16),
    organiser INTEGER NOT NULL REFERENCES organisers (id)
) STRICT, WITHOUT ROWID;

-- A session's id opens it, so only its hash is kept: a backup gives nobody a way in.
CREATE TABLE sessions (
    hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    content BLOB NOT NULL,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_expiry ON sessions (expires);
