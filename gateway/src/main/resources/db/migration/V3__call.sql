-- Calls of the API, one partition a day (UTC), so that what is no longer kept goes at once and reads of a span touch its
-- days only. No path has its query. A call without status was not answered to its end.
CREATE TABLE call (
    at        timestamptz NOT NULL,
    id        uuid        NOT NULL,
    client    text,
    subject   text,
    key       uuid,
    method    text        NOT NULL,
    path      text        NOT NULL,
    route     text        NOT NULL,
    status    integer,
    millis    bigint      NOT NULL,
    bytes_in  bigint      NOT NULL,
    bytes_out bigint      NOT NULL,
    trace_id  text        NOT NULL,
    CONSTRAINT pk_call PRIMARY KEY (at, id)
) PARTITION BY RANGE (at);
CREATE INDEX ix_call_client ON call (client, at, id);
CREATE INDEX ix_call_subject ON call (subject, at, id);
CREATE INDEX ix_call_key ON call (key, at, id) WHERE key IS NOT NULL;

-- The gateway owns no table, so it cannot make or drop partitions; the owner does it for it. Yesterday is among those made
-- for calls that come late over midnight, two days ahead for a gateway that is busy when the day turns.
CREATE FUNCTION call_partitions(kept_days integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE
    today date := (now() AT TIME ZONE 'UTC')::date;
    day   date;
    old   record;
BEGIN
    IF kept_days < 1 THEN
        RAISE EXCEPTION 'calls are kept for at least a day' USING ERRCODE = '22023';
    END IF;
    -- Several gateways do this at once; the second finds it done.
    PERFORM pg_advisory_xact_lock(hashtext('call_partitions'));
    FOR day IN SELECT generate_series(today - 1, today + 2, interval '1 day')::date LOOP
        EXECUTE format('CREATE TABLE IF NOT EXISTS public.%I PARTITION OF public.call FOR VALUES FROM (%L) TO (%L)',
            'call_' || to_char(day, 'YYYYMMDD'), day || ' 00:00:00+00', (day + 1) || ' 00:00:00+00');
    END LOOP;
    FOR old IN
        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'public.call'::regclass
            AND to_date(right(c.relname, 8), 'YYYYMMDD') < today - kept_days
    LOOP
        EXECUTE format('DROP TABLE public.%I', old.relname);
    END LOOP;
END
$$;
REVOKE ALL ON FUNCTION call_partitions(integer) FROM PUBLIC;
SELECT call_partitions(1);

GRANT SELECT, INSERT ON call TO ${appRole};
GRANT EXECUTE ON FUNCTION call_partitions(integer) TO ${appRole};
