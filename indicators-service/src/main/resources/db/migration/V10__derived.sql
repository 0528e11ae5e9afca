-- Formulas of derived series. Append-only: another formula is a further version. What they compute stands in observation
-- with the variant 'computed'.
CREATE TABLE derived_formula (
    code        text        NOT NULL,
    version     integer     NOT NULL CHECK (version >= 1),
    sequence    bigint      NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE, -- tells a reader whether there is anything new
    formula     text        NOT NULL,
    decimals    integer     NOT NULL CHECK (decimals BETWEEN 0 AND 12),
    tolerance   numeric     CHECK (tolerance >= 0),
    kinds       text[]      NOT NULL,
    regions     text[]      NOT NULL,
    period      text,
    active      boolean     NOT NULL,
    reason      text,
    note_zh     text,
    note_en     text,
    clauses     text[]      NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    PRIMARY KEY (code, version),
    CHECK ((note_zh IS NULL) = (note_en IS NULL))
);

-- What the aliases of a formula stand for.
CREATE TABLE derived_input (
    code    text    NOT NULL,
    version integer NOT NULL,
    ordinal integer NOT NULL,
    alias   text    NOT NULL,
    series  text    NOT NULL,
    kind    text,
    region  text,
    years   integer NOT NULL,
    implied boolean NOT NULL,
    PRIMARY KEY (code, version, ordinal),
    UNIQUE (code, version, alias),
    FOREIGN KEY (code, version) REFERENCES derived_formula (code, version)
);

GRANT SELECT, INSERT ON derived_formula, derived_input TO ${appRole};
