-- The table of platform/planversion of who only takes part. A program copies this file unchanged as V<next>__archived_plan.sql;
-- ${appRole} is the role that the program connects as.

-- Plans that indicators-service told to be archived: what people write about them is refused.
CREATE TABLE archived_plan (
    plan        text        PRIMARY KEY,
    archived_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON archived_plan TO ${appRole};
