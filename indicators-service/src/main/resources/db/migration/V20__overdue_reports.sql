-- Since when the figures of a plan are watched. What was due before that day is listed as missing, and nobody is told of it.
CREATE TABLE overdue_watch (
    id    uuid        PRIMARY KEY,
    plan  text        NOT NULL UNIQUE,
    since timestamptz NOT NULL
);

-- A figure that was not there when its day was over, written in the transaction of the event that tells it: the key tells it once,
-- however many instances look. When it arrived stands beside it, and is taken back when the figure is.
CREATE TABLE overdue_report (
    plan       text        NOT NULL,
    indicator  text        NOT NULL,
    region     text        NOT NULL,
    period     text        NOT NULL,
    due_on     date        NOT NULL,
    told_at    timestamptz NOT NULL,
    arrived_at timestamptz,
    PRIMARY KEY (plan, indicator, region, period)
);

ALTER TABLE overdue_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE overdue_report FORCE ROW LEVEL SECURITY;
CREATE POLICY overdue_report_read ON overdue_report FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY (ARRAY(SELECT unnest(string_to_array(current_setting('finplan.read_regions', true), ',')))));
CREATE POLICY overdue_report_write ON overdue_report FOR INSERT
    WITH CHECK (current_setting('finplan.write_regions', true) = '*'
        OR region = ANY (string_to_array(current_setting('finplan.write_regions', true), ',')));
CREATE POLICY overdue_report_arrival ON overdue_report FOR UPDATE
    USING (current_setting('finplan.write_regions', true) = '*'
        OR region = ANY (string_to_array(current_setting('finplan.write_regions', true), ',')));

-- A watch is only locked, by whoever looks; PostgreSQL asks for the right to update for that.
GRANT SELECT, INSERT, UPDATE ON overdue_watch, overdue_report TO ${appRole};
