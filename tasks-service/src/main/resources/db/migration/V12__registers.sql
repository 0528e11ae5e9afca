-- The entries of the registers that plans ask for. Which registers there are, their stages and fields, is data of the plan
-- packages; here is what stands in them.

-- Whether one of several regions is in the scope of the connection.
CREATE FUNCTION regions_in_scope(regions text[], setting text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting(setting, true) = '*'
        OR regions && string_to_array(current_setting(setting, true), ',');

-- fields holds the values in the form of the API, by the codes of the fields. linked holds the ids of the entries that the
-- fields link to. code is that of an entry that the package names; package_content is what it said last, and touched says
-- that a person changed the entry since, so that the package has no say any more.
CREATE TABLE register_entry (
    id                uuid PRIMARY KEY,
    plan              text NOT NULL REFERENCES plan (code),
    register          text NOT NULL,
    code              text,
    name_zh           text NOT NULL,
    name_en           text NOT NULL,
    region            text NOT NULL,
    shared_with       text[] NOT NULL DEFAULT '{}',
    stage             text NOT NULL,
    stage_since       date NOT NULL,
    entered_on        date NOT NULL,
    ended_on          date,
    end_reason        text,
    fields            jsonb NOT NULL,
    tasks             text[] NOT NULL DEFAULT '{}',
    indicators        text[] NOT NULL DEFAULT '{}',
    linked            text[] NOT NULL DEFAULT '{}',
    clauses           text[] NOT NULL DEFAULT '{}',
    source_title      text,
    source_reference  text,
    search_text       text NOT NULL,
    search_grams      text[] NOT NULL,
    package_content   jsonb,
    touched           boolean NOT NULL DEFAULT false,
    version           integer NOT NULL DEFAULT 1,
    created_by        text NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    CONSTRAINT uq_register_entry_code UNIQUE (plan, register, code),
    CHECK (stage_since >= entered_on),
    CHECK (ended_on IS NULL OR ended_on >= stage_since),
    CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
    CHECK ((code IS NULL) = (package_content IS NULL))
);

CREATE INDEX ix_register_entry_register ON register_entry (plan, register, id);
CREATE INDEX ix_register_entry_region ON register_entry (plan, register, region);
CREATE INDEX ix_register_entry_tasks ON register_entry USING gin (tasks);
CREATE INDEX ix_register_entry_indicators ON register_entry USING gin (indicators);
CREATE INDEX ix_register_entry_linked ON register_entry USING gin (linked);
CREATE INDEX ix_register_entry_search ON register_entry USING gin (search_grams);

ALTER TABLE register_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON register_entry FOR SELECT
    USING (region_in_scope(region, 'finplan.read_regions') OR regions_in_scope(shared_with, 'finplan.read_regions'));
CREATE POLICY insert_regions ON register_entry FOR INSERT
    WITH CHECK (region_in_scope(region, 'finplan.write_regions'));
CREATE POLICY update_regions ON register_entry FOR UPDATE
    USING (region_in_scope(region, 'finplan.write_regions'))
    WITH CHECK (region_in_scope(region, 'finplan.write_regions'));

GRANT SELECT, INSERT, UPDATE ON register_entry TO "${appRole}";

-- Which leaves are of a kind of work, such as pilots.
CREATE INDEX ix_task_verbs ON task USING gin (verbs);
