-- A plan with its clauses and tasks belongs to a city: to a caller that does not read the city they do not exist. The second
-- line behind the checks in code. Not forced on the owner, which the service never is: a migration must reach all rows. The
-- plans are found once for each statement, not for each row.

ALTER TABLE plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_cities ON plan FOR SELECT USING (region_in_scope(city, 'finplan.read_regions'));
CREATE POLICY write_cities ON plan FOR ALL USING (region_in_scope(city, 'finplan.write_regions'));

ALTER TABLE clause ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_plan ON clause FOR ALL USING (plan IN (SELECT code FROM plan));

-- Districts report on tasks, so who reads the city of a task may change its state.
ALTER TABLE task ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_plan ON task FOR ALL USING (plan IN (SELECT code FROM plan));

ALTER TABLE task_standing ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_plan ON task_standing FOR ALL USING (plan IN (SELECT code FROM plan));
