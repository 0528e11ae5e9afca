-- A release belongs to the city of whoever announced it: those who read the city see it once it is published.
ALTER TABLE release ADD COLUMN city text;

-- Until now a suite had the plan of one city, whose targets its package brought. Where there are several, what was announced
-- before is seen by its authors and by those who read every city.
SELECT set_config('finplan.read_regions', '*', true);
UPDATE release SET city = (
    SELECT min(region) FROM target WHERE recorded_by LIKE 'plan:%' HAVING count(DISTINCT region) = 1);

-- A version of a plan exists for those who read a target of the plan, which is one of its city or lies in it. The second line
-- behind the checks in code.
ALTER TABLE plan_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_version FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_version_read ON plan_version FOR SELECT
    USING (EXISTS (SELECT FROM target t WHERE t.plan = plan_version.plan));
CREATE POLICY plan_version_write ON plan_version FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM target t WHERE t.plan = plan_version.plan
        AND (current_setting('finplan.write_regions', true) = '*'
            OR t.region = ANY (string_to_array(current_setting('finplan.write_regions', true), ',')))));
