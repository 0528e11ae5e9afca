package org.finplan.gateway.key;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.finplan.gateway.identity.Credential;
import org.finplan.gateway.key.ApiKey.Grant;
import org.finplan.gateway.key.ApiKey.Revocation;

/** The keys in the database. Every method works in the transaction of the connection that it is given. */
final class KeyTable {

    private static final String COLUMNS = "k.id, prefix, secret_hash,"
            + " ARRAY(SELECT hash FROM api_key_previous_secret WHERE key = k.id ORDER BY until, hash) AS previous_hashes,"
            + " ARRAY(SELECT until FROM api_key_previous_secret WHERE key = k.id ORDER BY until, hash) AS previous_ends,"
            + " name, owner, roles, scopes,"
            + " regions, units, per_second, per_day, per_month, created_at, created_by, expires_at, rotated_at, revoked_at,"
            + " revoked_by, revocation_reason, version, u.last_used_at,"
            + " coalesce((SELECT used FROM api_key_quota WHERE key = k.id AND period = ?), 0),"
            + " coalesce((SELECT used FROM api_key_quota WHERE key = k.id AND period = ?), 0)";
    private static final String SELECT =
            "SELECT " + COLUMNS + " FROM api_key k LEFT JOIN api_key_use u ON u.key = k.id WHERE ";
    private static final String INSERT =
            "INSERT INTO api_key (id, prefix, secret_hash, name, owner, roles, scopes, regions,"
                    + " units, per_second, per_day, per_month, created_at, created_by, expires_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ROTATE =
            "UPDATE api_key SET secret_hash = ?, rotated_at = ?, version = version + 1 WHERE id = ?";
    private static final String KEEP_PREVIOUS = "INSERT INTO api_key_previous_secret (key, hash, until)"
            + " SELECT id, secret_hash, ? FROM api_key WHERE id = ?";
    private static final String FORGET_PREVIOUS = "DELETE FROM api_key_previous_secret WHERE key = ?";
    private static final String REVOKE = "UPDATE api_key SET revoked_at = ?, revoked_by = ?, revocation_reason = ?,"
            + " version = version + 1 WHERE id = ?";

    private final Connection connection;
    private final QuotaPeriods periods;

    KeyTable(Connection connection, QuotaPeriods periods) {
        this.connection = connection;
        this.periods = periods;
    }

    Optional<StoredKey> byPrefix(String prefix) throws SQLException {
        return one(SELECT + "prefix = ?", prefix);
    }

    Optional<StoredKey> byId(UUID id) throws SQLException {
        return one(SELECT + "k.id = ?", id);
    }

    /** Reads a key and holds it until the transaction ends, so that two changes of it come one after the other. */
    Optional<StoredKey> lock(UUID id) throws SQLException {
        return one(SELECT + "k.id = ? FOR UPDATE OF k", id);
    }

    private Optional<StoredKey> one(String sql, Object argument) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bindPeriods(select);
            select.setObject(3, argument);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /**
     * Lists keys, newest first.
     *
     * @param owner only of this subject, or of all
     * @param before only those made before this one, or all
     * @param limit most keys
     */
    List<ApiKey> list(Optional<String> owner, Optional<UUID> before, int limit) throws SQLException {
        String sql =
                SELECT + "(?::text IS NULL OR owner = ?) AND (?::uuid IS NULL OR k.id < ?) ORDER BY k.id DESC LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bindPeriods(select);
            select.setString(3, owner.orElse(null));
            select.setString(4, owner.orElse(null));
            select.setObject(5, before.orElse(null));
            select.setObject(6, before.orElse(null));
            select.setInt(7, limit);
            List<ApiKey> keys = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    keys.add(read(rows).key());
                }
            }
            return keys;
        }
    }

    void insert(ApiKey key, byte[] hash) throws SQLException {
        Grant grant = key.grant();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, key.id());
            insert.setString(2, key.prefix());
            insert.setBytes(3, hash);
            insert.setString(4, grant.name());
            insert.setString(5, grant.owner());
            insert.setArray(6, texts(grant.roles()));
            insert.setArray(7, texts(grant.scopes()));
            insert.setArray(8, texts(grant.regions()));
            insert.setArray(9, texts(grant.units()));
            insert.setObject(10, grant.allowance().perSecond().orElse(null));
            insert.setObject(11, grant.allowance().perDay().orElse(null));
            insert.setObject(12, grant.allowance().perMonth().orElse(null));
            insert.setObject(13, at(key.createdAt()));
            insert.setString(14, key.createdBy());
            insert.setObject(15, at(grant.expiresAt()));
            insert.executeUpdate();
        }
    }

    /**
     * Gives a key another secret.
     *
     * @param id of the key
     * @param hash of the new secret
     * @param now when
     * @param until end of the present secret
     */
    void rotate(UUID id, byte[] hash, Instant now, Instant until) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP_PREVIOUS)) {
            insert.setObject(1, at(until));
            insert.setObject(2, id);
            insert.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(ROTATE)) {
            update.setBytes(1, hash);
            update.setObject(2, at(now));
            update.setObject(3, id);
            update.executeUpdate();
        }
    }

    /** Forgets earlier secrets whose end has come. */
    void forgetEnded(UUID id, Instant now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET_PREVIOUS + " AND until <= ?")) {
            delete.setObject(1, id);
            delete.setObject(2, at(now));
            delete.executeUpdate();
        }
    }

    /** Forgets all earlier secrets, so that they work no more. */
    void forgetPrevious(UUID id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET_PREVIOUS)) {
            delete.setObject(1, id);
            delete.executeUpdate();
        }
    }

    void revoke(UUID id, Revocation revocation) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REVOKE)) {
            update.setObject(1, at(revocation.at()));
            update.setString(2, revocation.by());
            update.setString(3, revocation.reason());
            update.setObject(4, id);
            update.executeUpdate();
        }
    }

    private void bindPeriods(PreparedStatement select) throws SQLException {
        select.setString(1, periods.day());
        select.setString(2, periods.month());
    }

    private Array texts(Set<String> values) throws SQLException {
        return connection.createArrayOf("text", new TreeSet<>(values).toArray());
    }

    private static StoredKey read(ResultSet row) throws SQLException {
        Credential.Allowance allowance = new Credential.Allowance(
                Optional.ofNullable(row.getObject("per_second", Integer.class)),
                Optional.ofNullable(row.getObject("per_day", Long.class)),
                Optional.ofNullable(row.getObject("per_month", Long.class)));
        Grant grant = new Grant(
                row.getString("name"),
                row.getString("owner"),
                set(row, "roles"),
                set(row, "scopes"),
                set(row, "regions"),
                set(row, "units"),
                allowance,
                instant(row, "expires_at").orElseThrow());
        List<StoredKey.PreviousSecret> previous = previous(row);
        Optional<Instant> revokedAt = instant(row, "revoked_at");
        String by = row.getString("revoked_by");
        String reason = row.getString("revocation_reason");
        ApiKey key = new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("prefix"),
                grant,
                instant(row, "created_at").orElseThrow(),
                row.getString("created_by"),
                instant(row, "rotated_at"),
                previous.isEmpty()
                        ? Optional.empty()
                        : Optional.of(previous.get(previous.size() - 1).until()),
                revokedAt.map(at -> new Revocation(at, by, reason)),
                instant(row, "last_used_at"),
                row.getInt("version"));
        return new StoredKey(key, row.getBytes("secret_hash"), previous, row.getLong(24), row.getLong(25));
    }

    /** Earlier secrets, the one that ends last at the end. */
    private static List<StoredKey.PreviousSecret> previous(ResultSet row) throws SQLException {
        byte[][] hashes = (byte[][]) row.getArray("previous_hashes").getArray();
        Timestamp[] ends = (Timestamp[]) row.getArray("previous_ends").getArray();
        List<StoredKey.PreviousSecret> previous = new ArrayList<>();
        for (int i = 0; i < hashes.length; i++) {
            previous.add(new StoredKey.PreviousSecret(hashes[i], ends[i].toInstant()));
        }
        return previous;
    }

    private static Set<String> set(ResultSet row, String column) throws SQLException {
        return new TreeSet<>(Arrays.asList((String[]) row.getArray(column).getArray()));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
