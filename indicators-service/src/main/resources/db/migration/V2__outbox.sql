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
