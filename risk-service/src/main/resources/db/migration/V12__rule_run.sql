-- Runs of the rule book over all that was reported, and runs in which a rule failed. A run over all is a job: it is queued, cut into
-- parts, and ends by itself, cancelled or failed. failures holds how many institutions each rule failed on, by its code; city is that
-- of whoever asked or reported, null where it answers for several; regions are those that it may write, null for all.
CREATE TABLE rule_run (
    id            uuid PRIMARY KEY,
    rule_set      bigint NOT NULL,
    city          text,
    regions       text[],
    trigger       text NOT NULL CHECK (trigger IN ('asked', 'report')),
    state         text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'cancelled', 'failed')),
    started_by    text NOT NULL,
    started_at    timestamptz NOT NULL,
    finished_at   timestamptz,
    parts         integer NOT NULL DEFAULT 0,
    parts_done    integer NOT NULL DEFAULT 0,
    institutions  integer NOT NULL DEFAULT 0,
    results       bigint NOT NULL DEFAULT 0,
    changed       integer NOT NULL DEFAULT 0,
    warned        integer NOT NULL DEFAULT 0,
    failures      jsonb NOT NULL DEFAULT '{}',
    unreadable    text[] NOT NULL DEFAULT '{}',
    CHECK ((state IN ('queued', 'running')) = (finished_at IS NULL))
);

CREATE INDEX ix_rule_run ON rule_run (started_at, id);
CREATE UNIQUE INDEX uq_rule_run_open ON rule_run ((coalesce(city, ''))) WHERE state IN ('queued', 'running');

-- The parts of a run that is on its way: each is judged in a transaction of its own, by whichever instance takes it. They are the
-- checkpoint of the run, and go when it ends.
CREATE TABLE rule_run_part (
    run           uuid NOT NULL REFERENCES rule_run (id),
    number        integer NOT NULL,
    institutions  text[] NOT NULL,
    attempts      integer NOT NULL DEFAULT 0,
    done_at       timestamptz,
    judged        integer NOT NULL DEFAULT 0,
    results       bigint NOT NULL DEFAULT 0,
    changed       integer NOT NULL DEFAULT 0,
    warned        integer NOT NULL DEFAULT 0,
    failures      jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (run, number)
);

CREATE INDEX ix_rule_run_part_open ON rule_run_part (run, number) WHERE done_at IS NULL;

-- By which rule set each institution was judged last. What is kept is not stored result by result: asked for, it is worked out by
-- these rules again, which gives the same.
CREATE TABLE institution_judgement (
    institution  text PRIMARY KEY REFERENCES institution (uscc),
    rule_set     bigint NOT NULL,
    cause        uuid NOT NULL,
    judged_at    timestamptz NOT NULL
);

ALTER TABLE institution_judgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE institution_judgement FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_institution ON institution_judgement FOR SELECT
    USING (institution IN (SELECT uscc FROM institution));
CREATE POLICY insert_with_institution ON institution_judgement FOR INSERT
    WITH CHECK (institution IN (SELECT institutions_in_scope('finplan.write_regions')));
CREATE POLICY update_with_institution ON institution_judgement FOR UPDATE
    USING (institution IN (SELECT institutions_in_scope('finplan.write_regions')));

-- Where the figures of a city's institutions lay when a run over all began, for rules that compare with peers.
CREATE TABLE peer_spread (
    city            text NOT NULL,
    rule            text NOT NULL,
    period          text NOT NULL,
    size            integer NOT NULL,
    median          numeric NOT NULL,
    deviation       numeric NOT NULL,
    mean_deviation  numeric NOT NULL,
    PRIMARY KEY (city, rule, period)
);

ALTER TABLE peer_spread ENABLE ROW LEVEL SECURITY;
ALTER TABLE peer_spread FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON peer_spread FOR SELECT USING (region_in_scope(city, 'finplan.read_regions'));
CREATE POLICY write_regions ON peer_spread FOR ALL USING (region_in_scope(city, 'finplan.write_regions'));

-- A result that is none any more, since its rule does not apply, goes.
GRANT DELETE ON rule_assessment TO "${appRole}";
GRANT SELECT, INSERT, UPDATE ON rule_run, institution_judgement TO "${appRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON rule_run_part, peer_spread TO "${appRole}";
