-- The rule book. A version is never changed: its content stays as it was written, only its state moves on. Rules bind every city
-- that this program serves; local limits are of a region.
CREATE TABLE rule_version (
    code           text NOT NULL,
    version        integer NOT NULL CHECK (version > 0),
    state          text NOT NULL CHECK (state IN ('draft', 'tested', 'shadow', 'published', 'retired')),
    content        jsonb NOT NULL,
    created_by     text NOT NULL,
    created_at     timestamptz NOT NULL,
    tested_at      timestamptz,
    shadowed_at    timestamptz,
    published_at   timestamptz,
    retired_at     timestamptz,
    reason         text,
    PRIMARY KEY (code, version),
    CHECK ((state = 'retired') = (retired_at IS NOT NULL)),
    CHECK (state <> 'published' OR published_at IS NOT NULL)
);

-- One version of a rule is in force, and one is on its way.
CREATE UNIQUE INDEX uq_rule_published ON rule_version (code) WHERE state = 'published';
CREATE UNIQUE INDEX uq_rule_open ON rule_version (code) WHERE state IN ('draft', 'tested', 'shadow');

-- What was in force together. Each change of a published version or of a local limit makes the next number, and every result
-- says by which it was found.
CREATE TABLE rule_set (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    members     text[] NOT NULL,
    changed_by  text NOT NULL,
    made_at     timestamptz NOT NULL
);

-- Limits of a region that are stricter than the rule's, from a day on. Append-only: a later one of the same authority is
-- another row, and the strictest in force counts.
CREATE TABLE rule_override (
    id           uuid PRIMARY KEY,
    rule         text NOT NULL,
    loan_class   text NOT NULL,
    region       text NOT NULL,
    value        numeric NOT NULL CHECK (value >= 0),
    valid_from   date NOT NULL,
    authority    text NOT NULL,
    created_by   text NOT NULL,
    created_at   timestamptz NOT NULL
);

CREATE INDEX ix_rule_override ON rule_override (rule, region, valid_from);

ALTER TABLE rule_override ENABLE ROW LEVEL SECURITY;
ALTER TABLE rule_override FORCE ROW LEVEL SECURITY;
-- What binds a district is often set by its city or province: limits are read by everybody.
CREATE POLICY read_all ON rule_override FOR SELECT USING (true);
CREATE POLICY insert_regions ON rule_override FOR INSERT
    WITH CHECK (region_in_scope(region, 'finplan.write_regions'));

GRANT SELECT, INSERT, UPDATE ON rule_version TO "${appRole}";
GRANT SELECT, INSERT ON rule_set, rule_override TO "${appRole}";

ALTER TABLE rule_assessment ADD COLUMN rule_set bigint;
