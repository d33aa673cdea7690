-- For how long things are kept, in days: names after the last thing that happened at a workshop, the workshop with its
-- boards, and the copies of the database in this folder. `since` is when this was decided: nothing is erased in the
-- thirty days after, so that the reminders come first.
CREATE TABLE retention (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    names INTEGER NOT NULL CHECK (names BETWEEN 1 AND 3650),
    boards INTEGER NOT NULL CHECK (boards BETWEEN 1 AND 3650),
    copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 30),
    since INTEGER NOT NULL
) STRICT;
INSERT INTO retention VALUES (1, 30, 365, 30, unixepoch() * 1000);

-- A board that came from a file is kept from the day on which it came, however old it is.
ALTER TABLE imports ADD COLUMN came INTEGER NOT NULL DEFAULT 0;
UPDATE imports SET came = unixepoch() * 1000;
