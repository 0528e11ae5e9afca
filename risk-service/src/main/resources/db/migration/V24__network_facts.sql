-- Facts about firms and about who stands in for whom and owes whom, from which networks are made. Versions are only added: a row is
-- never changed but for replaced_at, when the next version took its place. fields holds what was sent, by name, as texts; key is what
-- makes two facts of a kind and city the same one, and firms are those that it is about.
CREATE TABLE network_fact (
    id           uuid NOT NULL,
    version      integer NOT NULL CHECK (version > 0),
    region       text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('firm', 'equity', 'guarantee', 'loan', 'payable', 'arrears')),
    key          text NOT NULL,
    firms        text[] NOT NULL,
    fields       jsonb NOT NULL,
    withdrawn    boolean NOT NULL,
    source       text NOT NULL,
    reason       text,
    recorded_by  text NOT NULL,
    recorded_at  timestamptz NOT NULL,
    replaced_at  timestamptz,
    PRIMARY KEY (id, version),
    CHECK (version = 1 OR reason IS NOT NULL)
);

CREATE UNIQUE INDEX uq_network_fact_current ON network_fact (region, kind, key) WHERE replaced_at IS NULL;
CREATE INDEX ix_network_fact_known ON network_fact (region, recorded_at);
CREATE INDEX ix_network_fact_recorded ON network_fact (recorded_at, id);
CREATE INDEX ix_network_fact_firms ON network_fact USING gin (firms);

-- The clock of a city's facts: every write and every reading of what is known moves it on, one after the other, so that what was known
-- at an instant never changes afterwards. changed_at is the last write; judged_at the last time the rules about guarantee chains were
-- applied, and next_on the day on which they would say something else without any write, since a contract begins or ends.
CREATE TABLE network_clock (
    region      text PRIMARY KEY,
    id          uuid NOT NULL UNIQUE,
    ticked_at   timestamptz NOT NULL,
    changed_at  timestamptz,
    judged_at   timestamptz,
    next_on     date
);

CREATE INDEX ix_network_clock_due ON network_clock (id) WHERE judged_at IS NULL OR judged_at < changed_at;
CREATE INDEX ix_network_clock_next ON network_clock (next_on) WHERE next_on IS NOT NULL;

ALTER TABLE network_fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_fact FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON network_fact FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY insert_regions ON network_fact FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON network_fact FOR UPDATE USING (region_in_scope(region, 'finplan.write_regions'));

ALTER TABLE network_clock ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_clock FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON network_clock FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY insert_regions ON network_clock FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON network_clock FOR UPDATE USING (region_in_scope(region, 'finplan.write_regions'));

GRANT SELECT, INSERT ON network_fact TO "${appRole}";
GRANT UPDATE (replaced_at) ON network_fact TO "${appRole}";
GRANT SELECT, INSERT, UPDATE ON network_clock TO "${appRole}";
