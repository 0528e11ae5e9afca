-- Counts that are read with every page of a tree and with every scorecard, kept or covered by an index, so that reading them costs
-- the same whatever the number of tasks.

-- Reads of tasks go through this view; it is made anew, since tasks have further columns.
CREATE OR REPLACE VIEW task_seen AS
SELECT t.* FROM task t
WHERE t.plan = ANY (ARRAY(SELECT code FROM plan p WHERE region_in_scope(p.city, 'finplan.read_regions')));

-- What is kept of the changes of a task is what is stated: not search forms, nor what says who wrote.
DROP TRIGGER keep_change ON task;
CREATE TRIGGER keep_change AFTER INSERT OR UPDATE OR DELETE ON task
    FOR EACH ROW EXECUTE FUNCTION keep_task_change('task', 'id', 'id', 'path', 'ordinal', 'search_text', 'search_grams', 'english',
        'status', 'claimed_status', 'next_milestone', 'behind_after', 'due_by', 'due_at', 'made_by', 'made_at', 'withdrawn_by', 'version');

-- The measures, and the work points, below each branch by verified and claimed status. Kept by triggers in the statement that
-- changes a leaf, so that no code can forget it; a statement that changes no status touches no counter. Counters are taken in the order of their keys, so
-- that two transactions that each change one statement's leaves wait for each other in one order.
CREATE TABLE branch_count (
    plan            text NOT NULL,
    branch          text NOT NULL,
    level           text NOT NULL,
    status          text NOT NULL,
    claimed_status  text NOT NULL,
    leaves          bigint NOT NULL,
    PRIMARY KEY (plan, branch, level, status, claimed_status)
);

CREATE FUNCTION count_new_leaves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO branch_count AS c (plan, branch, level, status, claimed_status, leaves)
    SELECT leaf.plan, branch.id, leaf.level, leaf.status, leaf.claimed_status, count(*)
    FROM added AS leaf CROSS JOIN LATERAL unnest(leaf.path) AS branch (id)
    WHERE leaf.level IN ('measure', 'work-point') AND leaf.retired_in IS NULL AND leaf.withdrawn_at IS NULL
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (plan, branch, level, status, claimed_status) DO UPDATE SET leaves = c.leaves + excluded.leaves;
    RETURN NULL;
END $$;

CREATE FUNCTION count_changed_leaves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO branch_count AS c (plan, branch, level, status, claimed_status, leaves)
    SELECT leaf.plan, branch.id, leaf.level, leaf.status, leaf.claimed_status, sum(leaf.change)
    FROM (SELECT plan, path, status, claimed_status, level, retired_in, withdrawn_at, 1 AS change FROM after_change
          UNION ALL
          SELECT plan, path, status, claimed_status, level, retired_in, withdrawn_at, -1 FROM before_change) AS leaf
        CROSS JOIN LATERAL unnest(leaf.path) AS branch (id)
    WHERE leaf.level IN ('measure', 'work-point') AND leaf.retired_in IS NULL AND leaf.withdrawn_at IS NULL
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(leaf.change) <> 0 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (plan, branch, level, status, claimed_status) DO UPDATE SET leaves = c.leaves + excluded.leaves;
    RETURN NULL;
END $$;

CREATE TRIGGER count_new_leaves AFTER INSERT ON task REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_new_leaves();
CREATE TRIGGER count_changed_leaves AFTER UPDATE ON task REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
    FOR EACH STATEMENT EXECUTE FUNCTION count_changed_leaves();

INSERT INTO branch_count (plan, branch, level, status, claimed_status, leaves)
SELECT leaf.plan, branch.id, leaf.level, leaf.status, leaf.claimed_status, count(*)
FROM task AS leaf CROSS JOIN LATERAL unnest(leaf.path) AS branch (id)
WHERE leaf.level IN ('measure', 'work-point') AND leaf.retired_in IS NULL AND leaf.withdrawn_at IS NULL
GROUP BY 1, 2, 3, 4, 5;

ALTER TABLE branch_count ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_plan ON branch_count FOR ALL USING (plan IN (SELECT code FROM plan));
GRANT SELECT, INSERT, UPDATE ON branch_count TO "${appRole}";

-- A page of one level, such as the areas, is read without the measures below them.
CREATE INDEX ix_task_level ON task (plan, level, ordinal);

-- Scorecards count from the indexes alone.
CREATE INDEX ix_supervision_open ON supervision (city, unit, region, state, current_due) WHERE closed_at IS NULL;
DROP INDEX ix_supervision_closed;
CREATE INDEX ix_supervision_closed ON supervision (city, closed_at)
    INCLUDE (unit, region, overdue_days, returns, escalations, points) WHERE closed_at IS NOT NULL;
