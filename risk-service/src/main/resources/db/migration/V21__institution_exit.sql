-- How institutions without real business leave: listed, notice, objection, decision; and the time line of an institution.

-- objection_until is the last day on which an objection counts. open_objections and upheld say what stands against striking off.
CREATE TABLE institution_exit (
    id               uuid PRIMARY KEY,
    version          integer NOT NULL CHECK (version > 0),
    institution      text NOT NULL REFERENCES institution (uscc),
    ground           text NOT NULL,
    state            text NOT NULL CHECK (state IN ('listed', 'noticed', 'cancelled', 'kept')),
    objection_days   integer NOT NULL CHECK (objection_days > 0),
    listed_on        date NOT NULL,
    noticed_on       date,
    objection_until  date,
    decided_on       date,
    open_objections  integer NOT NULL CHECK (open_objections >= 0),
    upheld           boolean NOT NULL,
    last_on          date NOT NULL,
    created_at       timestamptz NOT NULL,
    CHECK ((noticed_on IS NULL) = (objection_until IS NULL)),
    CHECK ((state IN ('cancelled', 'kept')) = (decided_on IS NOT NULL)),
    CHECK (state <> 'cancelled' OR decided_on > objection_until AND open_objections = 0 AND NOT upheld)
);

-- An institution leaves once at a time.
CREATE UNIQUE INDEX uq_institution_exit_open ON institution_exit (institution) WHERE state IN ('listed', 'noticed');
CREATE INDEX ix_institution_exit_created ON institution_exit (created_at DESC, id DESC);
CREATE INDEX ix_institution_exit_due ON institution_exit (objection_until) WHERE state = 'noticed';

-- What was done, when, by whom and on which document. Append-only.
CREATE TABLE institution_exit_step (
    id                  uuid PRIMARY KEY,
    exit                uuid NOT NULL REFERENCES institution_exit (id),
    institution         text NOT NULL REFERENCES institution (uscc),
    action              text NOT NULL CHECK (action IN
                        ('list', 'publish-notice', 'object', 'decide-objection', 'cancel', 'keep')),
    took_place_on       date NOT NULL,
    document_title      text NOT NULL,
    document_reference  text,
    note                text,
    objection           uuid REFERENCES institution_exit_step (id),
    outcome             text CHECK (outcome IN ('upheld', 'rejected')),
    recorded_by         text NOT NULL,
    recorded_at         timestamptz NOT NULL,
    CHECK ((action = 'decide-objection') = (objection IS NOT NULL)),
    CHECK ((action = 'decide-objection') = (outcome IS NOT NULL))
);

CREATE INDEX ix_institution_exit_step ON institution_exit_step (exit, recorded_at);
CREATE INDEX ix_institution_exit_step_file ON institution_exit_step (institution, took_place_on);
-- An objection is decided once.
CREATE UNIQUE INDEX uq_institution_exit_step_objection ON institution_exit_step (objection);

ALTER TABLE institution_exit ENABLE ROW LEVEL SECURITY;
ALTER TABLE institution_exit FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_institution ON institution_exit FOR SELECT
    USING (institution IN (SELECT uscc FROM institution));
CREATE POLICY insert_with_institution ON institution_exit FOR INSERT
    WITH CHECK (institution IN (SELECT institutions_in_scope('finplan.write_regions')));
CREATE POLICY update_with_institution ON institution_exit FOR UPDATE
    USING (institution IN (SELECT institutions_in_scope('finplan.write_regions')));

ALTER TABLE institution_exit_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE institution_exit_step FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_institution ON institution_exit_step FOR SELECT
    USING (institution IN (SELECT uscc FROM institution));
CREATE POLICY insert_with_institution ON institution_exit_step FOR INSERT
    WITH CHECK (institution IN (SELECT institutions_in_scope('finplan.write_regions')));

-- All that happened to an institution, at the day it happened. What is written for readers is made of the columns by the program.
-- late: of a report, that it came after its source was due; of a record, that it was entered after its day.
CREATE VIEW institution_event WITH (security_invoker = true) AS
SELECT s.institution, s.since AS happened_on, s.recorded_at, s.id, 'status' AS kind, s.status AS code, s.reason AS detail,
       CAST(NULL AS text) AS channel, CAST(NULL AS text) AS mode, false AS late, s.recorded_by,
       '/api/v1/institutions/' || s.institution || '/statuses' AS resource
FROM institution_status s
UNION ALL
SELECT r.institution, r.rated_on, r.recorded_at, r.id, 'rating', r.scheme, r.grade, NULL, NULL, false, r.recorded_by,
       '/api/v1/institutions/' || r.institution || '/ratings'
FROM institution_rating r WHERE r.replaced_at IS NULL
UNION ALL
SELECT v.institution, v.occurred_on, v.entered_at, v.id, 'supervision-record', v.channel, v.title, v.channel, v.mode,
       (v.entered_at AT TIME ZONE 'Asia/Shanghai')::date > v.occurred_on, v.recorded_by, '/api/v1/supervision-records/' || v.id
FROM supervision_record v WHERE v.replaced_at IS NULL AND NOT v.withdrawn
UNION ALL
SELECT t.institution, (t.received_at AT TIME ZONE 'Asia/Shanghai')::date, t.received_at, t.id, 'report', t.source, t.period,
       NULL, NULL,
       COALESCE(q.mode = 'periodic' AND t.period_end >= q.since
           AND CASE q.frequency WHEN 'month' THEN t.period ~ '^[0-9]{4}-[0-9]{2}$' WHEN 'quarter' THEN t.period ~ 'Q'
                                WHEN 'half-year' THEN t.period ~ 'H' ELSE t.period ~ '^[0-9]{4}$' END
           AND t.period_end + q.grace_days < (t.received_at AT TIME ZONE 'Asia/Shanghai')::date, false),
       NULL, '/api/v1/institutions/' || t.institution || '/reports'
FROM report_receipt t
LEFT JOIN report_source q ON q.institution = t.institution AND q.source = t.source
UNION ALL
SELECT x.institution, x.took_place_on, x.recorded_at, x.id, 'exit', x.action, COALESCE(x.outcome, x.note), NULL, NULL, false,
       x.recorded_by, '/api/v1/institution-exits/' || x.exit
FROM institution_exit_step x
UNION ALL
SELECT a.institution, (a.raised_at AT TIME ZONE 'Asia/Shanghai')::date, a.raised_at, a.id, 'alert', a.rule, a.state, NULL, NULL,
       false, NULL, '/api/v1/alerts/' || a.id
FROM alert a WHERE a.institution IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON institution_exit TO "${appRole}";
GRANT SELECT, INSERT ON institution_exit_step TO "${appRole}";
GRANT SELECT ON institution_event TO "${appRole}";
