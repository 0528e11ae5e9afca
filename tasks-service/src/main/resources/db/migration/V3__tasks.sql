-- The task tree of the plans, the progress that is reported on it, and the flags that indicators set on it.

CREATE TABLE plan (
    code             text PRIMARY KEY,
    title_zh         text NOT NULL,
    title_en         text NOT NULL,
    document_number  text,
    issued           date,
    horizon_start    date NOT NULL,
    horizon_end      date NOT NULL,
    city             text NOT NULL,
    content_hash     text NOT NULL,
    loaded_at        timestamptz NOT NULL,
    CHECK (horizon_start <= horizon_end)
);

CREATE TABLE clause (
    plan      text NOT NULL REFERENCES plan (code),
    id        text NOT NULL,
    parent    text,
    title_zh  text NOT NULL,
    title_en  text NOT NULL,
    PRIMARY KEY (plan, id),
    CONSTRAINT fk_clause_parent FOREIGN KEY (plan, parent) REFERENCES clause (plan, id) DEFERRABLE INITIALLY DEFERRED
);

-- Links are arrays: they are read with every node, written only by the loader, and GIN indexes answer "which leaves
-- name this region or this indicator". search_grams holds the character pairs of the texts in both languages, so that a
-- Chinese word of two characters is found by an index; trigram indexes cannot serve words that short.
CREATE TABLE task (
    plan             text NOT NULL REFERENCES plan (code),
    id               text NOT NULL,
    parent           text,
    path             text[] NOT NULL,
    ordinal          integer NOT NULL,
    branch           text NOT NULL CHECK (branch IN ('task', 'safeguard')),
    level            text NOT NULL CHECK (level IN ('area', 'section', 'item', 'measure')),
    clause           text NOT NULL,
    title_zh         text NOT NULL,
    title_en         text NOT NULL,
    summary_zh       text NOT NULL,
    summary_en       text NOT NULL,
    verbs            text[] NOT NULL,
    regions          text[] NOT NULL,
    partner_regions  text[] NOT NULL,
    organisations    text[] NOT NULL,
    systems          text[] NOT NULL,
    indicators       text[] NOT NULL,
    search_text      text NOT NULL,
    search_grams     text[] NOT NULL,
    due_date         date,
    lead             text,
    lead_source      text CHECK (lead_source IN ('plan', 'assigned')),
    lead_by          text,
    lead_at          timestamptz,
    status           text NOT NULL DEFAULT 'not_started'
                     CHECK (status IN ('not_started', 'in_progress', 'done', 'stopped')),
    claimed_status   text NOT NULL DEFAULT 'not_started'
                     CHECK (claimed_status IN ('not_started', 'in_progress', 'done', 'stopped')),
    version          bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (plan, id),
    CONSTRAINT uq_task_ordinal UNIQUE (plan, ordinal) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_task_parent FOREIGN KEY (plan, parent) REFERENCES task (plan, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_task_clause FOREIGN KEY (plan, clause) REFERENCES clause (plan, id),
    CHECK ((lead IS NULL) = (lead_source IS NULL)),
    CHECK ((lead_source = 'assigned') = (lead_by IS NOT NULL AND lead_at IS NOT NULL) OR lead_source IS NULL)
);

CREATE INDEX ix_task_parent ON task (plan, parent);
CREATE INDEX ix_task_path ON task USING gin (path);
CREATE INDEX ix_task_regions ON task USING gin (regions);
CREATE INDEX ix_task_indicators ON task USING gin (indicators);
CREATE INDEX ix_task_search ON task USING gin (search_grams);

CREATE TABLE progress_report (
    id               uuid PRIMARY KEY,
    plan             text NOT NULL,
    task             text NOT NULL,
    region           text NOT NULL,
    status           text NOT NULL CHECK (status IN ('not_started', 'in_progress', 'done', 'stopped')),
    reported_for     date NOT NULL,
    note             text NOT NULL,
    evidence         text,
    state            text NOT NULL CHECK (state IN ('submitted', 'verified', 'returned')),
    reported_by      text NOT NULL,
    reported_client  text,
    reported_at      timestamptz NOT NULL,
    reviewed_by      text,
    reviewed_at      timestamptz,
    review_comment   text,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT fk_progress_report_task FOREIGN KEY (plan, task) REFERENCES task (plan, id),
    CHECK ((state = 'submitted') = (reviewed_by IS NULL)),
    CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL)),
    CHECK (reviewed_by IS NULL OR reviewed_by <> reported_by),
    CHECK (state <> 'returned' OR review_comment IS NOT NULL)
);

CREATE INDEX ix_progress_report_task ON progress_report (plan, task, region, reported_for DESC);
CREATE INDEX ix_progress_report_state ON progress_report (state, id);

-- What each region's newest report claims and what its newest verified report says. Without row-level security on
-- purpose: the state of a whole leaf is reckoned from all regions whoever asks, and it holds no text of a report.
CREATE TABLE task_standing (
    plan             text NOT NULL,
    task             text NOT NULL,
    region           text NOT NULL,
    claimed_status   text NOT NULL,
    claimed_for      date NOT NULL,
    claimed_at       timestamptz NOT NULL,
    verified_status  text,
    verified_for     date,
    verified_at      timestamptz,
    PRIMARY KEY (plan, task, region),
    CONSTRAINT fk_task_standing_task FOREIGN KEY (plan, task) REFERENCES task (plan, id)
);

-- Projection of attainment.changed: the last judgement of each period. Never read back into the indicators service.
CREATE TABLE attainment (
    plan               text NOT NULL,
    indicator          text NOT NULL,
    region             text NOT NULL,
    period             text NOT NULL,
    period_start       date NOT NULL,
    period_end         date NOT NULL,
    state              text NOT NULL,
    actual             numeric,
    expected           numeric,
    gap                numeric,
    target             numeric,
    comparator         text,
    unit               text,
    clause             text,
    method             text NOT NULL,
    assessed_at        timestamptz NOT NULL,
    indicator_name_zh  text NOT NULL,
    indicator_name_en  text NOT NULL,
    region_name_zh     text NOT NULL,
    region_name_en     text NOT NULL,
    event              uuid NOT NULL,
    sequence           bigint NOT NULL,
    PRIMARY KEY (plan, indicator, region, period)
);

CREATE TABLE task_flag (
    plan        text NOT NULL,
    task        text NOT NULL,
    indicator   text NOT NULL,
    region      text NOT NULL,
    period      text NOT NULL,
    state       text NOT NULL CHECK (state IN ('behind', 'off-course')),
    reason_zh   text NOT NULL,
    reason_en   text NOT NULL,
    event       uuid NOT NULL,
    flagged_at  timestamptz NOT NULL,
    PRIMARY KEY (plan, task, indicator, region),
    CONSTRAINT fk_task_flag_task FOREIGN KEY (plan, task) REFERENCES task (plan, id),
    CONSTRAINT fk_task_flag_attainment FOREIGN KEY (plan, indicator, region, period)
        REFERENCES attainment (plan, indicator, region, period)
);

CREATE INDEX ix_task_flag_indicator ON task_flag (plan, indicator, region);

-- The second line behind the checks in code: the connection says which regions its caller reads and writes
-- ('*' for all), and rows of other regions do not exist for it.
CREATE FUNCTION region_in_scope(region text, setting text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting(setting, true) = '*'
        OR region = ANY (string_to_array(current_setting(setting, true), ','));

ALTER TABLE progress_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE progress_report FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON progress_report FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY insert_regions ON progress_report FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON progress_report FOR UPDATE
    USING (region_in_scope(region, 'finplan.write_regions'))
    WITH CHECK (region_in_scope(region, 'finplan.write_regions'));

ALTER TABLE attainment ENABLE ROW LEVEL SECURITY;
ALTER TABLE attainment FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON attainment FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY write_regions ON attainment FOR ALL USING (region_in_scope(region, 'finplan.write_regions'));

ALTER TABLE task_flag ENABLE ROW LEVEL SECURITY;
ALTER TABLE task_flag FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON task_flag FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY write_regions ON task_flag FOR ALL USING (region_in_scope(region, 'finplan.write_regions'));

GRANT SELECT, INSERT, UPDATE ON plan, clause, task, progress_report, attainment TO "${appRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON task_standing, task_flag TO "${appRole}";
