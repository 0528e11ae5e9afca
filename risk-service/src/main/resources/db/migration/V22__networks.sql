-- Networks of firms as they stood on a day. A snapshot is never changed: the same content has the same hash, and is stored once for
-- a city. Firms are numbered from 0 in the order of their ids; edges name them by number. What was not told of a firm is null in its
-- array; an edge without a contract or a day has an empty text there, one without a share a null.
CREATE TABLE network (
    id               uuid PRIMARY KEY,
    region           text NOT NULL,
    kind             text NOT NULL CHECK (kind IN ('guarantee', 'debt')),
    as_of            date NOT NULL,
    synthetic        boolean NOT NULL,
    content_hash     bytea NOT NULL,
    firms            text[] NOT NULL,
    equity           numeric[] NOT NULL,
    weight           numeric[] NOT NULL,
    external_assets  numeric[] NOT NULL,
    external_debt    numeric[] NOT NULL,
    edge_from        integer[] NOT NULL,
    edge_to          integer[] NOT NULL,
    edge_amount      numeric[] NOT NULL,
    edge_contract    text[] NOT NULL,
    edge_share       numeric[] NOT NULL,
    edge_since       text[] NOT NULL,
    edge_until       text[] NOT NULL,
    parallel         integer NOT NULL,
    not_in_force     integer NOT NULL,
    recorded_by      text NOT NULL,
    recorded_at      timestamptz NOT NULL,
    CHECK (cardinality(equity) = cardinality(firms) AND cardinality(weight) = cardinality(firms)
        AND cardinality(external_assets) = cardinality(firms) AND cardinality(external_debt) = cardinality(firms)),
    CHECK (cardinality(edge_to) = cardinality(edge_from) AND cardinality(edge_amount) = cardinality(edge_from)
        AND cardinality(edge_contract) = cardinality(edge_from) AND cardinality(edge_share) = cardinality(edge_from)
        AND cardinality(edge_since) = cardinality(edge_from) AND cardinality(edge_until) = cardinality(edge_from))
);

CREATE UNIQUE INDEX uq_network_content ON network (region, content_hash);
CREATE INDEX ix_network_recorded ON network (recorded_at, id);

ALTER TABLE network ENABLE ROW LEVEL SECURITY;
ALTER TABLE network FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON network FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY insert_regions ON network FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));

GRANT SELECT, INSERT ON network TO "${appRole}";
