package org.finplan.platform.web.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** The answers kept in the database for 7 days. */
@ApplicationScoped
class AnswerStore {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended(:key, 0)) AS taken";
    private static final String FIND = "SELECT request_hash, status, headers, body FROM idempotency_key "
            + "WHERE client = :client AND subject = :subject AND key = :key AND stored_at > :oldest";
    private static final String FORGET = "DELETE FROM idempotency_key "
            + "WHERE client = :client AND subject = :subject AND key = :key AND stored_at <= :oldest";
    // A few old rows go with each new one, so that no job is needed and no write waits long.
    private static final String PURGE = "DELETE FROM idempotency_key WHERE ctid IN ("
            + "SELECT ctid FROM idempotency_key WHERE stored_at <= :oldest LIMIT 20 FOR UPDATE SKIP LOCKED)";
    private static final String INSERT = "INSERT INTO idempotency_key "
            + "(client, subject, key, request_hash, status, headers, body, stored_at) "
            + "VALUES (:client, :subject, :key, :hash, :status, :headers::jsonb, :body, :now)";

    private final Jdbi jdbi;
    private final ObjectMapper mapper;
    private final Clock clock;

    AnswerStore(Jdbi jdbi, ObjectMapper mapper, Clock clock) {
        this.jdbi = jdbi;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** A key belongs to the one who sent it: what one caller got is nothing for another. */
    record Key(String client, String subject, String text) {

        private String joined() {
            return client.length() + ":" + client + subject.length() + ":" + subject + text;
        }
    }

    /** Takes the key for the rest of the transaction, unless another one holds it. */
    boolean tryLock(Key key) {
        return jdbi.withHandle(handle -> handle.createQuery(TRY_LOCK)
                .bind("key", key.joined())
                .map(Row.to(row -> row.flag("taken")))
                .one());
    }

    Optional<StoredAnswer> find(Key key) {
        return jdbi.withHandle(handle -> bind(handle.createQuery(FIND), key)
                .bind("oldest", oldest())
                .map(Row.to(this::answer))
                .findFirst());
    }

    void insert(Key key, StoredAnswer answer) {
        jdbi.useHandle(handle -> {
            bind(handle.createUpdate(FORGET), key).bind("oldest", oldest()).execute();
            handle.createUpdate(PURGE).bind("oldest", oldest()).execute();
            bind(handle.createUpdate(INSERT), key)
                    .bind("hash", answer.requestHash())
                    .bind("status", answer.status())
                    .bind("headers", json(answer.headers()))
                    .bind("body", answer.body())
                    .bind("now", clock.instant())
                    .execute();
        });
    }

    private StoredAnswer answer(Row row) throws SQLException {
        try {
            Map<String, List<String>> headers = mapper.readValue(row.text("headers"), new TypeReference<>() {});
            return new StoredAnswer(row.bytes("request_hash"), row.integer("status"), headers, row.bytes("body"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers were written by this class", e);
        }
    }

    private String json(Map<String, List<String>> headers) {
        try {
            return mapper.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers are lists of strings", e);
        }
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Key key) {
        return statement
                .bind("client", key.client())
                .bind("subject", key.subject())
                .bind("key", key.text());
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }
}
