-- Which tasks units have, whatever their role. Row-level security keeps the planner from an index on arrays, since an operator
-- on arrays could leak what it compares; so the keys alone are found by a function that sees all rows, and whoever asks joins
-- them with the tasks that it may see.
CREATE INDEX ix_task_units ON task USING gin ((responsible || cooperating || lead));

CREATE FUNCTION tasks_of_units(units text[]) RETURNS TABLE (plan text, id text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 100
    AS $$ SELECT t.plan, t.id FROM task AS t WHERE (t.responsible || t.cooperating || t.lead) && units $$;

REVOKE EXECUTE ON FUNCTION tasks_of_units(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tasks_of_units(text[]) TO "${appRole}";
