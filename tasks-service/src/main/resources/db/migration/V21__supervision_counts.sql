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

CREATE FUNCTION count_matter(matter supervision, amount integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    closed_on date := (matter.closed_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
    IF matter.closed_at IS NULL THEN
        INSERT INTO supervision_count_change
        VALUES (matter.city, 'due', matter.current_due, matter.unit, matter.region, coalesce(matter.plan, ''), amount,
            CASE WHEN matter.state IN ('assigned', 'acknowledged') THEN amount ELSE 0 END, 0, 0, 0, 0, 0, 0);
    ELSE
        INSERT INTO supervision_count_change
        SELECT matter.city, closed.grain, closed.day, matter.unit, matter.region, coalesce(matter.plan, ''), amount, 0,
            CASE WHEN matter.overdue_days = 0 THEN amount ELSE 0 END, amount * matter.returns, amount * matter.escalations,
            amount * coalesce(matter.overdue_days, 0), CASE WHEN matter.points IS NULL THEN 0 ELSE amount END,
            amount * coalesce(matter.points, 0)
        FROM (VALUES ('day', closed_on), ('month', date_trunc('month', closed_on)::date)) AS closed (grain, day);
    END IF;
END $$;

CREATE FUNCTION count_changed_matter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM count_matter(OLD, -1);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM count_matter(NEW, 1);
    END IF;
    RETURN NULL;
END $$;

-- A step of a ladder changes nothing that is counted and costs nothing here.
CREATE TRIGGER count_added AFTER INSERT OR DELETE ON supervision FOR EACH ROW EXECUTE FUNCTION count_changed_matter();
CREATE TRIGGER count_changed AFTER UPDATE ON supervision FOR EACH ROW
    WHEN ((OLD.city, OLD.unit, OLD.region, OLD.plan, OLD.closed_at) IS DISTINCT FROM
            (NEW.city, NEW.unit, NEW.region, NEW.plan, NEW.closed_at)
        OR OLD.closed_at IS NULL AND (OLD.state, OLD.current_due) IS DISTINCT FROM (NEW.state, NEW.current_due)
        OR OLD.closed_at IS NOT NULL AND (OLD.overdue_days, OLD.returns, OLD.escalations, OLD.points) IS DISTINCT FROM
            (NEW.overdue_days, NEW.returns, NEW.escalations, NEW.points))
    EXECUTE FUNCTION count_changed_matter();

-- Counts all matters anew: here, and for whoever changed matters with the triggers off. Waits for those who change matters, and they
-- for it.
CREATE FUNCTION recount_matters() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('finplan.read_regions', '*', true), set_config('finplan.write_regions', '*', true);
    LOCK TABLE supervision IN SHARE MODE;
    LOCK TABLE supervision_count, supervision_count_change IN EXCLUSIVE MODE;
    DELETE FROM supervision_count;
    DELETE FROM supervision_count_change;
    PERFORM count_matter(matter, 1) FROM supervision AS matter;
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

-- Only scorecards needed these; without them a step of a ladder writes less.
DROP INDEX ix_supervision_open;
DROP INDEX ix_supervision_closed;
