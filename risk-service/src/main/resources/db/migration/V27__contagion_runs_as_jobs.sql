-- Contagions in large networks are jobs: queued, run by one instance, and finished, cancelled or failed. What is here already was
-- answered at once and is finished. What was asked for is never changed, and nothing of a run once it has ended.
ALTER TABLE contagion_run ADD COLUMN state text NOT NULL DEFAULT 'finished'
    CHECK (state IN ('queued', 'running', 'finished', 'cancelled', 'failed'));
-- Null of what was answered at once before it was written down, at run_at.
ALTER TABLE contagion_run ADD COLUMN finished_at timestamptz;
ALTER TABLE contagion_run ALTER COLUMN result DROP NOT NULL;
ALTER TABLE contagion_run ADD CHECK ((state = 'finished') = (result IS NOT NULL));
ALTER TABLE contagion_run ADD CHECK (finished_at IS NULL OR state NOT IN ('queued', 'running'));

CREATE INDEX ix_contagion_run_network ON contagion_run (network, run_at, id);
CREATE INDEX ix_contagion_run_state ON contagion_run (state, run_at, id);
CREATE UNIQUE INDEX uq_contagion_run_running ON contagion_run (region) WHERE state = 'running';
CREATE INDEX ix_contagion_run_open ON contagion_run (region, run_at, id) WHERE state IN ('queued', 'running');

CREATE POLICY update_open ON contagion_run FOR UPDATE
    USING (region_in_scope(region, 'finplan.write_regions') AND state IN ('queued', 'running'))
    WITH CHECK (region_in_scope(region, 'finplan.write_regions'));

GRANT UPDATE (state, finished_at, result) ON contagion_run TO "${appRole}";

-- The only part of a run that is under way. Whoever works on it holds the lock of its row, which goes with the transaction, while the run
-- itself can be cancelled.
CREATE TABLE contagion_run_part (
    run          uuid NOT NULL REFERENCES contagion_run (id),
    number       integer NOT NULL,
    attempts     integer NOT NULL DEFAULT 0,
    done_at      timestamptz,
    PRIMARY KEY (run, number)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON contagion_run_part TO "${appRole}";

-- Rankings of one network, the newest first.
CREATE INDEX ix_failure_ranking_network ON failure_ranking (network, ordered_at, id);
