-- When the server last looked for what is due to be erased, and since when it has looked without sleeping long: after a
-- long sleep nothing is erased before the library has reminded of it.
ALTER TABLE retention ADD COLUMN swept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE retention ADD COLUMN awake INTEGER NOT NULL DEFAULT 0;
