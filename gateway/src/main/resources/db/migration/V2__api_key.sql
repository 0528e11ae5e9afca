-- API keys. A secret is 256 random bits, so SHA-256 without salt or stretching keeps it: there is no list of likely ones
-- to try. Rows are never deleted, since audit records and calls name them.
CREATE TABLE api_key (
    id                uuid        NOT NULL,
    prefix            text        NOT NULL,
    secret_hash       bytea       NOT NULL,
    -- Rotation: the secret before, good until the overlap ends.
    previous_hash     bytea,
    previous_until    timestamptz,
    name              text        NOT NULL,
    owner             text        NOT NULL,
    roles             text[]      NOT NULL,
    scopes            text[]      NOT NULL,
    regions           text[]      NOT NULL,
    units             text[]      NOT NULL,
    per_second        integer,
    per_day           bigint,
    per_month         bigint,
    created_at        timestamptz NOT NULL,
    created_by        text        NOT NULL,
    expires_at        timestamptz NOT NULL,
    rotated_at        timestamptz,
    revoked_at        timestamptz,
    revoked_by        text,
    revocation_reason text,
    version           integer     NOT NULL DEFAULT 1,
    CONSTRAINT pk_api_key PRIMARY KEY (id),
    CONSTRAINT uq_api_key_prefix UNIQUE (prefix),
    CONSTRAINT ck_api_key_hash CHECK (octet_length(secret_hash) = 32 AND octet_length(previous_hash) = 32),
    CONSTRAINT ck_api_key_previous CHECK ((previous_hash IS NULL) = (previous_until IS NULL)),
    CONSTRAINT ck_api_key_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)),
    CONSTRAINT ck_api_key_limits CHECK (per_second > 0 AND per_day > 0 AND per_month > 0)
);
CREATE INDEX ix_api_key_owner ON api_key (owner, id);

-- Beside the key, not in it: written every second or so while the key is in use.
CREATE TABLE api_key_use (
    key          uuid        NOT NULL,
    last_used_at timestamptz NOT NULL,
    CONSTRAINT pk_api_key_use PRIMARY KEY (key),
    CONSTRAINT fk_api_key_use FOREIGN KEY (key) REFERENCES api_key (id)
);

-- Requests counted against quotas, of all gateways together. A period is a day (2026-11-22) or a month (2026-11).
CREATE TABLE api_key_quota (
    key    uuid   NOT NULL,
    period text   NOT NULL,
    used   bigint NOT NULL,
    CONSTRAINT pk_api_key_quota PRIMARY KEY (key, period),
    CONSTRAINT fk_api_key_quota FOREIGN KEY (key) REFERENCES api_key (id)
);

-- Which key an Idempotency-Key made. The answer is not kept: it held the secret.
CREATE TABLE api_key_request (
    client          text        NOT NULL,
    subject         text        NOT NULL,
    idempotency_key text        NOT NULL,
    request_hash    bytea       NOT NULL,
    key             uuid        NOT NULL,
    stored_at       timestamptz NOT NULL,
    CONSTRAINT pk_api_key_request PRIMARY KEY (client, subject, idempotency_key),
    CONSTRAINT fk_api_key_request FOREIGN KEY (key) REFERENCES api_key (id)
);
CREATE INDEX ix_api_key_request_stored_at ON api_key_request (stored_at);

GRANT SELECT, INSERT, UPDATE ON api_key TO ${appRole};
GRANT SELECT, INSERT, UPDATE ON api_key_use TO ${appRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON api_key_quota TO ${appRole};
GRANT SELECT, INSERT, DELETE ON api_key_request TO ${appRole};
