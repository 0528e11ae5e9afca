package org.finplan.gateway.key;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.finplan.gateway.identity.Identity;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/**
 * Which key an {@code Idempotency-Key} made. The stored answer is the key without its secret: the secret is nowhere, so a
 * caller that lost the first answer rotates the key.
 *
 * @param connection of the transaction
 * @param caller who asks
 * @param idempotencyKey as sent
 * @param requestHash SHA-256 of the request
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one call and is never compared
record KeyRequestTable(Connection connection, Identity caller, String idempotencyKey, byte[] requestHash) {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String FIND = "SELECT request_hash, key FROM api_key_request"
            + " WHERE client = ? AND subject = ? AND idempotency_key = ?";
    private static final String INSERT = "INSERT INTO api_key_request"
            + " (client, subject, idempotency_key, request_hash, key, stored_at) VALUES (?, ?, ?, ?, ?, ?)";

    /**
     * Finds the key that the same request made before; a request with the same key at the same time waits for the first.
     *
     * @return its id
     * @throws ProblemException 422 when the request was another
     */
    Optional<UUID> made() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, caller.client() + "\n" + caller.subject() + "\n" + idempotencyKey);
            lock.execute();
        }
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            bind(select);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!Arrays.equals(row.getBytes(1), requestHash)) {
                    throw ProblemException.of(
                            WebError.IDEMPOTENCY_KEY_REUSED,
                            "该幂等键已用于内容不同的请求；新的请求须用新的键。",
                            "The key was used for another request; a new request needs a new key.");
                }
                return Optional.of(row.getObject(2, UUID.class));
            }
        }
    }

    void remember(UUID key, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(insert);
            insert.setBytes(4, requestHash);
            insert.setObject(5, key);
            insert.setObject(6, KeyTable.at(now));
            insert.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        statement.setString(1, caller.client());
        statement.setString(2, caller.subject());
        statement.setString(3, idempotencyKey);
    }
}
