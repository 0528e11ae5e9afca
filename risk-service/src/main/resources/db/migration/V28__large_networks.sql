-- A network of a province has half a million edges. From now on firms and edges are kept in one compact form (class CompactNetwork), since
-- making arrays of that size of text, and text of such arrays, takes seconds; how many there are stands beside it. Networks that were
-- stored before keep their arrays, and are read from them.
ALTER TABLE network
    ADD COLUMN content bytea,
    ADD COLUMN firm_count integer,
    ADD COLUMN edge_count integer,
    ALTER COLUMN firms DROP NOT NULL,
    ALTER COLUMN equity DROP NOT NULL,
    ALTER COLUMN weight DROP NOT NULL,
    ALTER COLUMN external_assets DROP NOT NULL,
    ALTER COLUMN external_debt DROP NOT NULL,
    ALTER COLUMN edge_from DROP NOT NULL,
    ALTER COLUMN edge_to DROP NOT NULL,
    ALTER COLUMN edge_amount DROP NOT NULL,
    ALTER COLUMN edge_contract DROP NOT NULL,
    ALTER COLUMN edge_share DROP NOT NULL,
    ALTER COLUMN edge_since DROP NOT NULL,
    ALTER COLUMN edge_until DROP NOT NULL,
    ADD CHECK (num_nonnulls(content, firm_count, edge_count) = 3
        OR num_nonnulls(firms, equity, weight, external_assets, external_debt, edge_from, edge_to, edge_amount, edge_contract,
            edge_share, edge_since, edge_until) = 12);

-- It is deflated already.
ALTER TABLE network ALTER COLUMN content SET STORAGE EXTERNAL;

-- The facts of a city as they were known at an instant are read kind after kind, some thousands at a time.
CREATE INDEX ix_network_fact_key ON network_fact (region, kind, key);
DROP INDEX ix_network_fact_known;
