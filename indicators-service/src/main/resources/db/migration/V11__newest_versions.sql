-- What was the newest version at an instant is told by the primary key alone, without a look at the versions before it:
-- these lie far apart, as they came years after each other.
ALTER TABLE observation
    DROP CONSTRAINT observation_pkey,
    ADD PRIMARY KEY (indicator, region, kind, period_end, period_start, variant, version) INCLUDE (known_at);

-- Rows are only ever added. An index tells alone what is visible to all only after a vacuum, hence often.
ALTER TABLE observation SET (autovacuum_vacuum_insert_scale_factor = 0.02);
