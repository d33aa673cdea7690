-- What a saved board brings to the tally of many, as JSON: made from its log, like all that is shelved. What was shelved
-- before is made again.
DELETE FROM shelved;
ALTER TABLE shelved ADD COLUMN harvest TEXT NOT NULL DEFAULT '{}';
