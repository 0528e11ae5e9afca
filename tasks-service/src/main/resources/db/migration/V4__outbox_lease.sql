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
