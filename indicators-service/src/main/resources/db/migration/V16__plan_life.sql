-- Which packages were loaded is told by their versions since V15.
DROP TABLE plan_package;

-- A plan package that says a target no more takes it back: the version named here counts no more, a later one does.
CREATE TABLE target_withdrawal (
    target      uuid        NOT NULL,
    version     integer     NOT NULL,
    region      text        NOT NULL,
    reason      text,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    PRIMARY KEY (target, version),
    FOREIGN KEY (target, version) REFERENCES target (id, version)
);

ALTER TABLE target_withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE target_withdrawal FORCE ROW LEVEL SECURITY;
CREATE POLICY target_withdrawal_read ON target_withdrawal FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY (ARRAY(SELECT unnest(string_to_array(current_setting('finplan.read_regions', true), ',')))));
CREATE POLICY target_withdrawal_write ON target_withdrawal FOR INSERT
    WITH CHECK (current_setting('finplan.write_regions', true) = '*'
        OR region = ANY (string_to_array(current_setting('finplan.write_regions', true), ',')));

-- What people decide about the life of a plan: that it was evaluated, and that it is archived. That it is a draft, in force or
-- ended follows from its package and the day.
CREATE TABLE plan_decision (
    plan       text        NOT NULL,
    stage      text        NOT NULL CHECK (stage IN ('evaluated', 'archived')),
    reason     text        NOT NULL,
    decided_at timestamptz NOT NULL,
    decided_by text        NOT NULL,
    PRIMARY KEY (plan, stage)
);

GRANT SELECT, INSERT ON target_withdrawal, plan_decision TO ${appRole};

-- What each version of a plan package that came in force said otherwise than the one before.
CREATE TABLE plan_change (
    plan    text    NOT NULL,
    version integer NOT NULL,
    total   integer NOT NULL,
    changes text    NOT NULL, -- JSON, the first thousand
    PRIMARY KEY (plan, version)
);

GRANT SELECT, INSERT ON plan_change TO ${appRole};
