-- Boards that came from a file: which workshop stands for it, so that it is listed with no other, and which file it was,
-- so that importing it again finds it.
CREATE TABLE imports (
    workshop INTEGER PRIMARY KEY REFERENCES workshops (number) ON DELETE CASCADE,
    checksum TEXT NOT NULL UNIQUE
) STRICT;
