-- Addresses left for reminders, apart from names, answers and tables: they lead to a workshop and to nobody at it. The
-- asker is random and the only order there is. `milestone` is the next reminder to come (0, 1, 2), `due` its moment; while it
-- is `sending` nobody knows whether it has left, and `again` says that it is being sent for the second and last time.
CREATE TABLE reminders (
    asker BLOB NOT NULL PRIMARY KEY CHECK (length(asker) = 16),
    workshop INTEGER NOT NULL REFERENCES workshops (number) ON DELETE CASCADE,
    address TEXT NOT NULL,
    lang TEXT NOT NULL CHECK (lang IN ('fr', 'en')),
    since INTEGER NOT NULL,
    milestone INTEGER NOT NULL DEFAULT 0 CHECK (milestone BETWEEN 0 AND 2),
    due INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    sending INTEGER NOT NULL DEFAULT 0 CHECK (sending IN (0, 1)),
    again INTEGER NOT NULL DEFAULT 0 CHECK (again IN (0, 1)),
    UNIQUE (workshop, address)
) STRICT, WITHOUT ROWID;

CREATE INDEX reminders_by_due ON reminders (due);

-- Who has left an address, until the workshop is closed, so that nobody is asked twice. Which one is above, and nothing
-- leads from here to there.
CREATE TABLE left_addresses (
    workshop INTEGER NOT NULL REFERENCES workshops (number) ON DELETE CASCADE,
    actor INTEGER NOT NULL CHECK (actor > 0),
    PRIMARY KEY (workshop, actor)
) STRICT, WITHOUT ROWID;

-- What the secret of a mail opens. Only its hash is kept; it outlives the address, so that the last mail can be answered.
CREATE TABLE asked (
    hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    asker BLOB NOT NULL CHECK (length(asker) = 16),
    workshop INTEGER NOT NULL REFERENCES workshops (number) ON DELETE CASCADE,
    milestone INTEGER NOT NULL CHECK (milestone BETWEEN 0 AND 2),
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was answered. An action has no number of its own here: it is its board's.
CREATE TABLE became (
    asker BLOB NOT NULL CHECK (length(asker) = 16),
    board INTEGER NOT NULL REFERENCES boards (number) ON DELETE CASCADE,
    action INTEGER NOT NULL,
    milestone INTEGER NOT NULL CHECK (milestone BETWEEN 0 AND 2),
    status TEXT NOT NULL CHECK (status IN ('done', 'ongoing', 'dropped', 'help')),
    PRIMARY KEY (asker, board, action, milestone)
) STRICT, WITHOUT ROWID;

CREATE INDEX became_by_board ON became (board);

-- What a team states itself.
CREATE TABLE statements (
    board INTEGER NOT NULL REFERENCES boards (number) ON DELETE CASCADE,
    action INTEGER NOT NULL,
    milestone INTEGER NOT NULL CHECK (milestone BETWEEN 0 AND 2),
    status TEXT NOT NULL CHECK (status IN ('done', 'ongoing', 'dropped', 'help')),
    word TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (board, action, milestone)
) STRICT, WITHOUT ROWID;
