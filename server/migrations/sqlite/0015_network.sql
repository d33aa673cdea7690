-- What an organisation publishes for others, entry by entry, until a day. `source` is the server that it was gathered
-- from, and empty for one's own.
CREATE TABLE network (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    matter TEXT NOT NULL CHECK (matter IN ('decision', 'demand', 'offer', 'seek')),
    text TEXT NOT NULL,
    detail TEXT NOT NULL,
    venue TEXT NOT NULL,
    contact TEXT NOT NULL,
    until INTEGER NOT NULL
) STRICT;

CREATE INDEX network_by_source ON network (source);
