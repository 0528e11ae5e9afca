-- What supervision finds, by five channels, on line and off line.

-- One row for each version of a record. occurred_on is the day of what is recorded, entered_at when its first version was
-- entered: a note of an inspection off line stands at its day. A withdrawn record stays.
CREATE TABLE supervision_record (
    id           uuid NOT NULL,
    version      integer NOT NULL CHECK (version > 0),
    institution  text NOT NULL REFERENCES institution (uscc),
    channel      text NOT NULL,
    mode         text NOT NULL CHECK (mode IN ('online', 'offline')),
    occurred_on  date NOT NULL,
    title        text NOT NULL,
    findings     text NOT NULL,
    amounts      jsonb NOT NULL,
    attachments  jsonb NOT NULL,
    party        text,
    withdrawn    boolean NOT NULL,
    reason       text,
    entered_by   text NOT NULL,
    entered_at   timestamptz NOT NULL,
    recorded_by  text NOT NULL,
    recorded_at  timestamptz NOT NULL,
    replaced_at  timestamptz,
    PRIMARY KEY (id, version),
    CHECK (version = 1 OR reason IS NOT NULL)
);

CREATE UNIQUE INDEX uq_supervision_record_current ON supervision_record (id) WHERE replaced_at IS NULL;
CREATE INDEX ix_supervision_record_day ON supervision_record (occurred_on DESC, id DESC);
CREATE INDEX ix_supervision_record_institution ON supervision_record (institution, occurred_on DESC, id DESC);

ALTER TABLE supervision_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_record FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_institution ON supervision_record FOR SELECT
    USING (institution IN (SELECT uscc FROM institution));
CREATE POLICY insert_with_institution ON supervision_record FOR INSERT
    WITH CHECK (institution IN (SELECT institutions_in_scope('finplan.write_regions')));
CREATE POLICY update_with_institution ON supervision_record FOR UPDATE
    USING (institution IN (SELECT institutions_in_scope('finplan.write_regions')));

GRANT SELECT, INSERT, UPDATE ON supervision_record TO "${appRole}";
