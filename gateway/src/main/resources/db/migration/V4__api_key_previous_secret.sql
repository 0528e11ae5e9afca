-- A key that is rotated again within the overlap has several secrets that still work, each to the end of its own overlap.
CREATE TABLE api_key_previous_secret (
    key   uuid        NOT NULL,
    hash  bytea       NOT NULL,
    until timestamptz NOT NULL,
    CONSTRAINT pk_api_key_previous_secret PRIMARY KEY (key, hash),
    CONSTRAINT fk_api_key_previous_secret FOREIGN KEY (key) REFERENCES api_key (id),
    CONSTRAINT ck_api_key_previous_secret_hash CHECK (octet_length(hash) = 32)
);
INSERT INTO api_key_previous_secret (key, hash, until)
SELECT id, previous_hash, previous_until FROM api_key WHERE previous_hash IS NOT NULL;

-- The columns stay, no longer written: a gateway of the version before reads them until the last of them is renewed.

GRANT SELECT, INSERT, DELETE ON api_key_previous_secret TO ${appRole};
