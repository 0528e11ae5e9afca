-- Three clocks: the period a figure is about, when it was released, when the suite learned it. What is known at an instant
-- is what was both learned and released by then. released_at is null where a figure was released by recording it.
ALTER TABLE observation
    ADD COLUMN released_at timestamptz,
    ADD COLUMN release uuid,
    ADD COLUMN audience text NOT NULL DEFAULT 'internal' CHECK (audience IN ('public', 'internal'));

-- What plan packages brought stands in published documents, save what was derived from it. Facts are never changed otherwise, hence the way around.
ALTER TABLE observation NO FORCE ROW LEVEL SECURITY;
UPDATE observation SET audience = 'public' WHERE recorded_by LIKE 'plan:%' AND quality <> 'derived';
ALTER TABLE observation FORCE ROW LEVEL SECURITY;

ALTER TABLE observation
    ADD COLUMN known_at timestamptz NOT NULL GENERATED ALWAYS AS (greatest(recorded_at, released_at)) STORED;

-- Replicas read in this order.
CREATE INDEX observation_known ON observation (known_at, id, version);
CREATE INDEX observation_release ON observation (release) WHERE release IS NOT NULL;

-- Figures that become known together at a time. Its authors see it before.
CREATE TABLE release (
    id         uuid        PRIMARY KEY,
    title      text        NOT NULL,
    audience   text        NOT NULL CHECK (audience IN ('public', 'internal')),
    release_at timestamptz NOT NULL,
    authors    text[]      NOT NULL,
    restores   uuid        REFERENCES release (id),
    created_at timestamptz NOT NULL,
    created_by text        NOT NULL
);
CREATE INDEX release_due ON release (release_at, id);

-- A release ends once: published, or cancelled before. Two instances that meet find the key taken.
CREATE TABLE release_end (
    release   uuid        PRIMARY KEY REFERENCES release (id),
    outcome   text        NOT NULL CHECK (outcome IN ('published', 'cancelled')),
    ended_at  timestamptz NOT NULL,
    ended_by  text        NOT NULL,
    created   integer     NOT NULL,
    revised   integer     NOT NULL,
    unchanged integer     NOT NULL
);

-- Embargoed figures live apart from the known ones, so that no read of facts can meet them. The newest attempt counts.
CREATE TABLE staged_observation (
    release          uuid        NOT NULL REFERENCES release (id),
    indicator        text        NOT NULL,
    region           text        NOT NULL,
    kind             text        NOT NULL,
    period_end       date        NOT NULL,
    period_start     date        NOT NULL,
    variant          text        NOT NULL,
    attempt          integer     NOT NULL CHECK (attempt >= 1),
    period           text        NOT NULL,
    value            numeric     NOT NULL,
    unit             text        NOT NULL,
    delivered_value  numeric     NOT NULL,
    delivered_unit   text        NOT NULL,
    comparator       text        NOT NULL,
    status           text,
    reason           text,
    source_title     text        NOT NULL,
    source_reference text,
    source_clause    text,
    also_in          text[]      NOT NULL,
    quality          text        NOT NULL,
    printed          text,
    derivation       text,
    note             text,
    recorded_at      timestamptz NOT NULL,
    recorded_by      text        NOT NULL,
    PRIMARY KEY (release, indicator, region, kind, period_end, period_start, variant, attempt),
    CHECK (period_start <= period_end)
);

ALTER TABLE staged_observation ENABLE ROW LEVEL SECURITY;
ALTER TABLE staged_observation FORCE ROW LEVEL SECURITY;
CREATE POLICY staged_observation_read ON staged_observation FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY (ARRAY(SELECT unnest(string_to_array(current_setting('finplan.read_regions', true), ',')))));
CREATE POLICY staged_observation_write ON staged_observation FOR INSERT
    WITH CHECK (current_setting('finplan.write_regions', true) = '*'
        OR region = ANY (string_to_array(current_setting('finplan.write_regions', true), ',')));

GRANT SELECT, INSERT ON release, release_end, staged_observation TO ${appRole};
