package org.finplan.indicators.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.indicators.observation.Audience;
import org.finplan.indicators.recording.Published;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** The tables of releases and of how they ended. Nothing is ever updated. */
@ApplicationScoped
class ReleaseRepository {

    /** What is not published is there for its authors only, then for those who read its city. Figures that were published are counted by their owner. */
    private static final String VISIBLE = """
            SELECT r.*, e.ended_at, e.ended_by, e.created, e.revised, e.unchanged,
                CASE WHEN e.outcome = 'published' THEN 0 ELSE
                    (SELECT count(*) FROM (
                        SELECT DISTINCT indicator, region, kind, period_end, period_start, variant
                        FROM staged_observation s WHERE s.release = r.id) staged)
                END::int AS figures,
                CASE WHEN e.release IS NULL THEN 'staged' WHEN e.outcome = 'cancelled' THEN 'cancelled'
                    ELSE 'released' END AS state
            FROM release r LEFT JOIN release_end e ON e.release = r.id
            WHERE (:reader = ANY (r.authors)
                OR e.outcome = 'published' AND (:everyCity OR r.city = ANY (:cities)))
            """;

    private static final String PAGE = "SELECT * FROM (" + VISIBLE + ") visible WHERE state = ANY (:states)";
    private static final String BEYOND = " AND (release_at, id) < (:after_release_at, :after_id)";
    private static final String ORDER = " ORDER BY release_at DESC, id DESC LIMIT :rows";

    private static final String STAGED = """
            SELECT r.*, NULL::timestamptz AS ended_at, 'staged' AS state, 0 AS figures
            FROM release r
            WHERE r.id = :id AND NOT EXISTS (SELECT FROM release_end e WHERE e.release = r.id)
            """;

    private static final String INSERT = """
            INSERT INTO release (id, title, audience, release_at, authors, restores, city, vouched_by, created_at, created_by)
            VALUES (:id, :title, :audience, :release_at, :authors, :restores, :city, :vouched_by, :created_at, :created_by)
            """;

    private static final String END = """
            INSERT INTO release_end (release, outcome, ended_at, ended_by, created, revised, unchanged)
            VALUES (:release, :outcome, :ended_at, :ended_by, :created, :revised, :unchanged)
            """;

    private static final String DUE = """
            SELECT r.id FROM release r
            WHERE r.release_at <= :now AND NOT EXISTS (SELECT FROM release_end e WHERE e.release = r.id)
            ORDER BY r.release_at, r.id
            """;

    /** Staging, cancelling and publishing of one release follow each other. */
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtextextended('release:' || :release, 0))::text";

    private static final String TRY_LOCK =
            "SELECT pg_try_advisory_xact_lock(hashtextextended('release:' || :release, 0)) AS locked";

    private static final RowMapper<Release> RELEASE = Row.to(ReleaseRepository::release);

    private final Jdbi jdbi;

    ReleaseRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Who reads releases.
     *
     * @param subject sees those whose author it is
     * @param cities sees what was published for them
     * @param everyCity whether they are all, so that it sees what was published for none as well
     */
    record Reader(String subject, Collection<String> cities, boolean everyCity) {

        private Query bindTo(Query query) {
            return query.bind("reader", subject)
                    .bindArray("cities", String.class, cities)
                    .bind("everyCity", everyCity);
        }
    }

    void insert(Release release) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", release.id())
                .bind("title", release.title())
                .bind("audience", release.audience().code())
                .bind("release_at", release.releaseAt())
                .bindArray("authors", String.class, release.authors())
                .bind("restores", release.restores())
                .bind("city", release.city())
                .bind("vouched_by", release.vouchedBy())
                .bind("created_at", release.createdAt())
                .bind("created_by", release.createdBy())
                .execute());
    }

    void end(UUID release, boolean published, Release.End end) {
        jdbi.useHandle(handle -> handle.createUpdate(END)
                .bind("release", release)
                .bind("outcome", published ? "published" : "cancelled")
                .bind("ended_at", end.at())
                .bind("ended_by", end.by())
                .bind("created", end.published().created())
                .bind("revised", end.published().revised())
                .bind("unchanged", end.published().unchanged())
                .execute());
    }

    /**
     * {@return the release as its reader may see it, as released even where it is superseded; empty when there is none for
     * them}
     */
    Optional<Release> find(UUID id, Reader reader) {
        return jdbi.withHandle(handle -> reader.bindTo(handle.createQuery(VISIBLE + " AND r.id = :id"))
                .bind("id", id)
                .map(RELEASE)
                .findOne());
    }

    /** {@return the release while it has not ended, whoever asks} */
    Optional<Release> staged(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(STAGED).bind("id", id).map(RELEASE).findOne());
    }

    /**
     * Reads a page, latest times first; superseded releases come as released ones.
     *
     * @param reader who reads
     * @param states only these
     * @param after the last one of the page before, or null
     * @param rows most rows
     * @return the rows
     */
    List<Release> page(Reader reader, Collection<ReleaseState> states, ReleasePosition after, int rows) {
        return jdbi.withHandle(handle -> {
            Query query = reader.bindTo(handle.createQuery(PAGE + (after == null ? "" : BEYOND) + ORDER))
                    .bindArray(
                            "states",
                            String.class,
                            states.stream().map(ReleaseState::code).toList())
                    .bind("rows", rows);
            if (after != null) {
                query.bind("after_release_at", after.releaseAt()).bind("after_id", after.id());
            }
            return query.map(RELEASE).list();
        });
    }

    /** {@return titles by id} */
    Map<UUID, String> titles(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, title FROM release WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids)
                .map(Row.to(row -> Map.entry(row.uuid("id"), row.text("title"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** {@return releases whose time has come and that have not ended, earliest first} */
    List<UUID> due(Instant now) {
        return jdbi.withHandle(handle ->
                handle.createQuery(DUE).bind("now", now).mapTo(UUID.class).list());
    }

    void lock(UUID release) {
        jdbi.useHandle(handle -> handle.createQuery(LOCK)
                .bind("release", release.toString())
                .mapTo(String.class)
                .one());
    }

    /** {@return whether no other instance works on the release} */
    boolean tryLock(UUID release) {
        return jdbi.withHandle(handle -> handle.createQuery(TRY_LOCK)
                .bind("release", release.toString())
                .mapTo(Boolean.class)
                .one());
    }

    private static Release release(Row row) throws SQLException {
        Instant ended = row.instant("ended_at");
        Release.End end = ended == null
                ? null
                : new Release.End(
                        ended,
                        row.text("ended_by"),
                        new Published(row.integer("created"), row.integer("revised"), row.integer("unchanged")));
        return new Release(
                row.uuid("id"),
                row.text("title"),
                Audience.find(row.text("audience")).orElseThrow(),
                row.instant("release_at"),
                row.texts("authors"),
                row.uuid("restores"),
                row.text("city"),
                row.text("vouched_by"),
                row.instant("created_at"),
                row.text("created_by"),
                ReleaseState.find(row.text("state")).orElseThrow(),
                row.integer("figures"),
                end);
    }
}
