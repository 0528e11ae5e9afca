-- Milestones of leaves, what leaves wait for, and what follows from both for lists.

-- original_date is the day that was planned first; it never changes. changed_by, changed_at and change_reason tell of the last
-- change. A removed milestone stays.
CREATE TABLE task_milestone (
    id             uuid PRIMARY KEY,
    plan           text NOT NULL,
    task           text NOT NULL,
    ordinal        integer NOT NULL CHECK (ordinal >= 1),
    title_zh       text NOT NULL,
    title_en       text NOT NULL,
    planned_start  date,
    planned_date   date NOT NULL,
    original_date  date NOT NULL,
    weight         numeric CHECK (weight > 0),
    achieved_on    date,
    achieved_by    text,
    achieved_at    timestamptz,
    achieved_note  text,
    removed_at     timestamptz,
    changed_by     text NOT NULL,
    changed_at     timestamptz NOT NULL,
    change_reason  text,
    version        bigint NOT NULL DEFAULT 0,
    CONSTRAINT fk_task_milestone_task FOREIGN KEY (plan, task) REFERENCES task (plan, id),
    CHECK (planned_start <= planned_date),
    CHECK ((achieved_on IS NULL) = (achieved_by IS NULL)),
    CHECK ((achieved_on IS NULL) = (achieved_at IS NULL)),
    CHECK (achieved_note IS NULL OR achieved_on IS NOT NULL),
    CHECK (removed_at IS NULL OR achieved_on IS NULL)
);

CREATE INDEX ix_task_milestone_task ON task_milestone (plan, task, ordinal, planned_date, id);

-- The leaf waits for its predecessor: it begins when the other is finished and so many working days have gone by. Both are of one
-- plan. What is removed stays.
CREATE TABLE task_dependency (
    id             uuid PRIMARY KEY,
    plan           text NOT NULL,
    task           text NOT NULL,
    predecessor    text NOT NULL,
    lag_working_days       integer NOT NULL CHECK (lag_working_days BETWEEN 0 AND 1000),
    removed_at     timestamptz,
    changed_by     text NOT NULL,
    changed_at     timestamptz NOT NULL,
    change_reason  text,
    version        bigint NOT NULL DEFAULT 0,
    CONSTRAINT fk_task_dependency_task FOREIGN KEY (plan, task) REFERENCES task (plan, id),
    CONSTRAINT fk_task_dependency_predecessor FOREIGN KEY (plan, predecessor) REFERENCES task (plan, id),
    CHECK (task <> predecessor)
);

CREATE UNIQUE INDEX uq_task_dependency ON task_dependency (plan, task, predecessor) WHERE removed_at IS NULL;
CREATE INDEX ix_task_dependency_predecessor ON task_dependency (plan, predecessor) WHERE removed_at IS NULL;

-- next_milestone is the day of the first milestone that is not achieved, written with the milestones. behind_after follows from it:
-- the leaf is behind as soon as a working day of its city has come after that day. Lists find by it what is behind without
-- looking at milestones, whatever the day and the calendar.
ALTER TABLE task ADD COLUMN next_milestone date;
ALTER TABLE task ADD COLUMN behind_after date GENERATED ALWAYS AS (
    CASE WHEN level = 'measure' AND status <> 'done' AND retired_in IS NULL THEN least(next_milestone, due_date) END) STORED;

-- The first for few that are behind, the second for a page in the order of the plan among many.
CREATE INDEX ix_task_behind ON task (plan, behind_after) WHERE behind_after IS NOT NULL;
CREATE INDEX ix_task_behind_order ON task (plan, ordinal, behind_after) WHERE behind_after IS NOT NULL;

-- Districts say that milestones of their leaves were achieved, so whoever reads the plan writes; the second line behind the checks
-- in code, as with tasks.
ALTER TABLE task_milestone ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_plan ON task_milestone FOR ALL USING (plan IN (SELECT code FROM plan));

ALTER TABLE task_dependency ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_plan ON task_dependency FOR ALL USING (plan IN (SELECT code FROM plan));

GRANT SELECT, INSERT, UPDATE ON task_milestone, task_dependency TO "${appRole}";

-- Milestones and dependencies join the history of tasks. What is new of a task and only follows from them is left out of it.
CREATE TRIGGER keep_change AFTER INSERT OR UPDATE OR DELETE ON task_milestone
    FOR EACH ROW EXECUTE FUNCTION keep_task_change('milestone', 'task', 'id', 'changed_by', 'changed_at', 'version');
CREATE TRIGGER keep_change AFTER INSERT OR UPDATE OR DELETE ON task_dependency
    FOR EACH ROW EXECUTE FUNCTION keep_task_change('dependency', 'task', 'id', 'changed_by', 'changed_at', 'version');

DROP TRIGGER keep_change ON task;
CREATE TRIGGER keep_change AFTER INSERT OR UPDATE OR DELETE ON task
    FOR EACH ROW EXECUTE FUNCTION keep_task_change('task', 'id', 'id', 'path', 'ordinal', 'search_text', 'search_grams',
        'status', 'claimed_status', 'next_milestone', 'behind_after', 'version');

-- What changed since an instant, however long the history before it is.
CREATE INDEX ix_task_change_time ON task_change (plan, changed_at);

-- Instants that got a name. The state of the plan at each is what the history says; nothing is copied.
CREATE TABLE plan_baseline (
    id          uuid PRIMARY KEY,
    plan        text NOT NULL REFERENCES plan (code),
    name_zh     text NOT NULL,
    name_en     text NOT NULL,
    at          timestamptz NOT NULL,
    note        text,
    created_by  text NOT NULL,
    created_at  timestamptz NOT NULL
);

CREATE INDEX ix_plan_baseline_plan ON plan_baseline (plan, id);

ALTER TABLE plan_baseline ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_plan ON plan_baseline FOR ALL USING (plan IN (SELECT code FROM plan));
GRANT SELECT, INSERT ON plan_baseline TO "${appRole}";
