package org.finplan.tasks.calendar.key;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.calendar.key.CalendarKey.Act;
import org.jdbi.v3.core.Jdbi;

/** The keys of all calendars. */
@ApplicationScoped
class CalendarKeyRepository {

    private static final String ADD = """
            INSERT INTO calendar_key (id, city, unit, label, prefix, hash, created_by, created_at, ends_on)
            VALUES (:id, :city, :unit, :label, :prefix, :hash, :by, :at, :endsOn)""";

    private static final String COUNT = """
            SELECT count(*) FROM calendar_key
            WHERE city = :city AND unit = :unit AND revoked_at IS NULL AND (ends_on IS NULL OR ends_on >= :today)""";

    /** Two who make keys of one unit at the same time wait for each other, so that the most are not passed. */
    private static final String ONE_BY_ONE =
            "SELECT pg_advisory_xact_lock(hashtextextended(:city || '/' || :unit, 18))::text";

    private static final String SEEN = """
            SELECT * FROM calendar_key
            WHERE city = ANY (:cities) AND (:everybody OR unit = ANY (:units)) AND (CAST(:unit AS text) IS NULL OR unit = :unit)
                AND (CAST(:before AS uuid) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :rows""";

    private static final String GET = "SELECT * FROM calendar_key WHERE id = :id";

    private static final String REVOKE =
            "UPDATE calendar_key SET revoked_by = :by, revoked_at = :at, version = version + 1 WHERE id = :id";

    private static final String OF_PREFIX = "SELECT * FROM calendar_key WHERE prefix = :prefix";

    private static final String SHOWN = "SELECT set_config('finplan.calendar_key', :prefix, true)";

    private static final String USED =
            "UPDATE calendar_key SET last_used_on = :day WHERE id = :id AND last_used_on IS DISTINCT FROM :day";

    private final Jdbi jdbi;

    CalendarKeyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A key with the hash of its secret in hexadecimal digits. */
    record Stored(CalendarKey key, String hash) {}

    /** Whose keys somebody sees; units are null for all of the cities. */
    record Seen(List<String> cities, @Nullable Set<String> units) {}

    void add(CalendarKey key, byte[] hash) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind("id", key.id())
                .bind("city", key.city())
                .bind("unit", key.unit())
                .bind("label", key.label())
                .bind("prefix", key.prefix())
                .bind("hash", hash)
                .bind("by", key.made().by())
                .bind("at", key.made().at())
                .bind("endsOn", key.endsOn())
                .execute());
    }

    /** {@return how many keys of a unit work, which nobody else changes until the transaction ends} */
    long lockedCount(String city, String unit, LocalDate today) {
        return jdbi.withHandle(handle -> {
            handle.createQuery(ONE_BY_ONE)
                    .bind("city", city)
                    .bind("unit", unit)
                    .mapTo(String.class)
                    .one();
            return handle.createQuery(COUNT)
                    .bind("city", city)
                    .bind("unit", unit)
                    .bind("today", today)
                    .mapTo(Long.class)
                    .one();
        });
    }

    List<CalendarKey> seen(Seen seen, @Nullable String unit, @Nullable UUID before, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(SEEN)
                .bindArray("cities", String.class, seen.cities())
                .bind("everybody", seen.units() == null)
                .bindArray("units", String.class, seen.units() == null ? Set.of() : seen.units())
                .bind("unit", unit)
                .bind("before", before)
                .bind("rows", rows)
                .map(Row.to(CalendarKeyRepository::key))
                .list());
    }

    Optional<CalendarKey> find(UUID id) {
        return one(GET, id);
    }

    Optional<CalendarKey> lock(UUID id) {
        return one(GET + " FOR UPDATE", id);
    }

    private Optional<CalendarKey> one(String sql, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("id", id)
                .map(Row.to(CalendarKeyRepository::key))
                .findOne());
    }

    void revoke(UUID id, Act act) {
        jdbi.useHandle(handle -> handle.createUpdate(REVOKE)
                .bind("id", id)
                .bind("by", act.by())
                .bind("at", act.at())
                .execute());
    }

    Optional<Stored> ofPrefix(String prefix) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_PREFIX)
                .bind("prefix", prefix)
                .map(Row.to(row -> new Stored(key(row), HexFormat.of().formatHex(row.bytes("hash")))))
                .findOne());
    }

    /** Notes the day of a use, once a day. */
    void used(CalendarKey key, LocalDate day) {
        jdbi.useHandle(handle -> {
            handle.createQuery(SHOWN)
                    .bind("prefix", key.prefix())
                    .mapTo(String.class)
                    .one();
            handle.createUpdate(USED).bind("id", key.id()).bind("day", day).execute();
        });
    }

    private static CalendarKey key(Row row) throws SQLException {
        Instant revokedAt = row.instant("revoked_at");
        return new CalendarKey(
                row.uuid("id"),
                row.text("city"),
                row.text("unit"),
                row.text("label"),
                row.text("prefix"),
                new Act(row.text("created_by"), row.instant("created_at")),
                row.date("ends_on"),
                row.date("last_used_on"),
                revokedAt == null ? null : new Act(row.text("revoked_by"), revokedAt),
                row.number("version"));
    }
}
