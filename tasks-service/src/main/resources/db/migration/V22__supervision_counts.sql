-- Scorecards are read from counts that are kept, so that a read costs the same whatever the number of matters. Triggers keep them in
-- the transaction of each change, so that no code can forget it.
--
-- What is kept does not depend on today: open matters are counted by the day they are due, and a read compares the days. Closed
-- ones are counted twice, by the day and by the month of their closing (Asia/Shanghai): a read takes whole months and, at the ends of
-- its period, days.
CREATE TABLE supervision_count (
    city          text NOT NULL,
    grain         text NOT NULL CHECK (grain IN ('due', 'day', 'month')),
    day           date NOT NULL,
    unit          text NOT NULL,
    region        text NOT NULL,
    plan          text NOT NULL,
    matters       bigint NOT NULL,
    with_unit     bigint NOT NULL,
    on_time       bigint NOT NULL,
    returned      bigint NOT NULL,
    escalated     bigint NOT NULL,
    overdue_days  bigint NOT NULL,
    scored        bigint NOT NULL,
    points        bigint NOT NULL,
    PRIMARY KEY (city, grain, day, unit, region, plan)
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

-- What changed since: rows are only added to it, so that nobody who changes a matter waits for somebody who changes another one. A
-- read adds them up with the counts; the service folds them into the counts each second. plan is empty for a matter of none.
CREATE TABLE supervision_count_change (LIKE supervision_count)
    WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

-- What one matter adds to, or takes from, the counts.
CREATE FUNCTION counts_of(city text, unit text, region text, plan text, state text, current_due date, closed_at timestamptz,
    overdue_days integer, returned integer, escalated integer, points integer, amount integer)
    RETURNS SETOF supervision_count_change LANGUAGE sql IMMUTABLE AS $$
    SELECT city, counted.grain, counted.day, unit, region, coalesce(plan, ''), amount::bigint,
        CASE WHEN closed_at IS NULL AND state IN ('assigned', 'acknowledged') THEN amount ELSE 0 END::bigint,
        CASE WHEN closed_at IS NOT NULL AND overdue_days = 0 THEN amount ELSE 0 END::bigint,
        CASE WHEN closed_at IS NULL THEN 0 ELSE amount * returned END::bigint,
        CASE WHEN closed_at IS NULL THEN 0 ELSE amount * escalated END::bigint,
        CASE WHEN closed_at IS NULL THEN 0 ELSE amount * coalesce(overdue_days, 0) END::bigint,
        CASE WHEN closed_at IS NULL OR points IS NULL THEN 0 ELSE amount END::bigint,
        CASE WHEN closed_at IS NULL THEN 0 ELSE amount * coalesce(points, 0) END::bigint
    FROM (VALUES ('due', current_due, closed_at IS NULL),
        ('day', (closed_at AT TIME ZONE 'Asia/Shanghai')::date, closed_at IS NOT NULL),
        ('month', date_trunc('month', closed_at AT TIME ZONE 'Asia/Shanghai')::date, closed_at IS NOT NULL)) AS counted (grain, day, is_so)
    WHERE counted.is_so
$$;

-- One row for each count that a statement changed, however many matters it changed; none when it changed nothing that is counted.
CREATE FUNCTION count_new_matters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO supervision_count_change
    SELECT c.city, c.grain, c.day, c.unit, c.region, c.plan, sum(c.matters), sum(c.with_unit), sum(c.on_time), sum(c.returned),
        sum(c.escalated), sum(c.overdue_days), sum(c.scored), sum(c.points)
    FROM added AS m CROSS JOIN LATERAL counts_of(m.city, m.unit, m.region, m.plan, m.state, m.current_due, m.closed_at, m.overdue_days,
        m.returns, m.escalated, m.points, 1) AS c
    GROUP BY c.city, c.grain, c.day, c.unit, c.region, c.plan;
    RETURN NULL;
END $$;

CREATE FUNCTION count_changed_matters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO supervision_count_change
    SELECT c.city, c.grain, c.day, c.unit, c.region, c.plan, sum(c.matters), sum(c.with_unit), sum(c.on_time), sum(c.returned),
        sum(c.escalated), sum(c.overdue_days), sum(c.scored), sum(c.points)
    FROM (SELECT city, unit, region, plan, state, current_due, closed_at, overdue_days, returns, escalated, points, 1 AS amount
            FROM after_change
          UNION ALL
          SELECT city, unit, region, plan, state, current_due, closed_at, overdue_days, returns, escalated, points, -1
            FROM before_change) AS m
        CROSS JOIN LATERAL counts_of(m.city, m.unit, m.region, m.plan, m.state, m.current_due, m.closed_at, m.overdue_days,
            m.returns, m.escalated, m.points, m.amount) AS c
    GROUP BY c.city, c.grain, c.day, c.unit, c.region, c.plan
    HAVING (sum(c.matters), sum(c.with_unit), sum(c.on_time), sum(c.returned), sum(c.escalated), sum(c.overdue_days), sum(c.scored),
        sum(c.points)) <> (0, 0, 0, 0, 0, 0, 0, 0);
    RETURN NULL;
END $$;

CREATE TRIGGER count_new_matters AFTER INSERT ON supervision REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_new_matters();
CREATE TRIGGER count_changed_matters AFTER UPDATE ON supervision
    REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
    FOR EACH STATEMENT EXECUTE FUNCTION count_changed_matters();

-- Counts all matters anew: here, and for whoever changed matters with the triggers off. Waits for those who change matters, and they
-- for it.
CREATE FUNCTION recount_matters() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('finplan.read_regions', '*', true), set_config('finplan.write_regions', '*', true);
    LOCK TABLE supervision IN SHARE MODE;
    LOCK TABLE supervision_count, supervision_count_change IN EXCLUSIVE MODE;
    DELETE FROM supervision_count;
    DELETE FROM supervision_count_change;
    INSERT INTO supervision_count
    SELECT c.city, c.grain, c.day, c.unit, c.region, c.plan, sum(c.matters), sum(c.with_unit), sum(c.on_time), sum(c.returned),
        sum(c.escalated), sum(c.overdue_days), sum(c.scored), sum(c.points)
    FROM supervision AS m CROSS JOIN LATERAL counts_of(m.city, m.unit, m.region, m.plan, m.state, m.current_due, m.closed_at,
        m.overdue_days, m.returns, m.escalated, m.points, 1) AS c
    GROUP BY c.city, c.grain, c.day, c.unit, c.region, c.plan;
END $$;
REVOKE ALL ON FUNCTION recount_matters() FROM PUBLIC;
SELECT recount_matters();

ALTER TABLE supervision_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_count FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON supervision_count FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY ((SELECT string_to_array(current_setting('finplan.read_regions', true), ','))::text[]));
CREATE POLICY insert_regions ON supervision_count FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON supervision_count FOR UPDATE USING (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY delete_regions ON supervision_count FOR DELETE USING (region_in_scope(region, 'finplan.write_regions'));

ALTER TABLE supervision_count_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_count_change FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON supervision_count_change FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY ((SELECT string_to_array(current_setting('finplan.read_regions', true), ','))::text[]));
CREATE POLICY insert_regions ON supervision_count_change FOR INSERT
    WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON supervision_count_change FOR UPDATE
    USING (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY delete_regions ON supervision_count_change FOR DELETE
    USING (region_in_scope(region, 'finplan.write_regions'));

GRANT SELECT, INSERT, UPDATE, DELETE ON supervision_count, supervision_count_change TO "${appRole}";

-- Only scorecards needed these.
DROP INDEX ix_supervision_open;
DROP INDEX ix_supervision_closed;
