-- What a workshop changes of its deck before it begins: cards of its own, and cards that it leaves out.
--
-- A local card never changes, and stays when it is taken away: a board may have dealt it. Its number is given once on
-- this server, so that boards of several workshops can be compared; a board that comes from another server brings its
-- own.
CREATE TABLE local_cards (
    workshop INTEGER NOT NULL REFERENCES workshops (number) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 65535),
    lot INTEGER NOT NULL CHECK (lot BETWEEN 1 AND 255),
    title TEXT NOT NULL,
    fact TEXT NOT NULL,
    away INTEGER NOT NULL DEFAULT 0 CHECK (away IN (0, 1)),
    PRIMARY KEY (workshop, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE hidden_cards (
    workshop INTEGER NOT NULL REFERENCES workshops (number) ON DELETE CASCADE,
    card INTEGER NOT NULL,
    PRIMARY KEY (workshop, card)
) STRICT, WITHOUT ROWID;

-- What people find wrong with a card. Neither by whom nor when: the alphabet is their only order. The workshop is there so
-- that one table cannot fill the list.
CREATE TABLE flags (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workshop INTEGER NOT NULL REFERENCES workshops (number) ON DELETE CASCADE,
    deck TEXT NOT NULL,
    version TEXT NOT NULL,
    card INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX flags_by_deck ON flags (deck, card);
