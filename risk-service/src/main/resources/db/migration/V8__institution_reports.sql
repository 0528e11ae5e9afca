-- What institutions report: metrics by period in versions, what a report does not agree with itself in, and who reports how.

-- One row for each version of a metric. The row without replaced_at is the one that counts; asOf reads the one that was
-- recorded then and not yet replaced.
CREATE TABLE report_metric (
    institution  text NOT NULL REFERENCES institution (uscc),
    metric       text NOT NULL,
    period       text NOT NULL,
    period_end   date NOT NULL,
    version      integer NOT NULL CHECK (version > 0),
    value        numeric NOT NULL,
    unit         text NOT NULL,
    reason       text,
    source       text NOT NULL,
    recorded_by  text NOT NULL,
    recorded_at  timestamptz NOT NULL,
    replaced_at  timestamptz,
    PRIMARY KEY (institution, metric, period, version),
    CHECK (version = 1 OR reason IS NOT NULL)
);

-- At most one version counts; rules read an institution's metrics by the end of the period without the table itself.
CREATE UNIQUE INDEX uq_report_metric_current ON report_metric (institution, period, metric) WHERE replaced_at IS NULL;
CREATE INDEX ix_report_metric_period ON report_metric (institution, period_end, metric)
    INCLUDE (period, value, version) WHERE replaced_at IS NULL;
-- What was known at a time is read by period, the newest first, whether or not it was replaced since.
CREATE INDEX ix_report_metric_history ON report_metric (institution, period_end, period);

-- Every time that a source reported an institution's period, changed or not. period_type is the form of the period: a source that
-- delivers by quarters has not delivered one with the month that ends on the same day.
CREATE TABLE report_receipt (
    id           uuid PRIMARY KEY,
    institution  text NOT NULL REFERENCES institution (uscc),
    source       text NOT NULL,
    period       text NOT NULL,
    period_end   date NOT NULL,
    period_type  text NOT NULL,
    received_at  timestamptz NOT NULL
);

-- The newest period that a source delivered, and its last delivery, are the ends of these.
CREATE INDEX ix_report_receipt_period ON report_receipt (institution, source, period_end) INCLUDE (period_type, received_at);
CREATE INDEX ix_report_receipt_received ON report_receipt (institution, source, received_at);

-- Where the figures of a period contradict each other, with both sides; replaced when figures change.
CREATE TABLE report_finding (
    id           uuid PRIMARY KEY,
    institution  text NOT NULL REFERENCES institution (uscc),
    period       text NOT NULL,
    period_end   date NOT NULL,
    identity     text NOT NULL,
    left_value   numeric NOT NULL,
    right_value  numeric NOT NULL,
    unit         text NOT NULL,
    found_at     timestamptz NOT NULL,
    replaced_at  timestamptz
);

CREATE INDEX ix_report_finding_known ON report_finding (institution, period, found_at);
CREATE UNIQUE INDEX uq_report_finding_current ON report_finding (institution, period, identity)
    WHERE replaced_at IS NULL;

-- Who delivers for an institution, and when it is late: a periodic source by its periods and days of grace, one in real time
-- by the days since its last delivery.
CREATE TABLE report_source (
    institution  text NOT NULL REFERENCES institution (uscc),
    source       text NOT NULL,
    version      integer NOT NULL CHECK (version > 0),
    mode         text NOT NULL CHECK (mode IN ('realtime', 'periodic')),
    frequency    text CHECK (frequency IN ('month', 'quarter', 'half-year', 'year')),
    grace_days   integer NOT NULL CHECK (grace_days >= 0),
    since        date NOT NULL,
    recorded_by  text NOT NULL,
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (institution, source),
    CHECK ((mode = 'periodic') = (frequency IS NOT NULL))
);

ALTER TABLE report_metric ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_metric FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_institution ON report_metric FOR SELECT
    USING (institution IN (SELECT uscc FROM institution));
CREATE POLICY insert_with_institution ON report_metric FOR INSERT
    WITH CHECK (institution IN (SELECT institutions_in_scope('finplan.write_regions')));
CREATE POLICY update_with_institution ON report_metric FOR UPDATE
    USING (institution IN (SELECT institutions_in_scope('finplan.write_regions')));

ALTER TABLE report_receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_receipt FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_institution ON report_receipt FOR SELECT
    USING (institution IN (SELECT uscc FROM institution));
CREATE POLICY insert_with_institution ON report_receipt FOR INSERT
    WITH CHECK (institution IN (SELECT institutions_in_scope('finplan.write_regions')));

ALTER TABLE report_finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_finding FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_institution ON report_finding FOR SELECT
    USING (institution IN (SELECT uscc FROM institution));
CREATE POLICY insert_with_institution ON report_finding FOR INSERT
    WITH CHECK (institution IN (SELECT institutions_in_scope('finplan.write_regions')));
CREATE POLICY update_with_institution ON report_finding FOR UPDATE
    USING (institution IN (SELECT institutions_in_scope('finplan.write_regions')));

ALTER TABLE report_source ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_source FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_institution ON report_source FOR SELECT
    USING (institution IN (SELECT uscc FROM institution));
CREATE POLICY insert_with_institution ON report_source FOR INSERT
    WITH CHECK (institution IN (SELECT institutions_in_scope('finplan.write_regions')));
CREATE POLICY update_with_institution ON report_source FOR UPDATE
    USING (institution IN (SELECT institutions_in_scope('finplan.write_regions')));

GRANT SELECT, INSERT, UPDATE ON report_metric, report_finding, report_source TO "${appRole}";
GRANT SELECT, INSERT ON report_receipt TO "${appRole}";
