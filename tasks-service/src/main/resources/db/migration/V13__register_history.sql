-- What happened to the entries of registers. Only added to; who sees an entry sees what happened to it.

-- The stages of an entry in their order, counted from 1; no day of one lies before that of the one before.
CREATE TABLE register_stage (
    entry        uuid NOT NULL REFERENCES register_entry (id),
    number       integer NOT NULL,
    stage        text NOT NULL,
    since        date NOT NULL,
    reason       text,
    decided_by   text,
    recorded_by  text NOT NULL,
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (entry, number)
);

CREATE INDEX ix_register_stage_since ON register_stage (entry, since);

-- What an entry said in each version, beside its stages.
CREATE TABLE register_version (
    entry        uuid NOT NULL REFERENCES register_entry (id),
    version      integer NOT NULL,
    content      jsonb NOT NULL,
    reason       text,
    recorded_by  text NOT NULL,
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (entry, version)
);

CREATE TABLE register_assessment (
    id           uuid PRIMARY KEY,
    entry        uuid NOT NULL REFERENCES register_entry (id),
    assessed_on  date NOT NULL,
    assessed_by  text NOT NULL,
    finding      text NOT NULL,
    evidence     text,
    recorded_by  text NOT NULL,
    recorded_at  timestamptz NOT NULL
);

CREATE INDEX ix_register_assessment_entry ON register_assessment (entry, assessed_on, id);

ALTER TABLE register_stage ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_stage FORCE ROW LEVEL SECURITY;
CREATE POLICY with_entry ON register_stage FOR SELECT
    USING (EXISTS (SELECT 1 FROM register_entry e WHERE e.id = entry));
CREATE POLICY insert_with_entry ON register_stage FOR INSERT WITH CHECK (EXISTS (
    SELECT 1 FROM register_entry e WHERE e.id = entry AND region_in_scope(e.region, 'finplan.write_regions')));

ALTER TABLE register_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_version FORCE ROW LEVEL SECURITY;
CREATE POLICY with_entry ON register_version FOR SELECT
    USING (EXISTS (SELECT 1 FROM register_entry e WHERE e.id = entry));
CREATE POLICY insert_with_entry ON register_version FOR INSERT WITH CHECK (EXISTS (
    SELECT 1 FROM register_entry e WHERE e.id = entry AND region_in_scope(e.region, 'finplan.write_regions')));

ALTER TABLE register_assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_assessment FORCE ROW LEVEL SECURITY;
CREATE POLICY with_entry ON register_assessment FOR SELECT
    USING (EXISTS (SELECT 1 FROM register_entry e WHERE e.id = entry));
CREATE POLICY insert_with_entry ON register_assessment FOR INSERT WITH CHECK (EXISTS (
    SELECT 1 FROM register_entry e WHERE e.id = entry AND region_in_scope(e.region, 'finplan.write_regions')));

GRANT SELECT, INSERT ON register_stage, register_version, register_assessment TO "${appRole}";
