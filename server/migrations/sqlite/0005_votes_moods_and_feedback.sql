-- Who votes for which board, while the vote is open: closing it counts these rows and deletes them.
CREATE TABLE votes (
    workshop INTEGER NOT NULL REFERENCES workshops (number),
    actor INTEGER NOT NULL CHECK (actor > 0),
    board INTEGER NOT NULL REFERENCES boards (number),
    PRIMARY KEY (workshop, actor)
) STRICT, WITHOUT ROWID;

-- What a vote came to. A workshop's vote is closed when its boards are in here, all of them at once.
CREATE TABLE counts (
    board INTEGER PRIMARY KEY REFERENCES boards (number),
    votes INTEGER NOT NULL CHECK (votes >= 0)
) STRICT;

-- Words of mood: how often each was said at a table. Neither by whom nor when: the alphabet is their only order.
CREATE TABLE moods (
    board INTEGER NOT NULL REFERENCES boards (number),
    word TEXT NOT NULL,
    times INTEGER NOT NULL CHECK (times > 0),
    PRIMARY KEY (board, word)
) STRICT, WITHOUT ROWID;

-- Answers to the questions about a workshop. The id is random and is the only order they have.
CREATE TABLE feedback (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    board INTEGER NOT NULL REFERENCES boards (number),
    learned INTEGER CHECK (learned BETWEEN 1 AND 5),
    learned_what TEXT NOT NULL,
    room INTEGER CHECK (room BETWEEN 1 AND 5),
    wrong TEXT NOT NULL,
    missing TEXT NOT NULL,
    realistic INTEGER CHECK (realistic BETWEEN 1 AND 5),
    obstacle TEXT NOT NULL,
    longing INTEGER NOT NULL CHECK (longing IN (0, 1)),
    worry INTEGER NOT NULL CHECK (worry IN (0, 1)),
    anger INTEGER NOT NULL CHECK (anger IN (0, 1)),
    relief INTEGER NOT NULL CHECK (relief IN (0, 1)),
    other TEXT NOT NULL,
    worked TEXT CHECK (worked IN ('yes', 'partly', 'no')),
    worked_what TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who has answered, so that nobody does twice. What they said is above, and nothing leads from here to there.
CREATE TABLE answered (
    workshop INTEGER NOT NULL REFERENCES workshops (number),
    actor INTEGER NOT NULL CHECK (actor > 0),
    question TEXT NOT NULL CHECK (question IN ('mood', 'feedback')),
    PRIMARY KEY (workshop, actor, question)
) STRICT, WITHOUT ROWID;

-- Workshops that are over: what was personal in them is gone.
CREATE TABLE closings (
    workshop INTEGER PRIMARY KEY REFERENCES workshops (number),
    at INTEGER NOT NULL
) STRICT;
