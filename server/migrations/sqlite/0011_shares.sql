-- Read-only links to saved boards. Only the hash of a secret is kept; a link that is revoked is no row any more, so
-- that it is answered like one that never was. `origins` are the sites that may frame the board's picture, one a line.
-- A number is never given twice: a page that was opened yesterday must not revoke the link of today.
CREATE TABLE shares (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    mark INTEGER NOT NULL REFERENCES marks (id),
    note TEXT NOT NULL,
    made INTEGER NOT NULL,
    expires INTEGER NOT NULL CHECK (expires > made),
    opened INTEGER NOT NULL DEFAULT 0,
    origins TEXT NOT NULL
) STRICT;

CREATE INDEX shares_by_mark ON shares (mark);
