-- The organisations that work on a task with the one that leads it, as the plan names them. The deadline has its column.

ALTER TABLE task ADD COLUMN cooperating text[] NOT NULL DEFAULT '{}';
