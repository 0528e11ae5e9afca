-- What a target says about time. Null where the comparator tells it: a value in a year, a range, or a benchmark.
ALTER TABLE target ADD COLUMN kind text CHECK (kind IN ('yearly', 'cumulative', 'qualitative'));
ALTER TABLE target ADD COLUMN accumulation text CHECK (accumulation IN ('sum', 'compound'));
ALTER TABLE target ADD COLUMN assessor text;
ALTER TABLE target ADD CHECK ((kind IS NOT DISTINCT FROM 'cumulative') = (accumulation IS NOT NULL));
ALTER TABLE target ADD CHECK ((kind IS NOT DISTINCT FROM 'qualitative') = (assessor IS NOT NULL));

-- What the assessor of a qualitative target said of a year. Nothing is ever updated.
CREATE TABLE target_assessment (
    target      uuid        NOT NULL,
    year        integer     NOT NULL,
    version     integer     NOT NULL CHECK (version >= 1),
    region      text        NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('met', 'partly', 'not-met')),
    statement   text        NOT NULL,
    evidence    text[]      NOT NULL,
    assessor    text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    PRIMARY KEY (target, year, version)
);

ALTER TABLE target_assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE target_assessment FORCE ROW LEVEL SECURITY;
CREATE POLICY target_assessment_read ON target_assessment FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY (ARRAY(SELECT unnest(string_to_array(current_setting('finplan.read_regions', true), ',')))));
CREATE POLICY target_assessment_write ON target_assessment FOR INSERT
    WITH CHECK (current_setting('finplan.write_regions', true) = '*'
        OR region = ANY (string_to_array(current_setting('finplan.write_regions', true), ',')));

GRANT SELECT, INSERT ON target_assessment TO ${appRole};
