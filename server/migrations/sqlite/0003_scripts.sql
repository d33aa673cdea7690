-- The script of a workshop that changed it; NULL plays the deck's. It carries its own version and checksum.
ALTER TABLE workshops ADD COLUMN script BLOB;
