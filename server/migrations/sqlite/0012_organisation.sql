-- Who organises, and who only reads saved boards.
ALTER TABLE organisers ADD COLUMN standing TEXT NOT NULL DEFAULT 'organises' CHECK (standing IN ('organises', 'reads'));

-- Invitations to have an account: personal, so each is used once and is then no row any more. Only the hash is kept.
CREATE TABLE invitations (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    name TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('organises', 'reads')),
    made INTEGER NOT NULL,
    expires INTEGER NOT NULL CHECK (expires > made)
) STRICT;

-- What was done to what is kept. It names accounts, and numbers for the rest: what is erased leaves no title here. `who`
-- is a login; empty for somebody who facilitates without an account, NULL for the server itself.
CREATE TABLE register (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    who TEXT,
    act TEXT NOT NULL,
    mark INTEGER,
    workshop INTEGER
) STRICT;

CREATE TRIGGER register_is_not_changed BEFORE UPDATE ON register
BEGIN SELECT RAISE(ABORT, 'the register is only added to'); END;
CREATE TRIGGER register_is_not_erased BEFORE DELETE ON register
BEGIN SELECT RAISE(ABORT, 'the register is only added to'); END;
