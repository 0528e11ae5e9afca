package org.finplan.gateway.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.finplan.gateway.identity.Credential;
import org.finplan.gateway.key.ApiKey.Grant;
import org.finplan.gateway.key.ApiKey.Revocation;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The keys in the database. */
@ApplicationScoped
class KeyRepository {

    private static final String SELECT = """
            SELECT k.id, prefix, secret_hash, name, owner, roles, scopes, regions, units, per_second, per_day, per_month,
                created_at, created_by, expires_at, rotated_at, revoked_at, revoked_by, revocation_reason, version,
                u.last_used_at,
                ARRAY(SELECT encode(hash, 'hex') || ' ' || to_char(until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                    FROM api_key_previous_secret WHERE key = k.id ORDER BY until, hash) AS previous,
                coalesce((SELECT used FROM api_key_quota WHERE key = k.id AND period = :day), 0) AS used_today,
                coalesce((SELECT used FROM api_key_quota WHERE key = k.id AND period = :month), 0) AS used_this_month
            FROM api_key k LEFT JOIN api_key_use u ON u.key = k.id
            """;

    private static final String INSERT = """
            INSERT INTO api_key (id, prefix, secret_hash, name, owner, roles, scopes, regions, units,
                per_second, per_day, per_month, created_at, created_by, expires_at)
            VALUES (:id, :prefix, :hash, :name, :owner, :roles, :scopes, :regions, :units,
                :perSecond, :perDay, :perMonth, :createdAt, :createdBy, :expiresAt)
            """;

    private static final RowMapper<StoredKey> STORED = Row.to(KeyRepository::stored);

    private final Jdbi jdbi;

    KeyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Who reads keys.
     *
     * @param subject sees its own
     * @param overseen sees those that are bound to nothing but these regions
     */
    record Reader(String subject, RegionSet overseen) {}

    Optional<StoredKey> byPrefix(String prefix, QuotaPeriods periods) {
        return one("WHERE prefix = :it", prefix, periods);
    }

    Optional<StoredKey> byId(UUID id, QuotaPeriods periods) {
        return one("WHERE k.id = :it", id, periods);
    }

    /** Reads a key and holds it until the transaction ends, so that two changes of it come one after the other. */
    Optional<StoredKey> lock(UUID id, QuotaPeriods periods) {
        return one("WHERE k.id = :it FOR UPDATE OF k", id, periods);
    }

    private Optional<StoredKey> one(String condition, Object it, QuotaPeriods periods) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + condition)
                .bind("day", periods.day())
                .bind("month", periods.month())
                .bind("it", it)
                .map(STORED)
                .findOne());
    }

    /**
     * Lists keys, newest first.
     *
     * @param reader who reads them
     * @param owner only of this subject, or of all
     * @param before only those made before this one, or all
     * @param limit most keys
     * @param periods of the quotas
     */
    List<ApiKey> list(Reader reader, Optional<String> owner, Optional<UUID> before, int limit, QuotaPeriods periods) {
        String condition =
                "WHERE (:everyRegion OR owner = :reader OR cardinality(regions) > 0 AND regions <@ :overseen)"
                        + " AND (CAST(:owner AS text) IS NULL OR owner = :owner)"
                        + " AND (CAST(:before AS uuid) IS NULL OR k.id < :before) ORDER BY k.id DESC LIMIT :limit";
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + condition)
                .bind("day", periods.day())
                .bind("month", periods.month())
                .bind("everyRegion", reader.overseen().all())
                .bind("reader", reader.subject())
                .bindArray(
                        "overseen", String.class, List.copyOf(reader.overseen().codes()))
                .bind("owner", owner.orElse(null))
                .bindByType("before", before.orElse(null), UUID.class)
                .bind("limit", limit)
                .map(STORED)
                .map(StoredKey::key)
                .list());
    }

    void insert(ApiKey key, byte[] hash) {
        Grant grant = key.grant();
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", key.id())
                .bind("prefix", key.prefix())
                .bind("hash", hash)
                .bind("name", grant.name())
                .bind("owner", grant.owner())
                .bindArray("roles", String.class, new TreeSet<>(grant.roles()))
                .bindArray("scopes", String.class, new TreeSet<>(grant.scopes()))
                .bindArray("regions", String.class, new TreeSet<>(grant.regions()))
                .bindArray("units", String.class, new TreeSet<>(grant.units()))
                .bind("perSecond", grant.allowance().perSecond().orElse(null))
                .bind("perDay", grant.allowance().perDay().orElse(null))
                .bind("perMonth", grant.allowance().perMonth().orElse(null))
                .bind("createdAt", key.createdAt())
                .bind("createdBy", key.createdBy())
                .bind("expiresAt", grant.expiresAt())
                .execute());
    }

    /**
     * Gives a key another secret.
     *
     * @param id of the key
     * @param hash of the new secret
     * @param now when
     * @param until end of the present secret
     */
    void rotate(UUID id, byte[] hash, Instant now, Instant until) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("INSERT INTO api_key_previous_secret (key, hash, until)"
                            + " SELECT id, secret_hash, :until FROM api_key WHERE id = :id")
                    .bind("until", until)
                    .bind("id", id)
                    .execute();
            handle.createUpdate("UPDATE api_key SET secret_hash = :hash, rotated_at = :now, version = version + 1"
                            + " WHERE id = :id")
                    .bind("hash", hash)
                    .bind("now", now)
                    .bind("id", id)
                    .execute();
        });
    }

    /** Forgets earlier secrets that end no later than an instant. */
    void forgetEnded(UUID id, Instant until) {
        jdbi.useHandle(
                handle -> handle.createUpdate("DELETE FROM api_key_previous_secret WHERE key = :id AND until <= :until")
                        .bind("id", id)
                        .bind("until", until)
                        .execute());
    }

    /** Forgets all earlier secrets, so that they work no more. */
    void forgetPrevious(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM api_key_previous_secret WHERE key = :id")
                .bind("id", id)
                .execute());
    }

    void revoke(UUID id, Revocation revocation) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE api_key SET revoked_at = :at, revoked_by = :by,"
                        + " revocation_reason = :reason, version = version + 1 WHERE id = :id")
                .bind("at", revocation.at())
                .bind("by", revocation.by())
                .bind("reason", revocation.reason())
                .bind("id", id)
                .execute());
    }

    private static StoredKey stored(Row row) throws SQLException {
        List<StoredKey.PreviousSecret> previous = new ArrayList<>();
        for (String secret : row.texts("previous")) {
            int space = secret.indexOf(' ');
            previous.add(new StoredKey.PreviousSecret(
                    HexFormat.of().parseHex(secret.substring(0, space)), Instant.parse(secret.substring(space + 1))));
        }
        Instant revokedAt = row.instant("revoked_at");
        ApiKey key = new ApiKey(
                row.uuid("id"),
                row.text("prefix"),
                grant(row),
                row.instant("created_at"),
                row.text("created_by"),
                Optional.ofNullable(row.instant("rotated_at")),
                previous.isEmpty()
                        ? Optional.empty()
                        : Optional.of(previous.get(previous.size() - 1).until()),
                revokedAt == null
                        ? Optional.empty()
                        : Optional.of(new Revocation(revokedAt, row.text("revoked_by"), row.text("revocation_reason"))),
                Optional.ofNullable(row.instant("last_used_at")),
                row.integer("version"));
        return new StoredKey(
                key, row.bytes("secret_hash"), previous, row.number("used_today"), row.number("used_this_month"));
    }

    private static Grant grant(Row row) throws SQLException {
        return new Grant(
                row.text("name"),
                row.text("owner"),
                set(row, "roles"),
                set(row, "scopes"),
                set(row, "regions"),
                set(row, "units"),
                new Credential.Allowance(
                        Optional.ofNullable(row.integerOrNull("per_second")),
                        Optional.ofNullable(row.numberOrNull("per_day")),
                        Optional.ofNullable(row.numberOrNull("per_month"))),
                row.instant("expires_at"));
    }

    private static Set<String> set(Row row, String column) throws SQLException {
        return new TreeSet<>(row.texts(column));
    }
}
