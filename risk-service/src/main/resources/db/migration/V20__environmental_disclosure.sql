-- Who must disclose what it does to the environment, and what was disclosed.

-- One row for each version of a body that must disclose, by the class that the plan names. Institutions of the register must by
-- their kind, which is data of the program, and need no row.
CREATE TABLE disclosure_body (
    uscc              text NOT NULL CHECK (char_length(uscc) = 18),
    version           integer NOT NULL CHECK (version > 0),
    class             text NOT NULL,
    name              text NOT NULL,
    region            text NOT NULL,
    from_year         integer NOT NULL,
    until_year        integer CHECK (until_year >= from_year),
    source_title      text NOT NULL,
    source_reference  text,
    reason            text,
    recorded_by       text NOT NULL,
    recorded_at       timestamptz NOT NULL,
    replaced_at       timestamptz,
    PRIMARY KEY (uscc, version),
    CHECK (version = 1 OR reason IS NOT NULL)
);

CREATE UNIQUE INDEX uq_disclosure_body_current ON disclosure_body (uscc) WHERE replaced_at IS NULL;
CREATE INDEX ix_disclosure_body_class ON disclosure_body (class, uscc) WHERE replaced_at IS NULL;

-- One row for each version of what a body disclosed for a year.
CREATE TABLE environmental_disclosure (
    id                  uuid PRIMARY KEY,
    body                text NOT NULL,
    class               text NOT NULL,
    region              text NOT NULL,
    year                integer NOT NULL,
    version             integer NOT NULL CHECK (version > 0),
    published_on        date NOT NULL,
    document_title      text NOT NULL,
    document_reference  text,
    reason              text,
    recorded_by         text NOT NULL,
    recorded_at         timestamptz NOT NULL,
    replaced_at         timestamptz,
    UNIQUE (body, year, version),
    CHECK (version = 1 OR reason IS NOT NULL)
);

CREATE UNIQUE INDEX uq_environmental_disclosure_current ON environmental_disclosure (body, year) WHERE replaced_at IS NULL;
CREATE INDEX ix_environmental_disclosure_year ON environmental_disclosure (year, class, body) WHERE replaced_at IS NULL;

ALTER TABLE disclosure_body ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_body FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON disclosure_body FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY insert_regions ON disclosure_body FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON disclosure_body FOR UPDATE USING (region_in_scope(region, 'finplan.write_regions'));

-- A disclosure is seen with its body, wherever the body belongs to by now.
ALTER TABLE environmental_disclosure ENABLE ROW LEVEL SECURITY;
ALTER TABLE environmental_disclosure FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_body ON environmental_disclosure FOR SELECT
    USING (region_in_scope(region, 'finplan.read_regions') OR body IN (SELECT uscc FROM institution)
        OR body IN (SELECT uscc FROM disclosure_body WHERE replaced_at IS NULL));
CREATE POLICY insert_regions ON environmental_disclosure FOR INSERT
    WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_with_body ON environmental_disclosure FOR UPDATE
    USING (region_in_scope(region, 'finplan.write_regions')
        OR body IN (SELECT institutions_in_scope('finplan.write_regions'))
        OR body IN (SELECT uscc FROM disclosure_body WHERE replaced_at IS NULL AND region_in_scope(region, 'finplan.write_regions')));

GRANT SELECT, INSERT, UPDATE ON disclosure_body, environmental_disclosure TO "${appRole}";
