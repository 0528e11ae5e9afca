-- Facts are append-only: a correction is a further version, a withdrawal too. The service may insert and read, nothing else.

CREATE TABLE plan_package (
    plan        text        NOT NULL,
    fingerprint text        NOT NULL,
    loaded_at   timestamptz NOT NULL,
    PRIMARY KEY (plan, fingerprint)
);

-- One row per version. The key without the version names the observation; id is the same for all its versions.
-- A state at a day (stock, count, ratio of stocks) has period_start = period_end, whatever notation it was delivered in,
-- so that 2025, 2025-12 and 2025-12-31 are one observation.
CREATE TABLE observation (
    indicator        text        NOT NULL,
    region           text        NOT NULL,
    kind             text        NOT NULL,
    period_end       date        NOT NULL,
    period_start     date        NOT NULL,
    variant          text        NOT NULL, -- 'main', or the place of a second printed value for the same period
    version          integer     NOT NULL CHECK (version >= 1),
    id               uuid        NOT NULL,
    period           text        NOT NULL,
    value            numeric,
    unit             text        NOT NULL,
    delivered_value  numeric,
    delivered_unit   text        NOT NULL,
    comparator       text        NOT NULL,
    status           text        NOT NULL,
    withdrawn        boolean     NOT NULL,
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
    PRIMARY KEY (indicator, region, kind, period_end, period_start, variant, version),
    UNIQUE (id, version),
    CHECK (period_start <= period_end),
    CHECK (value IS NOT NULL OR withdrawn OR kind = 'target')
);

-- One row per version of a target. Variant 'main' is judged; other variants are the same target as prose words it.
CREATE TABLE target (
    plan            text        NOT NULL,
    indicator       text        NOT NULL,
    region          text        NOT NULL,
    year            integer     NOT NULL,
    variant         text        NOT NULL,
    version         integer     NOT NULL CHECK (version >= 1),
    id              uuid        NOT NULL,
    period          text        NOT NULL,
    comparator      text        NOT NULL,
    value           numeric,
    unit            text        NOT NULL,
    baseline_period text,
    baseline_value  numeric,
    path            text,
    nature          text,
    printed         text,
    clause          text,
    reason          text,
    recorded_at     timestamptz NOT NULL,
    recorded_by     text        NOT NULL,
    PRIMARY KEY (plan, indicator, region, year, variant, version),
    UNIQUE (id, version),
    CHECK ((baseline_period IS NULL) = (baseline_value IS NULL))
);

-- What was judged when, so that a change can be told. Reads of attainment compute from facts and targets instead.
CREATE TABLE attainment_judgement (
    plan                text        NOT NULL,
    indicator           text        NOT NULL,
    region              text        NOT NULL,
    period              text        NOT NULL,
    version             integer     NOT NULL CHECK (version >= 1),
    state               text        NOT NULL,
    reason              text,
    actual              numeric,
    expected            numeric,
    gap                 numeric,
    target              numeric,
    comparator          text,
    observation         uuid,
    observation_version integer,
    method              text        NOT NULL,
    assessed_at         timestamptz NOT NULL,
    PRIMARY KEY (plan, indicator, region, period, version)
);

-- Second line behind the checks in code. Settings are read once per statement, not per row.
ALTER TABLE observation ENABLE ROW LEVEL SECURITY;
ALTER TABLE observation FORCE ROW LEVEL SECURITY;
CREATE POLICY observation_read ON observation FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY (ARRAY(SELECT unnest(string_to_array(current_setting('finplan.read_regions', true), ',')))));
CREATE POLICY observation_write ON observation FOR INSERT
    WITH CHECK (current_setting('finplan.write_regions', true) = '*'
        OR region = ANY (string_to_array(current_setting('finplan.write_regions', true), ',')));

ALTER TABLE target ENABLE ROW LEVEL SECURITY;
ALTER TABLE target FORCE ROW LEVEL SECURITY;
CREATE POLICY target_read ON target FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY (ARRAY(SELECT unnest(string_to_array(current_setting('finplan.read_regions', true), ',')))));
CREATE POLICY target_write ON target FOR INSERT
    WITH CHECK (current_setting('finplan.write_regions', true) = '*'
        OR region = ANY (string_to_array(current_setting('finplan.write_regions', true), ',')));

ALTER TABLE attainment_judgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE attainment_judgement FORCE ROW LEVEL SECURITY;
CREATE POLICY attainment_judgement_read ON attainment_judgement FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY (ARRAY(SELECT unnest(string_to_array(current_setting('finplan.read_regions', true), ',')))));
CREATE POLICY attainment_judgement_write ON attainment_judgement FOR INSERT
    WITH CHECK (current_setting('finplan.write_regions', true) = '*'
        OR region = ANY (string_to_array(current_setting('finplan.write_regions', true), ',')));

GRANT SELECT, INSERT ON plan_package, observation, target, attainment_judgement TO ${appRole};
