-- Who owns institutions: links with source and dates, and the changes by which a closure of groups is numbered.

-- Region, kind and name of an institution for who keeps something about institutions; rows are seen as those of the register are.
CREATE VIEW institution_place WITH (security_invoker = true) AS
SELECT uscc AS institution, region, kind, name, status, since FROM institution;

-- Every change of links has a number; the closure of groups as of a number is that of the links that were known by then.
CREATE SEQUENCE ownership_change;

-- One row for each version of a link. It lies in the file of an institution: what is owned is the institution itself, or a firm
-- higher up in its chain. holder_key is what makes two holders one: the credit code, the identifier of a person, or the name within
-- the file where there is none. A link of shares has a share in percent, the others have none.
CREATE TABLE ownership_link (
    id                uuid NOT NULL,
    version           integer NOT NULL CHECK (version > 0),
    institution       text NOT NULL REFERENCES institution (uscc),
    owned             text NOT NULL,
    holder_key        text NOT NULL,
    holder_kind       text NOT NULL CHECK (holder_kind IN ('person', 'firm', 'public-body')),
    holder_uscc       text,
    holder_identifier text,
    holder_name       text NOT NULL,
    nature            text NOT NULL CHECK (nature IN ('shares', 'voting-agreement', 'actual-control')),
    share             numeric CHECK (share > 0 AND share <= 100),
    held_from         date NOT NULL,
    held_until        date,
    source_title      text NOT NULL,
    source_reference  text,
    withdrawn         boolean NOT NULL,
    reason            text,
    change            bigint NOT NULL,
    replaced_change   bigint,
    recorded_by       text NOT NULL,
    recorded_at       timestamptz NOT NULL,
    replaced_at       timestamptz,
    PRIMARY KEY (id, version),
    CHECK ((nature = 'shares') = (share IS NOT NULL)),
    CHECK (held_until IS NULL OR held_until >= held_from),
    CHECK (version = 1 OR reason IS NOT NULL),
    CHECK (holder_key <> owned)
);

CREATE UNIQUE INDEX uq_ownership_link_current ON ownership_link (id) WHERE replaced_at IS NULL;
CREATE INDEX ix_ownership_link_file ON ownership_link (institution, owned, recorded_at);
CREATE INDEX ix_ownership_link_holder ON ownership_link (holder_key, recorded_at);
CREATE INDEX ix_ownership_link_change ON ownership_link (change);

ALTER TABLE ownership_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE ownership_link FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_institution ON ownership_link FOR SELECT
    USING (institution IN (SELECT uscc FROM institution));
CREATE POLICY insert_with_institution ON ownership_link FOR INSERT
    WITH CHECK (institution IN (SELECT institutions_in_scope('finplan.write_regions')));
CREATE POLICY update_with_institution ON ownership_link FOR UPDATE
    USING (institution IN (SELECT institutions_in_scope('finplan.write_regions')));

GRANT SELECT, INSERT, UPDATE ON ownership_link TO "${appRole}";
GRANT SELECT ON institution_place TO "${appRole}";
GRANT USAGE ON SEQUENCE ownership_change TO "${appRole}";

-- By which version of who counts as one group something was found of an institution; null where it had no link.
ALTER TABLE rule_assessment ADD COLUMN group_version bigint;
