-- The register of financial institutions and their ratings.

-- One row for each institution as it stands now. uscc is the unified social credit code (GB 32100); a lawful code whose check
-- digit does not fit stands here with the reason why it is believed.
CREATE TABLE institution (
    uscc               text PRIMARY KEY CHECK (char_length(uscc) = 18),
    version            integer NOT NULL CHECK (version > 0),
    name               text NOT NULL,
    kind               text NOT NULL,
    region             text NOT NULL,
    status             text NOT NULL CHECK (status IN
                       ('preparing', 'operating', 'suspended', 'shell', 'lost-contact', 'revoked', 'cancelled')),
    since              date NOT NULL,
    uscc_exception     text,
    licence_number     text,
    licence_authority  text,
    licence_from       date,
    licence_until      date,
    created_by         text NOT NULL,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    CHECK (licence_number IS NOT NULL
        OR licence_authority IS NULL AND licence_from IS NULL AND licence_until IS NULL),
    CHECK (licence_until IS NULL OR licence_from IS NULL OR licence_until >= licence_from)
);

CREATE INDEX ix_institution_region ON institution (region, uscc);
CREATE INDEX ix_institution_kind ON institution (kind, uscc);

-- Which status an institution had since when. Append-only; of two that begin on one day the later recorded counts.
CREATE TABLE institution_status (
    id           uuid PRIMARY KEY,
    institution  text NOT NULL REFERENCES institution (uscc),
    status       text NOT NULL,
    since        date NOT NULL,
    reason       text,
    recorded_by  text NOT NULL,
    recorded_at  timestamptz NOT NULL
);

CREATE INDEX ix_institution_status ON institution_status (institution, since, recorded_at);

-- What somebody rated an institution, as a fact of a version of a scheme. A grade of the same day that is corrected is
-- replaced, never changed.
CREATE TABLE institution_rating (
    id              uuid PRIMARY KEY,
    institution     text NOT NULL REFERENCES institution (uscc),
    scheme          text NOT NULL,
    scheme_version  integer NOT NULL,
    grade           text NOT NULL,
    rated_on        date NOT NULL,
    source          text,
    reason          text,
    recorded_by     text NOT NULL,
    recorded_at     timestamptz NOT NULL,
    replaced_at     timestamptz
);

CREATE UNIQUE INDEX uq_institution_rating ON institution_rating (institution, scheme, rated_on)
    WHERE replaced_at IS NULL;

-- The second line behind the checks in code. What belongs to an institution is seen and written with it; asked as a set, so
-- that it is answered once for a query and not for each row.
ALTER TABLE institution ENABLE ROW LEVEL SECURITY;
ALTER TABLE institution FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON institution FOR SELECT
    USING ((SELECT current_setting('finplan.read_regions', true)) = '*'
        OR region = ANY ((SELECT string_to_array(current_setting('finplan.read_regions', true), ','))::text[]));
CREATE POLICY insert_regions ON institution FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON institution FOR UPDATE USING (region_in_scope(region, 'finplan.write_regions'));

-- The institutions of the regions of a setting. The setting is read once for a query: asked for each row as region_in_scope does,
-- a report among some thousand institutions spent more time in these policies than in all the rest.
CREATE FUNCTION institutions_in_scope(setting text) RETURNS SETOF text
    LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT uscc FROM institution
    WHERE (SELECT current_setting(setting, true)) = '*'
        OR region = ANY ((SELECT string_to_array(current_setting(setting, true), ','))::text[]);
END;

ALTER TABLE institution_status ENABLE ROW LEVEL SECURITY;
ALTER TABLE institution_status FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_institution ON institution_status FOR SELECT
    USING (institution IN (SELECT uscc FROM institution));
CREATE POLICY insert_with_institution ON institution_status FOR INSERT
    WITH CHECK (institution IN (SELECT institutions_in_scope('finplan.write_regions')));

ALTER TABLE institution_rating ENABLE ROW LEVEL SECURITY;
ALTER TABLE institution_rating FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_institution ON institution_rating FOR SELECT
    USING (institution IN (SELECT uscc FROM institution));
CREATE POLICY insert_with_institution ON institution_rating FOR INSERT
    WITH CHECK (institution IN (SELECT institutions_in_scope('finplan.write_regions')));
CREATE POLICY update_with_institution ON institution_rating FOR UPDATE
    USING (institution IN (SELECT institutions_in_scope('finplan.write_regions')));

GRANT SELECT, INSERT, UPDATE ON institution, institution_rating TO "${appRole}";
GRANT SELECT, INSERT ON institution_status TO "${appRole}";
