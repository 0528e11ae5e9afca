-- What changed of tasks and of what belongs to them, when, by whom and with which client. Kept by triggers, so that nothing
-- that changes is missed, whatever code writes it; the service itself can only read it.
--
-- Another table joins with one statement in its migration, if it has a column plan and one that holds the id of the task:
--
--     CREATE TRIGGER keep_change AFTER INSERT OR UPDATE OR DELETE ON milestone
--         FOR EACH ROW EXECUTE FUNCTION keep_task_change('milestone', 'task', 'id', 'search_grams', 'version');
--
-- The arguments: the kind of thing; the column with the id of the task; the columns that make the key, with commas between,
-- unique within the plan and never updated; and then each column that is left out, because it is derived, counts writes or
-- says who wrote last. A column that is added later is kept by itself. Rows that are there already need a first entry as below.
-- Who reads a task reads its history, so that nothing joins of which a caller may see a part only.

-- Units that are responsible for a task beside the one that leads it. lead, responsible and cooperating are one assignment, of
-- which lead_source, lead_by and lead_at say where it comes from.
ALTER TABLE task ADD COLUMN responsible text[] NOT NULL DEFAULT '{}';

-- before holds what changed as it was, after the whole thing as it is since, both by columns. As a thing stood at a time:
-- after of its newest entry until then; it did not exist without an entry, or when after is null. found: what was there when
-- the history began.
CREATE TABLE task_change (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan        text        NOT NULL,
    task        text        NOT NULL,
    kind        text        NOT NULL,
    key         text        NOT NULL,
    action      text        NOT NULL CHECK (action IN ('found', 'created', 'changed', 'removed')),
    changed_at  timestamptz NOT NULL,
    changed_by  text        NOT NULL,
    client      text        NOT NULL,
    before      jsonb,
    after       jsonb,
    CHECK ((before IS NULL) = (action IN ('found', 'created'))),
    CHECK ((after IS NULL) = (action = 'removed'))
);

CREATE INDEX ix_task_change_task ON task_change (plan, task, number);
CREATE INDEX ix_task_change_thing ON task_change (plan, kind, key, changed_at DESC, number DESC);

ALTER TABLE task_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_plan ON task_change FOR SELECT USING (plan IN (SELECT code FROM plan));
GRANT SELECT ON task_change TO "${appRole}";

-- Runs as the owner: what the service's role may not write, it cannot forge. The time is that of the write, not of the
-- transaction: who writes a row holds its lock, so that the entries of one thing are in the order of their times. Who writes
-- without being told on whose behalf, such as a migration, is named by its role.
CREATE FUNCTION keep_task_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    left_out  text[] := TG_ARGV[3:];
    was       jsonb;
    became    jsonb;
    thing     jsonb;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        was := to_jsonb(OLD) - left_out;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        became := to_jsonb(NEW) - left_out;
    END IF;
    IF was = became THEN
        RETURN NULL;
    END IF;
    thing := coalesce(became, was);
    INSERT INTO task_change (plan, task, kind, key, action, changed_at, changed_by, client, before, after)
    VALUES (
        thing ->> 'plan',
        thing ->> TG_ARGV[1],
        TG_ARGV[0],
        (SELECT string_agg(thing ->> part.name, ',' ORDER BY part.place)
         FROM unnest(string_to_array(TG_ARGV[2], ',')) WITH ORDINALITY AS part (name, place)),
        CASE TG_OP WHEN 'INSERT' THEN 'created' WHEN 'UPDATE' THEN 'changed' ELSE 'removed' END,
        clock_timestamp(),
        coalesce(nullif(current_setting('finplan.subject', true), ''), session_user),
        coalesce(nullif(current_setting('finplan.client', true), ''), session_user),
        CASE TG_OP
            WHEN 'UPDATE' THEN (
                SELECT jsonb_object_agg(field.key, field.value) FROM jsonb_each(was) AS field
                WHERE became -> field.key IS DISTINCT FROM field.value)
            ELSE was
        END,
        became);
    RETURN NULL;
END;
$$;

-- Left out of a task: where it stands in the order, which follows from the nodes above and before it; the forms for the search;
-- what its reports add up to, each of which is kept with its time.
CREATE TRIGGER keep_change AFTER INSERT OR UPDATE OR DELETE ON task
    FOR EACH ROW EXECUTE FUNCTION keep_task_change('task', 'id', 'id', 'path', 'ordinal', 'search_text', 'search_grams',
        'status', 'claimed_status', 'version');

INSERT INTO task_change (plan, task, kind, key, action, changed_at, changed_by, client, after)
SELECT plan, id, 'task', id, 'found', clock_timestamp(), session_user, session_user,
    to_jsonb(t) - ARRAY['path', 'ordinal', 'search_text', 'search_grams', 'status', 'claimed_status', 'version']
FROM task AS t ORDER BY plan, ordinal;
