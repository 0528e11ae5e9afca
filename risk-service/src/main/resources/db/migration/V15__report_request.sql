-- What an institution is asked to report, since rules in force wait for it: one row for each period that something is missing of.
CREATE TABLE report_request (
    id           uuid PRIMARY KEY,
    institution  text NOT NULL REFERENCES institution (uscc),
    period       text NOT NULL,
    period_end   date NOT NULL,
    metrics      text[] NOT NULL CHECK (cardinality(metrics) > 0),
    rules        text[] NOT NULL CHECK (cardinality(rules) > 0),
    opened_at    timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    closed_at    timestamptz
);

CREATE UNIQUE INDEX uq_report_request_open ON report_request (institution, period) WHERE closed_at IS NULL;
CREATE INDEX ix_report_request ON report_request (opened_at, id);
CREATE INDEX ix_report_request_open ON report_request (opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX ix_report_request_institution ON report_request (institution, opened_at, id);

ALTER TABLE report_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_request FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_institution ON report_request FOR SELECT
    USING (institution IN (SELECT uscc FROM institution));
CREATE POLICY insert_with_institution ON report_request FOR INSERT
    WITH CHECK (institution IN (SELECT institutions_in_scope('finplan.write_regions')));
CREATE POLICY update_with_institution ON report_request FOR UPDATE
    USING (institution IN (SELECT institutions_in_scope('finplan.write_regions')));

GRANT SELECT, INSERT, UPDATE ON report_request TO "${appRole}";
