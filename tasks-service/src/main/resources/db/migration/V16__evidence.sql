-- Evidence of progress reports and of answers to supervised matters, how branches are rolled up, and who is asked for what.

-- Projection of observation.recorded and observation.withdrawn: the newest version that was told of each observation, whether or not
-- anybody cites it yet. A version is stored when it is higher than the one that is known, so that neither the order of events nor a
-- repeat matters. Never read back into the indicators service.
CREATE TABLE observation_version (
    observation   uuid PRIMARY KEY,
    version       integer NOT NULL CHECK (version >= 1),
    withdrawn     boolean NOT NULL,
    indicator     text NOT NULL,
    region        text NOT NULL,
    period        text NOT NULL,
    period_start  date NOT NULL,
    period_end    date NOT NULL,
    kind          text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    event         uuid NOT NULL
);
CREATE INDEX ix_observation_version_datum ON observation_version (indicator, region, period_end DESC, period_start);

-- Each observation that a claim cites: claim is the id of a progress report or of a matter, part the number of the answer to it (0 of
-- a report), item the place in its evidence. cited is the version that was cited, confirmed the newest one that the reporter stood by
-- (0 for none), newest the newest one that is known.
CREATE TABLE evidence_citation (
    claim        uuid NOT NULL,
    part         integer NOT NULL CHECK (part >= 0),
    item         integer NOT NULL CHECK (item >= 0),
    claim_kind   text NOT NULL CHECK (claim_kind IN ('progress-report', 'supervision-reply')),
    region       text NOT NULL,
    plan         text,
    task         text,
    observation  uuid NOT NULL,
    cited        integer NOT NULL CHECK (cited >= 1),
    confirmed    integer NOT NULL DEFAULT 0,
    newest       integer,
    state        text NOT NULL CHECK (state IN ('current', 'confirmed', 'not-seen', 'revised', 'withdrawn')),
    PRIMARY KEY (claim, part, item)
);
CREATE INDEX ix_evidence_citation_observation ON evidence_citation (observation);
CREATE INDEX ix_evidence_citation_task ON evidence_citation (plan, task, region);

-- What became of cited observations, and who stood by the claim. Only added to.
CREATE TABLE evidence_change (
    id           uuid PRIMARY KEY,
    claim        uuid NOT NULL,
    part         integer NOT NULL,
    item         integer NOT NULL,
    region       text NOT NULL,
    observation  uuid NOT NULL,
    state        text NOT NULL CHECK (state IN ('current', 'confirmed', 'not-seen', 'revised', 'withdrawn')),
    version      integer NOT NULL,
    event        uuid,
    changed_by   text,
    note         text,
    changed_at   timestamptz NOT NULL,
    CHECK ((event IS NULL) <> (changed_by IS NULL))
);
CREATE INDEX ix_evidence_change_claim ON evidence_change (claim, id);

-- proof is the evidence in the form of the API; evidence_state the gravest state of the observations that it cites.
ALTER TABLE progress_report ADD COLUMN proof text;
ALTER TABLE progress_report ADD COLUMN evidence_state text
    CHECK (evidence_state IN ('current', 'confirmed', 'not-seen', 'revised', 'withdrawn'));
CREATE INDEX ix_progress_report_evidence ON progress_report (evidence_state, id) WHERE evidence_state IS NOT NULL;

-- How a branch is rolled up, all versions; the newest holds. weights are those of the nodes directly below, by their ids.
CREATE TABLE task_roll_up (
    plan     text NOT NULL,
    task     text NOT NULL,
    version  integer NOT NULL CHECK (version >= 1),
    mode     text NOT NULL CHECK (mode IN ('counts', 'weights', 'none')),
    weights  jsonb NOT NULL,
    set_by   text NOT NULL,
    set_at   timestamptz NOT NULL,
    PRIMARY KEY (plan, task, version),
    CONSTRAINT fk_task_roll_up_task FOREIGN KEY (plan, task) REFERENCES task (plan, id),
    CHECK ((mode = 'weights') = (weights <> '{}'))
);

-- Whom an organisation leads: the reporting burden of a unit.
CREATE INDEX ix_task_led_by ON task (lead, plan, ordinal) WHERE lead IS NOT NULL;

-- A setting is read once for a query, not for each row.
ALTER TABLE observation_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE observation_version FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON observation_version FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY ((SELECT string_to_array(current_setting('finplan.read_regions', true), ','))::text[]));
CREATE POLICY insert_regions ON observation_version FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON observation_version FOR UPDATE
    USING ((SELECT current_setting('finplan.write_regions', true)) = '*'
        OR region = ANY ((SELECT string_to_array(current_setting('finplan.write_regions', true), ','))::text[]));

ALTER TABLE evidence_citation ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_citation FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON evidence_citation FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY ((SELECT string_to_array(current_setting('finplan.read_regions', true), ','))::text[]));
CREATE POLICY insert_regions ON evidence_citation FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON evidence_citation FOR UPDATE
    USING ((SELECT current_setting('finplan.write_regions', true)) = '*'
        OR region = ANY ((SELECT string_to_array(current_setting('finplan.write_regions', true), ','))::text[]));

ALTER TABLE evidence_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_change FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON evidence_change FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY ((SELECT string_to_array(current_setting('finplan.read_regions', true), ','))::text[]));
CREATE POLICY insert_regions ON evidence_change FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));

-- With its plan, as the node that it is of.
ALTER TABLE task_roll_up ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_plan ON task_roll_up FOR ALL USING (plan IN (SELECT code FROM plan));

GRANT SELECT, INSERT, UPDATE ON observation_version, evidence_citation TO "${appRole}";
GRANT SELECT, INSERT ON evidence_change, task_roll_up TO "${appRole}";
