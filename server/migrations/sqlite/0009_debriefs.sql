-- What people write on the debrief sheet of a workshop. What the log says is not here: a field is written once somebody
-- changes it. `version` counts how often.
CREATE TABLE debrief_fields (
    workshop INTEGER NOT NULL REFERENCES workshops (number) ON DELETE CASCADE,
    field TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    text TEXT NOT NULL,
    PRIMARY KEY (workshop, field)
) STRICT, WITHOUT ROWID;

-- What somebody else wrote on the same field meanwhile, until people choose.
CREATE TABLE debrief_rivals (
    workshop INTEGER NOT NULL REFERENCES workshops (number) ON DELETE CASCADE,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (workshop, field, text)
) STRICT, WITHOUT ROWID;

-- Validated sheets: they never change, a correction is another one.
CREATE TABLE debriefs (
    workshop INTEGER NOT NULL REFERENCES workshops (number) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number > 0),
    at INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (workshop, number)
) STRICT, WITHOUT ROWID;
