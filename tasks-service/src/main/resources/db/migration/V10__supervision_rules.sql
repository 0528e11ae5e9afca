-- What a city sets for its supervision: versions of ladders, and of what opens matters by itself. The ones that come with the
-- program stand in its resources; what is here counts before them. Only added, so that a matter can be explained for ever.

CREATE TABLE supervision_ladder (
    city        text NOT NULL,
    code        text NOT NULL,
    version     integer NOT NULL CHECK (version >= 2),
    content     text NOT NULL,
    created_by  text NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (city, code, version)
);

CREATE TABLE supervision_opening (
    city          text NOT NULL,
    cause         text NOT NULL CHECK (cause IN ('report-overdue', 'indicator-behind', 'disposal-ordered')),
    version       integer NOT NULL CHECK (version >= 2),
    enabled       boolean NOT NULL,
    ladder        text NOT NULL,
    working_days  integer NOT NULL CHECK (working_days >= 1),
    unit          text,
    created_by    text NOT NULL,
    created_at    timestamptz NOT NULL,
    PRIMARY KEY (city, cause, version)
);

ALTER TABLE supervision_ladder ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_ladder FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON supervision_ladder FOR SELECT USING (region_in_scope(city, 'finplan.read_regions'));
CREATE POLICY write_regions ON supervision_ladder FOR ALL USING (region_in_scope(city, 'finplan.write_regions'));

ALTER TABLE supervision_opening ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_opening FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON supervision_opening FOR SELECT USING (region_in_scope(city, 'finplan.read_regions'));
CREATE POLICY write_regions ON supervision_opening FOR ALL USING (region_in_scope(city, 'finplan.write_regions'));

GRANT SELECT, INSERT ON supervision_ladder, supervision_opening TO "${appRole}";
