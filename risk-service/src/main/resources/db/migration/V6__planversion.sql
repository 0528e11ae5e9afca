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
