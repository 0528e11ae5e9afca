-- How far a matter has climbed on its ladder, in a narrow row of its own: the daily run writes one of every matter, and the wide row
-- of the matter, with all its indexes, keeps its place.
--
-- This row is what is locked by whoever changes a matter, a person or a run. next_on is the next day on which something happens by
-- itself. climb_version counts what the runs and evidence changed; with the version of the matter it is the version that readers see.
CREATE TABLE supervision_climb (
    supervision    uuid PRIMARY KEY REFERENCES supervision (id),
    climb_region   text NOT NULL,
    next_on        date,
    colour         text CHECK (colour IN ('blue', 'yellow', 'orange', 'red')),
    holder         text NOT NULL CHECK (holder IN ('unit', 'unit-head', 'supervisor')),
    reminders      integer NOT NULL DEFAULT 0,
    escalations    integer NOT NULL DEFAULT 0,
    failures       integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
    aside_until    timestamptz,
    climb_version  bigint NOT NULL DEFAULT 0,
    CHECK ((failures = 0) = (aside_until IS NULL))
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);

SELECT set_config('finplan.read_regions', '*', true), set_config('finplan.write_regions', '*', true);
INSERT INTO supervision_climb (supervision, climb_region, next_on, colour, holder, reminders, escalations, failures, aside_until)
SELECT id, region, next_on, colour, holder, reminders, escalations, failures, aside_until FROM supervision;

-- What was taken and told of a matter hangs on the row that is locked for it already, so that the wide row is not written for that.
ALTER TABLE supervision_step DROP CONSTRAINT supervision_step_supervision_fkey,
    ADD CONSTRAINT supervision_step_climb_fkey FOREIGN KEY (supervision) REFERENCES supervision_climb (supervision);
ALTER TABLE supervision_timeline DROP CONSTRAINT supervision_timeline_supervision_fkey,
    ADD CONSTRAINT supervision_timeline_climb_fkey FOREIGN KEY (supervision) REFERENCES supervision_climb (supervision);

-- The wide row keeps the escalations that a matter was closed with.
ALTER TABLE supervision RENAME COLUMN escalations TO escalated;
UPDATE supervision SET escalated = 0 WHERE closed_at IS NULL AND escalated <> 0;
ALTER TABLE supervision DROP COLUMN next_on, DROP COLUMN colour, DROP COLUMN holder, DROP COLUMN reminders,
    DROP COLUMN failures, DROP COLUMN aside_until;

CREATE INDEX ix_supervision_climb_next ON supervision_climb (next_on, supervision) WHERE next_on IS NOT NULL;
CREATE INDEX ix_supervision_climb_aside ON supervision_climb (supervision) WHERE aside_until IS NOT NULL;

ALTER TABLE supervision_climb ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_climb FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON supervision_climb FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR climb_region = ANY ((SELECT string_to_array(current_setting('finplan.read_regions', true), ','))::text[]));
CREATE POLICY insert_regions ON supervision_climb FOR INSERT
    WITH CHECK (region_in_scope(climb_region, 'finplan.write_regions'));
CREATE POLICY update_regions ON supervision_climb FOR UPDATE
    USING ((SELECT current_setting('finplan.write_regions', true)) = '*'
        OR climb_region = ANY ((SELECT string_to_array(current_setting('finplan.write_regions', true), ','))::text[]));
-- Whoever shows a key of a calendar sees what belongs to the matters of the key.
CREATE POLICY read_calendar ON supervision_climb FOR SELECT
    USING ((SELECT current_setting('finplan.calendar_unit', true)) <> ''
        AND EXISTS (
            SELECT FROM supervision s
            WHERE s.id = supervision AND s.unit = (SELECT current_setting('finplan.calendar_unit', true))
                AND s.city = (SELECT current_setting('finplan.calendar_city', true))));
GRANT SELECT, INSERT, UPDATE ON supervision_climb TO "${appRole}";
ANALYZE supervision_climb;
