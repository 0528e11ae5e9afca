-- A limit may bind one institution, where an authority sets it for each, such as the floors of provisions of banks. Its region is
-- that of the institution when the limit was written.
ALTER TABLE rule_override ADD COLUMN institution text;
