package org.finplan.platform.web.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The answers kept in the database for 7 days. */
@ApplicationScoped
class AnswerStore {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String FIND = "SELECT request_hash, status, headers, body FROM idempotency_key "
            + "WHERE client = ? AND subject = ? AND key = ? AND stored_at > ?";
    private static final String FORGET =
            "DELETE FROM idempotency_key WHERE client = ? AND subject = ? AND key = ? AND stored_at <= ?";
    // A few old rows go with each new one, so that no job is needed and no write waits long.
    private static final String PURGE = "DELETE FROM idempotency_key WHERE ctid IN ("
            + "SELECT ctid FROM idempotency_key WHERE stored_at <= ? LIMIT 20 FOR UPDATE SKIP LOCKED)";
    private static final String INSERT = "INSERT INTO idempotency_key "
            + "(client, subject, key, request_hash, status, headers, body, stored_at) "
            + "VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?)";

    private final DataSource dataSource;
    private final ObjectMapper mapper;
    private final Clock clock;

    AnswerStore(DataSource dataSource, ObjectMapper mapper, Clock clock) {
        this.dataSource = dataSource;
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
    boolean tryLock(Key key) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(TRY_LOCK)) {
            statement.setString(1, key.joined());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    Optional<StoredAnswer> find(Key key) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            bind(statement, key);
            statement.setObject(4, oldest());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(answer(row)) : Optional.empty();
            }
        }
    }

    void insert(Key key, StoredAnswer answer) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET);
                PreparedStatement purge = connection.prepareStatement(PURGE);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(forget, key);
            forget.setObject(4, oldest());
            forget.executeUpdate();
            purge.setObject(1, oldest());
            purge.executeUpdate();
            bind(insert, key);
            insert.setBytes(4, answer.requestHash());
            insert.setInt(5, answer.status());
            insert.setString(6, mapper.writeValueAsString(answer.headers()));
            insert.setBytes(7, answer.body());
            insert.setObject(8, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers are lists of strings", e);
        }
    }

    private StoredAnswer answer(ResultSet row) throws SQLException {
        try {
            Map<String, List<String>> headers = mapper.readValue(row.getString(3), new TypeReference<>() {});
            return new StoredAnswer(row.getBytes(1), row.getInt(2), headers, row.getBytes(4));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers were written by this class", e);
        }
    }

    private static void bind(PreparedStatement statement, Key key) throws SQLException {
        statement.setString(1, key.client());
        statement.setString(2, key.subject());
        statement.setString(3, key.text());
    }

    private OffsetDateTime oldest() {
        return OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
    }
}
