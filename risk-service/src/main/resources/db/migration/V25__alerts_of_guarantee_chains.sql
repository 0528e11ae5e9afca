-- Alerts about firms of one guarantee chain are carried by one of them, the root: while it is open and its cause is there, the others
-- are muted. Rows are those of the last time that the rules about chains were applied in the city.
CREATE TABLE network_carried_alert (
    region        text NOT NULL,
    rule          text NOT NULL,
    subject       text NOT NULL,
    root_rule     text NOT NULL,
    root_subject  text NOT NULL,
    PRIMARY KEY (rule, subject),
    CHECK (rule <> root_rule OR subject <> root_subject)
);

CREATE INDEX ix_network_carried_alert_region ON network_carried_alert (region);
CREATE INDEX ix_network_carried_alert_root ON network_carried_alert (root_rule, root_subject);

ALTER TABLE network_carried_alert ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_carried_alert FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON network_carried_alert FOR SELECT
    USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY insert_regions ON network_carried_alert FOR INSERT
    WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY delete_regions ON network_carried_alert FOR DELETE
    USING (region_in_scope(region, 'finplan.write_regions'));

GRANT SELECT, INSERT, DELETE ON network_carried_alert TO "${appRole}";

-- What mutes an alert at the moment of asking: at most one row for each open alert. It is reckoned from rows each time, so that
-- neither a restart nor a cache says anything else; an open source counts before a silence, and the older before the newer. It is
-- reckoned in sets: of all sources of a rule that are equal in the same thing the oldest alone counts, as of silences that say the
-- same, and alerts are joined to them by that thing, so that a storm takes time as it has alerts and not as it has pairs of them. An alert
-- that a root carries counts last, after inhibition rules and silences.
CREATE OR REPLACE VIEW alert_mute WITH (security_invoker = true) AS
WITH source AS (
    SELECT o.*, row_number() OVER (ORDER BY o.raised_at, o.id, o.inhibition) AS place
    FROM (
        SELECT DISTINCT ON (i.id, e.equal_to)
               i.id AS inhibition, i.source_rule, i.target_rule, i.equal_on, e.equal_to, s.id, s.raised_at
        FROM inhibition_rule i
        JOIN alert s ON s.rule = i.source_rule AND s.state <> 'closed' AND NOT s.cause_gone
            AND (i.source_state IS NULL OR s.state = i.source_state) AND s.region = ANY (i.regions)
        CROSS JOIN LATERAL (SELECT CASE i.equal_on WHEN 'region' THEN s.region WHEN 'institution' THEN s.institution
                                                   ELSE s.subject END AS equal_to) e
        WHERE i.retired_at IS NULL AND e.equal_to IS NOT NULL
        ORDER BY i.id, e.equal_to, s.raised_at, s.id) o
), silencing AS (
    SELECT o.*, row_number() OVER (ORDER BY o.starts_at, o.id) AS place
    FROM (
        SELECT DISTINCT ON (q.regions, q.rule, q.indicator, q.institution, q.level) q.*
        FROM silence q
        WHERE q.ended_at IS NULL AND q.starts_at <= now() AND q.ends_at > now()
          AND (NOT q.second_person OR q.approved_at IS NOT NULL)
        ORDER BY q.regions, q.rule, q.indicator, q.institution, q.level, q.starts_at, q.id) o
), carrying AS (
    SELECT r.id, r.rule, r.subject, row_number() OVER (ORDER BY r.raised_at, r.id) AS place
    FROM (SELECT DISTINCT root_rule, root_subject FROM network_carried_alert) c
    JOIN alert r ON r.rule = c.root_rule AND r.subject = c.root_subject
    WHERE r.state <> 'closed' AND NOT r.cause_gone
), muted AS (
    SELECT a.id, s.place, 0 AS kind FROM source s
    JOIN alert a ON a.region = s.equal_to AND a.rule = s.target_rule
    WHERE s.equal_on = 'region' AND a.state <> 'closed'
    UNION ALL
    SELECT a.id, s.place, 0 FROM source s
    JOIN alert a ON a.region = s.equal_to AND a.rule <> s.source_rule
    WHERE s.equal_on = 'region' AND s.target_rule IS NULL AND a.state <> 'closed'
    UNION ALL
    SELECT a.id, s.place, 0 FROM source s
    JOIN alert a ON a.institution = s.equal_to AND a.rule = coalesce(s.target_rule, a.rule) AND a.rule <> s.source_rule
    WHERE s.equal_on = 'institution' AND a.state <> 'closed'
    UNION ALL
    SELECT a.id, s.place, 0 FROM source s
    JOIN alert a ON a.subject = s.equal_to AND a.rule = coalesce(s.target_rule, a.rule) AND a.rule <> s.source_rule
    WHERE s.equal_on = 'subject' AND a.state <> 'closed'
    UNION ALL
    SELECT a.id, q.place, 1 FROM silencing q
    CROSS JOIN LATERAL unnest(q.regions) AS r (region)
    JOIN alert a ON a.region = r.region AND a.rule = q.rule
        AND a.indicator = coalesce(q.indicator, a.indicator) AND a.level <= coalesce(q.level, a.level)
        AND (q.institution IS NULL OR a.institution = q.institution)
    WHERE a.state <> 'closed'
    UNION ALL
    SELECT a.id, q.place, 1 FROM silencing q
    CROSS JOIN LATERAL unnest(q.regions) AS r (region)
    JOIN alert a ON a.region = r.region
        AND a.indicator = coalesce(q.indicator, a.indicator) AND a.level <= coalesce(q.level, a.level)
        AND (q.institution IS NULL OR a.institution = q.institution)
    WHERE q.rule IS NULL AND a.state <> 'closed'
    UNION ALL
    SELECT a.id, r.place, 2 FROM carrying r
    JOIN network_carried_alert c ON c.root_rule = r.rule AND c.root_subject = r.subject
    JOIN alert a ON a.rule = c.rule AND a.subject = c.subject
    WHERE a.state <> 'closed'
), oldest AS (
    SELECT m.id AS muted_alert, min(m.place) FILTER (WHERE m.kind = 0) AS source_place,
           min(m.place) FILTER (WHERE m.kind = 1) AS silence_place,
           min(m.place) FILTER (WHERE m.kind = 2) AS root_place
    FROM muted m GROUP BY m.id
)
SELECT o.muted_alert,
       CASE WHEN o.source_place IS NULL AND o.silence_place IS NOT NULL THEN 'silence' ELSE 'inhibition' END AS mute_kind,
       CASE WHEN o.source_place IS NOT NULL THEN '/api/v1/alerts/' || s.ids[o.source_place]
            WHEN o.silence_place IS NOT NULL THEN '/api/v1/silences/' || q.ids[o.silence_place]
            ELSE '/api/v1/alerts/' || r.ids[o.root_place] END AS muted_by,
       CASE WHEN o.source_place IS NOT NULL THEN i.reason
            WHEN o.silence_place IS NOT NULL THEN q.reasons[o.silence_place]
            ELSE '由同一担保链的根预警带出 / carried by the root alert of its guarantee chain' END AS mute_reason,
       CASE WHEN o.source_place IS NULL THEN q.ends[o.silence_place] END AS mute_until
FROM oldest o
-- Looked up by their places and not joined, since no planner knows how many there are.
CROSS JOIN (SELECT array_agg(id ORDER BY place) AS ids, array_agg(inhibition ORDER BY place) AS rules FROM source) s
CROSS JOIN (SELECT array_agg(id ORDER BY place) AS ids, array_agg(reason ORDER BY place) AS reasons,
                   array_agg(ends_at ORDER BY place) AS ends FROM silencing) q
CROSS JOIN (SELECT array_agg(id ORDER BY place) AS ids FROM carrying) r
LEFT JOIN inhibition_rule i ON i.id = s.rules[o.source_place];
