-- Contagions that were run in a network, with what was asked and what came of it. Never changed: the same network and parameters give
-- the same bits.
CREATE TABLE contagion_run (
    id           uuid PRIMARY KEY,
    network      uuid NOT NULL REFERENCES network (id),
    region       text NOT NULL,
    method       text NOT NULL,
    parameters   jsonb NOT NULL,
    result       jsonb NOT NULL,
    run_by       text NOT NULL,
    run_at       timestamptz NOT NULL
);

CREATE INDEX ix_contagion_run ON contagion_run (run_at, id);

ALTER TABLE contagion_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE contagion_run FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON contagion_run FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY insert_regions ON contagion_run FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));

GRANT SELECT, INSERT ON contagion_run TO "${appRole}";
