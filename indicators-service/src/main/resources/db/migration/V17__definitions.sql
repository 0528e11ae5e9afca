-- The definition that a figure is by, as its author said it; null: the one in force at the end of its period.
ALTER TABLE observation ADD COLUMN definition text;
ALTER TABLE staged_observation ADD COLUMN definition text;
