-- A release that its source published before the suite knew of it: somebody says that the figures and the day are right.
ALTER TABLE release ADD COLUMN vouched_by text;
