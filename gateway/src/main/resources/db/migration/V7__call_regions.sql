-- The regions that the caller was bound to, so that who oversees one city sees none of another's calls. Empty where it was bound
-- to none; null in calls from before. Both are seen by those who oversee every city.
ALTER TABLE call ADD COLUMN regions text[];
