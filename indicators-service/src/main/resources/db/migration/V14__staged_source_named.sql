-- A source that its author named is said of the figure; the title of the release stands in for one and says nothing. Of what
-- was staged before nobody knows, and it goes on as before.
ALTER TABLE staged_observation ADD COLUMN source_named boolean NOT NULL DEFAULT false;
