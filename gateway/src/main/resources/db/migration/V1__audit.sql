-- Audit records of the gateway, chained by hash. Append-only: the gateway may read and insert, nothing else.
CREATE TABLE audit_record (
    sequence      bigint      NOT NULL,
    id            uuid        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    subject       text        NOT NULL,
    client        text        NOT NULL,
    roles         text        NOT NULL,
    action        text        NOT NULL,
    resource      text        NOT NULL,
    region        text,
    detail        text,
    request_id    text,
    trace_id      text,
    previous_hash bytea       NOT NULL,
    hash          bytea       NOT NULL,
    CONSTRAINT pk_audit_record PRIMARY KEY (sequence),
    CONSTRAINT uq_audit_record_id UNIQUE (id),
    CONSTRAINT ck_audit_record_hash CHECK (octet_length(previous_hash) = 32 AND octet_length(hash) = 32)
);
CREATE INDEX ix_audit_record_subject ON audit_record (subject, sequence);
CREATE INDEX ix_audit_record_resource ON audit_record (resource, sequence);

-- The last link of the chain. Its row is the lock under which records are chained, and shows when the tail was cut off.
CREATE TABLE audit_head (
    only_row boolean NOT NULL DEFAULT true,
    sequence bigint  NOT NULL,
    hash     bytea   NOT NULL,
    CONSTRAINT pk_audit_head PRIMARY KEY (only_row),
    CONSTRAINT ck_audit_head_only_row CHECK (only_row)
);
INSERT INTO audit_head (sequence, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

GRANT SELECT, INSERT ON audit_record TO ${appRole};
GRANT SELECT, UPDATE ON audit_head TO ${appRole};
