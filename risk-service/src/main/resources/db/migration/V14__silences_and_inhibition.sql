-- Silences, inhibition rules, and what mutes an alert now. An alert that is muted stays in every list; who sends messages sends none.

-- A silence concerns alerts of its region and of those in it (regions, as the plans had them when it was made). A column that is null
-- matches everything; level is the gravest one that is silenced. From second_person on it needs an approval before it has effect.
CREATE TABLE silence (
    id             uuid PRIMARY KEY,
    version        integer NOT NULL,
    region         text NOT NULL,
    regions        text[] NOT NULL,
    rule           text,
    indicator      text,
    institution    text,
    level          smallint CHECK (level BETWEEN 1 AND 4),
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    reason         text NOT NULL,
    created_by     text NOT NULL,
    created_at     timestamptz NOT NULL,
    second_person  boolean NOT NULL,
    approved_by    text,
    approved_at    timestamptz,
    ended_by       text,
    ended_at       timestamptz,
    remind_at      timestamptz,
    remind_cause   text CHECK (remind_cause IN ('ends-soon', 'before-days-off')),
    CHECK (ends_at > starts_at),
    CHECK (approved_by IS NULL OR approved_by <> created_by),
    CHECK ((remind_at IS NULL) = (remind_cause IS NULL))
);

CREATE INDEX ix_silence_created ON silence (created_at, id);
CREATE INDEX ix_silence_open ON silence (ends_at) WHERE ended_at IS NULL;

-- While an alert of source_rule is open and its cause is there, alerts of target_rule (null: of every other rule) are muted that are
-- equal to it in what equal_on says. source_state asks for a state of the source.
CREATE TABLE inhibition_rule (
    id            uuid PRIMARY KEY,
    version       integer NOT NULL,
    region        text NOT NULL,
    regions       text[] NOT NULL,
    source_rule   text NOT NULL,
    source_state  text CHECK (source_state IN ('raised', 'acknowledged', 'disposing', 'monitoring')),
    target_rule   text CHECK (target_rule <> source_rule),
    equal_on      text NOT NULL CHECK (equal_on IN ('region', 'institution', 'subject')),
    reason        text NOT NULL,
    created_by    text NOT NULL,
    created_at    timestamptz NOT NULL,
    retired_by    text,
    retired_at    timestamptz
);

-- told says whether the last thing that was to be told of the alert was told to those who send messages, or muted.
ALTER TABLE alert ADD COLUMN told boolean NOT NULL DEFAULT true;
CREATE INDEX ix_alert_untold ON alert (id) WHERE NOT told;

-- What mutes an alert at the moment of asking: at most one row for each open alert. It is reckoned from rows each time, so that
-- neither a restart nor a cache says anything else; an open source counts before a silence.
CREATE VIEW alert_mute WITH (security_invoker = true) AS
SELECT a.id AS muted_alert, m.mute_kind, m.muted_by, m.mute_reason, m.mute_until
FROM alert a
CROSS JOIN LATERAL (
    SELECT 'inhibition' AS mute_kind, '/api/v1/alerts/' || s.id AS muted_by, i.reason AS mute_reason,
           CAST(NULL AS timestamptz) AS mute_until, 1 AS mute_order, s.raised_at AS mute_since
    FROM inhibition_rule i
    JOIN alert s ON s.rule = i.source_rule AND s.state <> 'closed' AND NOT s.cause_gone
        AND (i.source_state IS NULL OR s.state = i.source_state)
    WHERE i.retired_at IS NULL
      AND s.region = ANY (i.regions)
      AND a.rule <> s.rule AND (i.target_rule IS NULL OR a.rule = i.target_rule)
      AND CASE i.equal_on WHEN 'region' THEN s.region = a.region
                          WHEN 'institution' THEN s.institution = a.institution
                          ELSE s.subject = a.subject END
    UNION ALL
    SELECT 'silence', '/api/v1/silences/' || q.id, q.reason, q.ends_at, 2, q.starts_at
    FROM silence q
    WHERE q.ended_at IS NULL AND q.starts_at <= now() AND q.ends_at > now()
      AND (NOT q.second_person OR q.approved_at IS NOT NULL)
      AND a.region = ANY (q.regions)
      AND (q.rule IS NULL OR q.rule = a.rule)
      AND (q.indicator IS NULL OR q.indicator = a.indicator)
      AND (q.institution IS NULL OR q.institution = a.institution)
      AND (q.level IS NULL OR a.level <= q.level)
    ORDER BY mute_order, mute_since, muted_by
    LIMIT 1) m
WHERE a.state <> 'closed';

ALTER TABLE silence ENABLE ROW LEVEL SECURITY;
ALTER TABLE silence FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON silence FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY insert_regions ON silence FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON silence FOR UPDATE USING (region_in_scope(region, 'finplan.write_regions'));

ALTER TABLE inhibition_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE inhibition_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON inhibition_rule FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY insert_regions ON inhibition_rule FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON inhibition_rule FOR UPDATE USING (region_in_scope(region, 'finplan.write_regions'));

GRANT SELECT, INSERT, UPDATE ON silence, inhibition_rule TO "${appRole}";
GRANT SELECT ON alert_mute TO "${appRole}";
