-- Decks, version by version. What a version says never changes: its files are known by their hash, and another content
-- takes another version. A retired version plays no new workshop, and stays for those that played it.
CREATE TABLE decks (
    slug TEXT NOT NULL,
    version TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    files BLOB NOT NULL,
    kept INTEGER NOT NULL,
    retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
    PRIMARY KEY (slug, version)
) STRICT;

CREATE INDEX decks_by_digest ON decks (digest);
