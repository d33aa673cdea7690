-- A mark says with which deck its board was played, exactly, and the step at whose end it was made; nobody's name for a
-- board has a step.
ALTER TABLE marks ADD COLUMN step INTEGER CHECK (step BETWEEN 0 AND 255);
ALTER TABLE marks ADD COLUMN deck TEXT NOT NULL DEFAULT '';
ALTER TABLE marks ADD COLUMN deck_version TEXT NOT NULL DEFAULT '';
UPDATE marks SET (deck, deck_version) = (SELECT w.deck, w.deck_version
    FROM boards b JOIN workshops w ON w.number = b.workshop WHERE b.number = marks.board);

-- Two that save the end of a step at once save it once.
CREATE UNIQUE INDEX marks_of_steps ON marks (board, seq) WHERE step IS NOT NULL;
CREATE INDEX marks_by_board ON marks (board, seq);

-- What the library lists of a mark, so that listing folds no log. It is made from the log whenever it is missing: losing
-- it loses nothing. `words` is what is searched, in small letters without accents; `thumbnail` is what a small picture
-- needs of the board.
CREATE TABLE shelved (
    mark INTEGER PRIMARY KEY REFERENCES marks (id),
    title TEXT NOT NULL,
    cards INTEGER NOT NULL,
    links INTEGER NOT NULL,
    words TEXT NOT NULL,
    thumbnail BLOB NOT NULL
) STRICT;

-- What the person who facilitates writes beside a saved board, for those who organise alone: it is in no export.
CREATE TABLE remarks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mark INTEGER NOT NULL REFERENCES marks (id),
    at INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX remarks_by_mark ON remarks (mark);
