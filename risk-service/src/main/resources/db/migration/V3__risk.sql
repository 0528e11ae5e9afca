-- What the rules found, the alerts that follow from it, and the history of every alert.

-- One row for each figure that a rule judged: the projection of attainment.changed for rules on attainment, the outcome
-- of the comparison for rules on figures. The verdict stands in the row together with the version of the rule that gave
-- it. sequence is that of the event that brought the figure, so that an older event never overwrites a newer one.
CREATE TABLE rule_assessment (
    rule                  text NOT NULL,
    rule_version          integer NOT NULL,
    plan                  text NOT NULL,
    indicator             text NOT NULL,
    region                text NOT NULL,
    period                text NOT NULL,
    period_end            date NOT NULL,
    period_days           integer NOT NULL CHECK (period_days > 0),
    state                 text NOT NULL CHECK (state IN ('breached', 'clear', 'not-assessable')),
    level                 smallint CHECK (level BETWEEN 1 AND 4),
    cause                 text,
    reason_zh             text NOT NULL,
    reason_en             text NOT NULL,
    actual                numeric,
    actual_observation    uuid,
    actual_version        integer,
    expected              numeric,
    expected_observation  uuid,
    expected_version      integer,
    gap                   numeric,
    unit                  text,
    clause                text,
    event                 uuid NOT NULL,
    sequence              bigint NOT NULL,
    assessed_at           timestamptz NOT NULL,
    PRIMARY KEY (rule, plan, indicator, region, period),
    CHECK ((state = 'breached') = (level IS NOT NULL)),
    CHECK ((state = 'not-assessable') = (cause IS NOT NULL))
);

-- An alert follows the newest period that could be judged; of periods that end together the shorter one is newer news.
CREATE INDEX ix_rule_assessment_newest
    ON rule_assessment (rule, plan, indicator, region, period_end DESC, period_days)
    WHERE state <> 'not-assessable';

-- The newest version of each non-performing loan ratio, withdrawn ones (value IS NULL) included.
CREATE TABLE npl_figure (
    region       text NOT NULL,
    period       text NOT NULL,
    period_end   date NOT NULL,
    value        numeric,
    unit         text,
    observation  uuid NOT NULL,
    version      integer NOT NULL,
    event        uuid NOT NULL,
    sequence     bigint NOT NULL,
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (region, period)
);

CREATE INDEX ix_npl_figure_period_end ON npl_figure (period_end);

-- level is 1 for blue, 2 for yellow, 3 for orange, 4 for red, so that lists sort by gravity. A relapse opens the next
-- round of the same alert and clears what the handling of the last round left; the timeline keeps it.
CREATE TABLE alert (
    id                     uuid PRIMARY KEY,
    version                integer NOT NULL,
    rule                   text NOT NULL,
    rule_version           integer NOT NULL,
    plan                   text NOT NULL,
    indicator              text NOT NULL,
    region                 text NOT NULL,
    level                  smallint NOT NULL CHECK (level BETWEEN 1 AND 4),
    state                  text NOT NULL
                           CHECK (state IN ('raised', 'acknowledged', 'disposing', 'monitoring', 'closed')),
    round                  integer NOT NULL CHECK (round > 0),
    cause_gone             boolean NOT NULL,
    title_zh               text NOT NULL,
    title_en               text NOT NULL,
    evidence_event         uuid NOT NULL,
    evidence_state         text NOT NULL,
    evidence_reason_zh     text NOT NULL,
    evidence_reason_en     text NOT NULL,
    evidence_period        text NOT NULL,
    evidence_observation   uuid,
    evidence_version       integer,
    evidence_actual        numeric,
    evidence_expected      numeric,
    evidence_expected_observation  uuid,
    evidence_expected_version      integer,
    evidence_gap           numeric,
    evidence_unit          text,
    evidence_clause        text,
    raised_at              timestamptz NOT NULL,
    acknowledged_by        text,
    acknowledged_at        timestamptz,
    responsible_unit       text,
    instruction            text,
    due_on                 date,
    ordered_by             text,
    ordered_at             timestamptz,
    feedback               text,
    feedback_by            text,
    feedback_at            timestamptz,
    review_on              date,
    monitoring_by          text,
    monitoring_at          timestamptz,
    outcome                text CHECK (outcome IN ('handled', 'cause-gone')),
    closed_by              text,
    closed_at              timestamptz,
    updated_at             timestamptz NOT NULL,
    CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CHECK ((state = 'closed') = (outcome IS NOT NULL)),
    CHECK (outcome <> 'handled' OR feedback IS NOT NULL),
    CHECK (state <> 'monitoring' OR feedback IS NOT NULL)
);

-- While an alert is open there is no second one about the same thing, whatever happens in the code.
CREATE UNIQUE INDEX uq_alert_open ON alert (rule, plan, indicator, region) WHERE state <> 'closed';
-- An ended alert is found again when its cause comes back.
CREATE INDEX ix_alert_subject ON alert (rule, plan, indicator, region);
CREATE INDEX ix_alert_raised ON alert (raised_at, id);
CREATE INDEX ix_alert_updated ON alert (updated_at, id);
CREATE INDEX ix_alert_level ON alert (level, id);

-- Append-only. A note on work off line may be entered days later: it stands at the day that it is about (day_only), and
-- recorded_at says when the suite learned of it.
CREATE TABLE alert_timeline (
    id                     uuid PRIMARY KEY,
    alert                  uuid NOT NULL REFERENCES alert (id),
    region                 text NOT NULL,
    kind                   text NOT NULL,
    round                  integer NOT NULL,
    state                  text NOT NULL,
    level                  smallint NOT NULL,
    occurred_at            timestamptz NOT NULL,
    day_only               boolean NOT NULL,
    recorded_at            timestamptz NOT NULL,
    mode                   text NOT NULL CHECK (mode IN ('automatic', 'online', 'offline')),
    actor                  text NOT NULL,
    note                   text,
    evidence_event         uuid,
    evidence_state         text,
    evidence_reason_zh     text,
    evidence_reason_en     text,
    evidence_period        text,
    evidence_observation   uuid,
    evidence_version       integer,
    evidence_actual        numeric,
    evidence_expected      numeric,
    evidence_expected_observation  uuid,
    evidence_expected_version      integer,
    evidence_gap           numeric,
    evidence_unit          text,
    evidence_clause        text
);

CREATE INDEX ix_alert_timeline ON alert_timeline (alert, occurred_at, id);

-- The second line behind the checks in code: the connection says which regions its caller reads and writes ('*' for
-- all), and rows of other regions do not exist for it.
CREATE FUNCTION region_in_scope(region text, setting text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting(setting, true) = '*'
        OR region = ANY (string_to_array(current_setting(setting, true), ','));

ALTER TABLE rule_assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE rule_assessment FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON rule_assessment FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY write_regions ON rule_assessment FOR ALL USING (region_in_scope(region, 'finplan.write_regions'));

ALTER TABLE npl_figure ENABLE ROW LEVEL SECURITY;
ALTER TABLE npl_figure FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON npl_figure FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY write_regions ON npl_figure FOR ALL USING (region_in_scope(region, 'finplan.write_regions'));

ALTER TABLE alert ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON alert FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY write_regions ON alert FOR ALL USING (region_in_scope(region, 'finplan.write_regions'));

ALTER TABLE alert_timeline ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert_timeline FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON alert_timeline FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY insert_regions ON alert_timeline FOR INSERT
    WITH CHECK (region_in_scope(region, 'finplan.write_regions'));

GRANT SELECT, INSERT, UPDATE ON rule_assessment, npl_figure, alert TO "${appRole}";
GRANT SELECT, INSERT ON alert_timeline TO "${appRole}";
