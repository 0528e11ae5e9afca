-- Runs of the rule book over all that was reported, and runs in which a rule failed. failures holds how many institutions each
-- rule failed on, by its code; city is that of whoever asked or reported, null where it answers for several.
CREATE TABLE rule_run (
    id            uuid PRIMARY KEY,
    rule_set      bigint NOT NULL,
    city          text,
    trigger       text NOT NULL CHECK (trigger IN ('asked', 'report')),
    started_by    text NOT NULL,
    started_at    timestamptz NOT NULL,
    finished_at   timestamptz NOT NULL,
    institutions  integer NOT NULL,
    results       integer NOT NULL,
    changed       integer NOT NULL,
    warned        integer NOT NULL,
    failures      jsonb NOT NULL
);

CREATE INDEX ix_rule_run ON rule_run (started_at, id);

GRANT SELECT, INSERT ON rule_run TO "${appRole}";
