-- Annual work points below measures, deadlines that a city sets, and search that an index serves for a word of any length.

-- A work point is a node like any other. Its year, and who made or withdrew it, stand here; it is never erased.
ALTER TABLE task DROP CONSTRAINT task_level_check;
ALTER TABLE task
    ADD CONSTRAINT ck_task_level CHECK (level IN ('area', 'section', 'item', 'measure', 'work-point')),
    ADD COLUMN year integer CHECK (year BETWEEN 1900 AND 2999),
    ADD COLUMN made_by text,
    ADD COLUMN made_at timestamptz,
    ADD COLUMN withdrawn_at timestamptz,
    ADD COLUMN withdrawn_by text,
    ADD COLUMN withdraw_reason text,
    ADD CONSTRAINT ck_task_made CHECK ((level = 'work-point') = (year IS NOT NULL)
        AND (year IS NULL) = (made_by IS NULL) AND (year IS NULL) = (made_at IS NULL)),
    ADD CONSTRAINT ck_task_withdrawn CHECK ((withdrawn_at IS NULL OR year IS NOT NULL)
        AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdraw_reason IS NULL));

-- The deadline that the package gives stays beside the one that the city set, and counts again when that is taken back.
ALTER TABLE task
    ADD COLUMN plan_due date,
    ADD COLUMN due_by text,
    ADD COLUMN due_at timestamptz,
    ADD CONSTRAINT ck_task_due_set CHECK ((due_by IS NULL) = (due_at IS NULL));
UPDATE task SET plan_due = due_date;
ALTER TABLE task ADD CONSTRAINT ck_task_due CHECK (due_by IS NOT NULL OR due_date IS NOT DISTINCT FROM plan_due);

-- Work points stand behind the nodes of the package, in the order in which they were made, so that a new version of the
-- package, which numbers its nodes from 0, moves none of them.
CREATE SEQUENCE task_work_point_ordinal AS integer START 1000000000;
GRANT USAGE ON SEQUENCE task_work_point_ordinal TO "${appRole}";

CREATE INDEX ix_task_year ON task (plan, year, ordinal) WHERE year IS NOT NULL;
CREATE INDEX ix_task_work_point_path ON task USING gin (path) WHERE level = 'work-point';

-- A Chinese word of one character is found by an index too: beside the pairs stand the single characters.
UPDATE task SET search_grams = search_grams || ARRAY(
    SELECT DISTINCT letter FROM regexp_split_to_table(search_text, '') AS letter WHERE letter !~ '\s');

-- English words in their base form, title before summary: "banks" finds "bank".
ALTER TABLE task ADD COLUMN english tsvector NOT NULL GENERATED ALWAYS AS (
    setweight(to_tsvector('pg_catalog.english', title_en), 'A')
    || setweight(to_tsvector('pg_catalog.english', summary_en), 'B')) STORED;
CREATE INDEX ix_task_english ON task USING gin (english);

-- What reads of tasks go through. A policy keeps operators such as @> and && away from the indexes, because they might tell
-- of rows that it hides; a view of the owner with the same condition does not. Which plans are seen is found once for each
-- statement. A migration that adds a column to task which reads need makes this view anew.
CREATE VIEW task_seen AS
SELECT t.* FROM task t
WHERE t.plan = ANY (ARRAY(SELECT code FROM plan p WHERE region_in_scope(p.city, 'finplan.read_regions')));
GRANT SELECT ON task_seen TO "${appRole}";
