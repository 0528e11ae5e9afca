-- Tables of platform/outbox. A service copies this file unchanged as V2__outbox.sql; ${appRole} is the role that the
-- service connects as.

-- The last sequence of each aggregate. The row is locked from the flush of a transaction until its commit, so that the
-- sequences of an aggregate have no gap and are in the order of the commits.
CREATE TABLE outbox_sequence (
    aggregate text PRIMARY KEY,
    last bigint NOT NULL CHECK (last > 0)
) WITH (fillfactor = 70);

CREATE TABLE outbox (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL,
    shard_hash integer NOT NULL CHECK (shard_hash >= 0),
    topic text NOT NULL,
    type text NOT NULL,
    schema text NOT NULL,
    source text NOT NULL,
    subject text,
    occurred_at timestamptz NOT NULL,
    aggregate text NOT NULL,
    sequence bigint NOT NULL CHECK (sequence > 0),
    traceparent text,
    region text,
    data text NOT NULL,
    published_at timestamptz
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

-- The relay reads unpublished rows by position. It never reads "position greater than the last seen": a transaction that
-- took its position early and commits late would be lost.
CREATE INDEX outbox_unpublished ON outbox (position) WHERE published_at IS NULL;

-- Aggregates whose next event the broker refuses. Their events wait; those of others go on.
CREATE TABLE outbox_parked (
    aggregate text PRIMARY KEY,
    position bigint NOT NULL,
    event_id uuid NOT NULL UNIQUE,
    reason text NOT NULL,
    parked_at timestamptz NOT NULL
);

-- Events that took effect here. The row is written in the transaction of the effect.
CREATE TABLE inbox (
    consumer text NOT NULL,
    event_id uuid NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (consumer, event_id)
);

-- Aggregates that wait behind a dead letter. The row is the lock between the consumer loop and a replay.
CREATE TABLE waiting_aggregate (
    consumer text NOT NULL,
    topic text NOT NULL,
    aggregate text NOT NULL,
    waiting_since timestamptz NOT NULL,
    PRIMARY KEY (consumer, topic, aggregate)
);

-- failed: could not be handled, an operator decides. waiting: is to be handled after those before it in its aggregate.
-- replayed: took effect (or had taken effect before).
CREATE TABLE dead_letter (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    consumer text NOT NULL,
    topic text NOT NULL,
    partition integer NOT NULL,
    record_offset bigint NOT NULL,
    aggregate text NOT NULL,
    event_id uuid,
    type text,
    headers jsonb NOT NULL,
    data bytea,
    state text NOT NULL CHECK (state IN ('failed', 'waiting', 'replayed')),
    reason text,
    attempts integer NOT NULL,
    received_at timestamptz NOT NULL,
    announced_at timestamptz,
    replayed_at timestamptz
);

CREATE UNIQUE INDEX dead_letter_record ON dead_letter (consumer, topic, partition, record_offset)
    WHERE state <> 'replayed';
CREATE INDEX dead_letter_order ON dead_letter (consumer, topic, aggregate, position) WHERE state <> 'replayed';

GRANT SELECT, INSERT, UPDATE, DELETE
    ON outbox_sequence, outbox, outbox_parked, inbox, waiting_aggregate, dead_letter TO ${appRole};

-- Tables of platform/outbox for its relay. A service copies this file unchanged as V<next>__outbox_lease.sql; ${appRole} is
-- the role that the service connects as.

-- Who does what only one may do at a time, such as publishing a shard of the outbox. A lease that is not renewed runs out, by
-- the clock of the database, so that one whose holder hangs passes to another. The term goes up with each holder: whoever
-- writes under a lease compares it in the same statement.
CREATE TABLE lease (
    name text PRIMARY KEY,
    term bigint NOT NULL CHECK (term > 0),
    holder uuid NOT NULL,
    expires_at timestamptz NOT NULL
) WITH (fillfactor = 20);

-- The topics that a shard of the outbox was published to. A topic of the same name with another id is another log, which
-- holds nothing of what was published before.
CREATE TABLE outbox_topic (
    shard integer NOT NULL,
    topic text NOT NULL,
    topic_id text NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (shard, topic)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON lease, outbox_topic TO ${appRole};

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
