-- The upper end of a target that is a band; value is its lower end.
ALTER TABLE target ADD COLUMN upper numeric;
ALTER TABLE target ADD CHECK ((comparator = 'between') = (upper IS NOT NULL));
ALTER TABLE target ADD CHECK (upper > value);
