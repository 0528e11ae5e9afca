-- What a phone reads of a unit's dates, with a key of its own; and matters that could not be handled by themselves.

-- Keys of calendars. Of a key only its public prefix and its SHA-256 are kept. It works until the end of ends_on.
CREATE TABLE calendar_key (
    id            uuid PRIMARY KEY,
    city          text NOT NULL,
    unit          text NOT NULL,
    label         text NOT NULL,
    prefix        text NOT NULL,
    hash          bytea NOT NULL CHECK (octet_length(hash) = 32),
    created_by    text NOT NULL,
    created_at    timestamptz NOT NULL,
    ends_on       date,
    last_used_on  date,
    revoked_by    text,
    revoked_at    timestamptz,
    version       bigint NOT NULL DEFAULT 1,
    CONSTRAINT uq_calendar_key_prefix UNIQUE (prefix),
    CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
);
CREATE INDEX ix_calendar_key_unit ON calendar_key (city, unit, id);

ALTER TABLE calendar_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_key FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON calendar_key FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR city = ANY ((SELECT string_to_array(current_setting('finplan.read_regions', true), ','))::text[]));
CREATE POLICY insert_regions ON calendar_key FOR INSERT WITH CHECK (region_in_scope(city, 'finplan.write_regions'));
-- A key that is shown may be marked as used; all else takes the right to write to the city.
CREATE POLICY update_regions ON calendar_key FOR UPDATE
    USING (region_in_scope(city, 'finplan.write_regions')
        OR prefix = (SELECT current_setting('finplan.calendar_key', true)));
GRANT SELECT, INSERT, UPDATE ON calendar_key TO "${appRole}";

-- Whoever shows a key has no regions: for the rest of its transaction it sees the matters of the key's unit in the key's city,
-- and their questions.
CREATE POLICY read_calendar ON supervision FOR SELECT
    USING (unit = (SELECT current_setting('finplan.calendar_unit', true))
        AND city = (SELECT current_setting('finplan.calendar_city', true)));
CREATE POLICY read_calendar ON supervision_question FOR SELECT
    USING ((SELECT current_setting('finplan.calendar_unit', true)) <> ''
        AND EXISTS (
            SELECT FROM supervision s
            WHERE s.id = supervision AND s.unit = (SELECT current_setting('finplan.calendar_unit', true))
                AND s.city = (SELECT current_setting('finplan.calendar_city', true))));

CREATE INDEX ix_supervision_agenda ON supervision (city, unit, current_due, id) WHERE closed_at IS NULL;
CREATE INDEX ix_task_lead_due ON task (lead, due_date) WHERE lead IS NOT NULL AND due_date IS NOT NULL;

-- A matter that could not be handled by itself is left alone until a time, for longer after each failure.
ALTER TABLE supervision ADD COLUMN failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0);
ALTER TABLE supervision ADD COLUMN aside_until timestamptz;
ALTER TABLE supervision ADD CHECK ((failures = 0) = (aside_until IS NULL));
CREATE INDEX ix_supervision_aside ON supervision (id) WHERE aside_until IS NOT NULL;
