-- Tables of platform/planversion. A program copies this file unchanged as V<next>__planversion.sql; ${appRole} is the role
-- that the program connects as.

-- The versions of the packages of plans as this program knows them. archive holds the files as a zip, as soon as all pieces
-- are there. pieces is null of what this program found by itself when it started. retired_names: this version names what
-- the one after it does not, so that it is read beside it.
CREATE TABLE package_version (
    plan          text        NOT NULL,
    version       integer     NOT NULL CHECK (version >= 1),
    fingerprint   text        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('preparing', 'in-force', 'superseded', 'abandoned')),
    pieces        integer     CHECK (pieces >= 1),
    archive       bytea,
    answered_at   timestamptz,
    told_at       timestamptz,
    retired_names boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (plan, version),
    CHECK (state NOT IN ('in-force', 'superseded') OR archive IS NOT NULL)
);
CREATE UNIQUE INDEX package_version_in_force ON package_version (plan) WHERE state = 'in-force';

CREATE TABLE package_piece (
    plan    text    NOT NULL,
    version integer NOT NULL,
    number  integer NOT NULL CHECK (number >= 1),
    content bytea   NOT NULL,
    PRIMARY KEY (plan, version, number)
);

GRANT SELECT, INSERT, UPDATE ON package_version TO ${appRole};
GRANT SELECT, INSERT, DELETE ON package_piece TO ${appRole};

-- Who published a version and why, and what became of it: this service owns the versions.
CREATE TABLE plan_publication (
    plan         text        NOT NULL,
    version      integer     NOT NULL,
    reason       text        NOT NULL,
    author       text        NOT NULL,
    published_at timestamptz NOT NULL,
    decided_at   timestamptz,
    because_zh   text,
    because_en   text,
    PRIMARY KEY (plan, version),
    FOREIGN KEY (plan, version) REFERENCES package_version (plan, version)
);
CREATE UNIQUE INDEX package_version_preparing ON package_version (plan) WHERE state = 'preparing';

-- What the programs of the suite answered.
CREATE TABLE plan_answer (
    plan        text        NOT NULL,
    version     integer     NOT NULL,
    participant text        NOT NULL,
    prepared    boolean     NOT NULL,
    reason_zh   text,
    reason_en   text,
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (plan, version, participant),
    FOREIGN KEY (plan, version) REFERENCES plan_publication (plan, version)
);

GRANT SELECT, INSERT, UPDATE ON plan_publication TO ${appRole};
GRANT SELECT, INSERT ON plan_answer TO ${appRole};
