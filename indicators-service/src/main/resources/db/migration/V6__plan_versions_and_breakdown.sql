-- A mid-term adjustment is a further version of a plan: the targets that it changes get a version each, all at once.
-- The first version of a plan is its package and has no row here.

CREATE TABLE plan_version (
    plan        text        NOT NULL,
    version     integer     NOT NULL CHECK (version >= 2),
    title       text        NOT NULL,
    reference   text,
    reason      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    PRIMARY KEY (plan, version)
);

ALTER TABLE target ADD COLUMN plan_version integer NOT NULL DEFAULT 1 CHECK (plan_version >= 1);
ALTER TABLE target ALTER COLUMN plan_version DROP DEFAULT;

-- The points of a custom path, from the baseline to the target.
ALTER TABLE target ADD COLUMN point_periods text[] NOT NULL DEFAULT '{}';
ALTER TABLE target ADD COLUMN point_values numeric[] NOT NULL DEFAULT '{}';
ALTER TABLE target ADD CHECK (cardinality(point_periods) = cardinality(point_values));
ALTER TABLE target ADD CHECK ((path = 'custom') = (cardinality(point_periods) > 0) OR path IS NULL);

GRANT SELECT, INSERT ON plan_version TO ${appRole};

-- What units answer for of a target. Parts of regions are targets of these regions.
CREATE TABLE target_allocation (
    target      uuid        NOT NULL,
    region      text        NOT NULL,
    unit        text        NOT NULL,
    version     integer     NOT NULL CHECK (version >= 1),
    value       numeric     NOT NULL CHECK (value >= 0),
    reason      text,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    PRIMARY KEY (target, unit, version)
);

ALTER TABLE target_allocation ENABLE ROW LEVEL SECURITY;
ALTER TABLE target_allocation FORCE ROW LEVEL SECURITY;
CREATE POLICY target_allocation_read ON target_allocation FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY (ARRAY(SELECT unnest(string_to_array(current_setting('finplan.read_regions', true), ',')))));
CREATE POLICY target_allocation_write ON target_allocation FOR INSERT
    WITH CHECK (current_setting('finplan.write_regions', true) = '*'
        OR region = ANY (string_to_array(current_setting('finplan.write_regions', true), ',')));

GRANT SELECT, INSERT ON target_allocation TO ${appRole};
