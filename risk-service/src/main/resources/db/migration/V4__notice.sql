-- Risk notices to the public. A notice is never deleted: what was published stays in the history with its channels and
-- times, and a withdrawal says why.
CREATE TABLE notice (
    id                 uuid PRIMARY KEY,
    version            integer NOT NULL,
    state              text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
    region             text NOT NULL,
    issuer             text NOT NULL,
    reference          text,
    title_zh           text NOT NULL,
    title_en           text,
    body_zh            text NOT NULL,
    body_en            text,
    created_by         text NOT NULL,
    created_at         timestamptz NOT NULL,
    published_at       timestamptz,
    withdrawal_reason  text,
    withdrawn_by       text,
    withdrawn_at       timestamptz,
    CHECK (state <> 'draft' OR published_at IS NULL),
    CHECK (state <> 'published' OR published_at IS NOT NULL),
    CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
    CHECK ((state = 'withdrawn') = (withdrawal_reason IS NOT NULL))
);

CREATE INDEX ix_notice_created ON notice (created_at, id);
CREATE INDEX ix_notice_published ON notice (published_at, id) WHERE published_at IS NOT NULL;

-- One row for each channel that a notice was published on, with its own time.
CREATE TABLE notice_publication (
    notice        uuid NOT NULL REFERENCES notice (id),
    channel       text NOT NULL,
    published_at  timestamptz NOT NULL,
    address       text,
    recorded_by   text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (notice, channel)
);

ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON notice FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY insert_regions ON notice FOR INSERT WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON notice FOR UPDATE USING (region_in_scope(region, 'finplan.write_regions'));

-- A channel is seen and added with its notice.
ALTER TABLE notice_publication ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_publication FORCE ROW LEVEL SECURITY;
CREATE POLICY read_with_notice ON notice_publication FOR SELECT
    USING (EXISTS (SELECT FROM notice n WHERE n.id = notice));
CREATE POLICY insert_with_notice ON notice_publication FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM notice n WHERE n.id = notice
        AND region_in_scope(n.region, 'finplan.write_regions')));

GRANT SELECT, INSERT, UPDATE ON notice TO "${appRole}";
GRANT SELECT, INSERT ON notice_publication TO "${appRole}";
