-- Rankings of all single failures of a network, each a job: queued, cut into parts, and done, cancelled or failed. A network is never
-- changed and the reckoning gives the same bits, so that a ranking is made once: who orders the same gets the one that is there. Of a
-- city one is under way at a time, the others wait. solver is null while it is not known whether the failures can be solved for all at
-- once (exact) or have to be iterated one by one; reached counts the firms whose failure is worked out.
CREATE TABLE failure_ranking (
    id           uuid PRIMARY KEY,
    network      uuid NOT NULL REFERENCES network (id),
    region       text NOT NULL,
    joint        text NOT NULL CHECK (joint IN ('worst-case', 'expected')),
    tolerance    numeric NOT NULL,
    state        text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'cancelled', 'failed')),
    solver       text CHECK (solver IN ('exact', 'iterated')),
    converged    boolean,
    firms        integer NOT NULL,
    reached      integer NOT NULL DEFAULT 0,
    ordered_by   text NOT NULL,
    ordered_at   timestamptz NOT NULL,
    finished_at  timestamptz,
    CHECK ((state IN ('queued', 'running')) = (finished_at IS NULL))
);

CREATE UNIQUE INDEX uq_failure_ranking ON failure_ranking (network, joint) WHERE state IN ('queued', 'running', 'done');
CREATE UNIQUE INDEX uq_failure_ranking_running ON failure_ranking (region) WHERE state = 'running';
CREATE INDEX ix_failure_ranking_open ON failure_ranking (region, ordered_at, id) WHERE state IN ('queued', 'running');

ALTER TABLE failure_ranking ENABLE ROW LEVEL SECURITY;
ALTER TABLE failure_ranking FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON failure_ranking FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY write_regions ON failure_ranking FOR ALL USING (region_in_scope(region, 'finplan.write_regions'));

-- The parts of a ranking that is under way, each a stretch of firms by their numbers in the network. Whoever works on a part holds the
-- lock of its row, which goes with the transaction; parts that are done are the checkpoint, with what they found. They go when the
-- ranking ends.
CREATE TABLE failure_ranking_part (
    ranking      uuid NOT NULL REFERENCES failure_ranking (id),
    number       integer NOT NULL,
    first_firm   integer NOT NULL,
    end_firm     integer NOT NULL CHECK (end_firm >= first_firm),
    attempts     integer NOT NULL DEFAULT 0,
    done_at      timestamptz,
    converged    boolean,
    impact       numeric[],
    failures     integer[],
    PRIMARY KEY (ranking, number),
    CHECK (done_at IS NULL OR (converged IS NOT NULL AND cardinality(impact) = end_firm - first_firm
        AND cardinality(failures) = end_firm - first_firm))
);

CREATE INDEX ix_failure_ranking_part_open ON failure_ranking_part (ranking, number) WHERE done_at IS NULL;

-- The firms of a ranking that is done, in its order.
CREATE TABLE ranked_failure (
    ranking      uuid NOT NULL REFERENCES failure_ranking (id),
    rank         integer NOT NULL,
    firm         text NOT NULL,
    impact       numeric NOT NULL,
    failures     integer NOT NULL,
    PRIMARY KEY (ranking, rank)
);

ALTER TABLE ranked_failure ENABLE ROW LEVEL SECURITY;
ALTER TABLE ranked_failure FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_ranking ON ranked_failure FOR SELECT USING (ranking IN (SELECT id FROM failure_ranking));
CREATE POLICY insert_with_ranking ON ranked_failure FOR INSERT WITH CHECK (ranking IN (SELECT id FROM failure_ranking));

GRANT SELECT, INSERT, UPDATE ON failure_ranking TO "${appRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON failure_ranking_part TO "${appRole}";
GRANT SELECT, INSERT ON ranked_failure TO "${appRole}";
