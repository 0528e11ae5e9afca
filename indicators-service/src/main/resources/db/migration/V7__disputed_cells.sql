-- Work on figures that do not agree with those of a region's parts. One row per step; the newest is where it stands.
CREATE TABLE dispute_step (
    id         uuid        NOT NULL,
    version    integer     NOT NULL CHECK (version >= 1),
    plan       text        NOT NULL,
    indicator  text        NOT NULL,
    whole      text        NOT NULL,
    region     text        NOT NULL,
    period     text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('open', 'explained', 'closed')),
    difference numeric,
    note       text,
    taken_at   timestamptz NOT NULL,
    taken_by   text        NOT NULL,
    PRIMARY KEY (id, version)
);

CREATE INDEX dispute_step_report ON dispute_step (plan, whole, period, indicator);

ALTER TABLE dispute_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispute_step FORCE ROW LEVEL SECURITY;
CREATE POLICY dispute_step_read ON dispute_step FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY (ARRAY(SELECT unnest(string_to_array(current_setting('finplan.read_regions', true), ',')))));
CREATE POLICY dispute_step_write ON dispute_step FOR INSERT
    WITH CHECK (current_setting('finplan.write_regions', true) = '*'
        OR region = ANY (string_to_array(current_setting('finplan.write_regions', true), ',')));

GRANT SELECT, INSERT ON dispute_step TO ${appRole};
