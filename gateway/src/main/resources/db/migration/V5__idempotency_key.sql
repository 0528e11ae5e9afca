-- Answers kept for requests that come again with the same Idempotency-Key, as in the services. An answer that showed the
-- secret of an API key is kept without it. Table api_key_request is written no more; it stays until no gateway of the version
-- before can run beside this one.
CREATE TABLE idempotency_key (
    client       text        NOT NULL,
    subject      text        NOT NULL,
    key          text        NOT NULL,
    request_hash bytea       NOT NULL,
    status       integer     NOT NULL,
    headers      jsonb       NOT NULL,
    body         bytea,
    stored_at    timestamptz NOT NULL,
    CONSTRAINT pk_idempotency_key PRIMARY KEY (client, subject, key)
);
CREATE INDEX ix_idempotency_key_stored_at ON idempotency_key (stored_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO ${appRole};
