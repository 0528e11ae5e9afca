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

-- Open alerts by rule and region: what mutes by inhibition, and groups.
CREATE INDEX ix_alert_open_rule ON alert (rule, region, raised_at, id) WHERE state <> 'closed';
CREATE INDEX ix_alert_open_region ON alert (region, rule) WHERE state <> 'closed';
CREATE INDEX ix_inhibition_rule_created ON inhibition_rule (created_at, id);
CREATE INDEX ix_inhibition_rule_open ON inhibition_rule (region) WHERE retired_at IS NULL;

-- What mutes an alert at the moment of asking: at most one row for each open alert. It is reckoned from rows each time, so that
-- neither a restart nor a cache says anything else; an open source counts before a silence, and the older before the newer. It is
-- reckoned in sets: of all sources of a rule that are equal in the same thing the oldest alone counts, as of silences that say the
-- same, and alerts are joined to them by that thing, so that a storm takes time as it has alerts and not as it has pairs of them.
CREATE VIEW alert_mute WITH (security_invoker = true) AS
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
), oldest AS (
    SELECT m.id AS muted_alert, min(m.place) FILTER (WHERE m.kind = 0) AS source_place,
           min(m.place) FILTER (WHERE m.kind = 1) AS silence_place
    FROM muted m GROUP BY m.id
)
SELECT o.muted_alert,
       CASE WHEN o.source_place IS NULL THEN 'silence' ELSE 'inhibition' END AS mute_kind,
       CASE WHEN o.source_place IS NULL THEN '/api/v1/silences/' || q.ids[o.silence_place]
            ELSE '/api/v1/alerts/' || s.ids[o.source_place] END AS muted_by,
       CASE WHEN o.source_place IS NULL THEN q.reasons[o.silence_place] ELSE i.reason END AS mute_reason,
       CASE WHEN o.source_place IS NULL THEN q.ends[o.silence_place] END AS mute_until
FROM oldest o
-- Looked up by their places and not joined, since no planner knows how many there are.
CROSS JOIN (SELECT array_agg(id ORDER BY place) AS ids, array_agg(inhibition ORDER BY place) AS rules FROM source) s
CROSS JOIN (SELECT array_agg(id ORDER BY place) AS ids, array_agg(reason ORDER BY place) AS reasons,
                   array_agg(ends_at ORDER BY place) AS ends FROM silencing) q
LEFT JOIN inhibition_rule i ON i.id = s.rules[o.source_place];

ALTER TABLE silence ENABLE ROW LEVEL SECURITY;
ALTER TABLE silence FORCE ROW LEVEL SECURITY;
-- Whoever reads a region sees what mutes its alerts, also where the city made it.
CREATE FUNCTION regions_in_scope(regions text[], setting text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting(setting, true) = '*'
        OR regions && string_to_array(current_setting(setting, true), ',');
CREATE POLICY read_regions ON silence FOR SELECT USING (regions_in_scope(regions, 'finplan.read_regions'));
CREATE POLICY insert_regions ON silence FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON silence FOR UPDATE USING (region_in_scope(region, 'finplan.write_regions'));

ALTER TABLE inhibition_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE inhibition_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON inhibition_rule FOR SELECT USING (regions_in_scope(regions, 'finplan.read_regions'));
CREATE POLICY insert_regions ON inhibition_rule FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON inhibition_rule FOR UPDATE USING (region_in_scope(region, 'finplan.write_regions'));

GRANT SELECT, INSERT, UPDATE ON silence, inhibition_rule TO "${appRole}";
GRANT SELECT ON alert_mute TO "${appRole}";
