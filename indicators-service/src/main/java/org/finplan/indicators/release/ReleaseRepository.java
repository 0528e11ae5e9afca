package org.finplan.indicators.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.indicators.database.Database;
import org.finplan.indicators.database.Row;
import org.finplan.indicators.observation.Audience;
import org.finplan.indicators.recording.Published;

/** The tables of releases and of how they ended. Nothing is ever updated. */
@ApplicationScoped
class ReleaseRepository {

    /** What is not published is there for its authors only. */
    private static final String VISIBLE = """
            SELECT r.*, e.ended_at, e.ended_by, e.created, e.revised, e.unchanged,
                CASE WHEN e.outcome = 'published' THEN
                    (SELECT count(*) FROM observation o WHERE o.release = r.id)
                ELSE
                    (SELECT count(*) FROM (
                        SELECT DISTINCT indicator, region, kind, period_end, period_start, variant
                        FROM staged_observation s WHERE s.release = r.id) staged)
                END::int AS figures,
                CASE WHEN e.release IS NULL THEN 'staged'
                WHEN e.outcome = 'cancelled' THEN 'cancelled'
                WHEN EXISTS (SELECT FROM observation o WHERE o.release = r.id)
                    AND NOT EXISTS (SELECT FROM observation o WHERE o.release = r.id AND NOT EXISTS (
                        SELECT FROM observation later WHERE later.id = o.id AND later.version > o.version))
                THEN 'superseded' ELSE 'released' END AS state
            FROM release r LEFT JOIN release_end e ON e.release = r.id
            WHERE (e.outcome = 'published' OR ? = ANY (r.authors))
            """;

    private static final String STAGED = """
            SELECT r.*, NULL::timestamptz AS ended_at, 'staged' AS state, 0 AS figures
            FROM release r
            WHERE r.id = ? AND NOT EXISTS (SELECT FROM release_end e WHERE e.release = r.id)
            """;

    private static final String INSERT = """
            INSERT INTO release (id, title, audience, release_at, authors, restores, created_at, created_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String END = """
            INSERT INTO release_end (release, outcome, ended_at, ended_by, created, revised, unchanged)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String DUE = """
            SELECT r.id FROM release r
            WHERE r.release_at <= ? AND NOT EXISTS (SELECT FROM release_end e WHERE e.release = r.id)
            ORDER BY r.release_at, r.id
            """;

    /** Staging, cancelling and publishing of one release follow each other. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('release:' || ?, 0))::text";

    private static final String TRY_LOCK =
            "SELECT pg_try_advisory_xact_lock(hashtextextended('release:' || ?, 0)) AS locked";

    private final Database database;

    ReleaseRepository(Database database) {
        this.database = database;
    }

    void insert(Release release) {
        database.insert(INSERT, List.<Object[]>of(new Object[] {
            release.id(),
            release.title(),
            release.audience().code(),
            release.releaseAt(),
            release.authors(),
            release.restores(),
            release.createdAt(),
            release.createdBy()
        }));
    }

    void end(UUID release, boolean published, Release.End end) {
        database.insert(END, List.<Object[]>of(new Object[] {
            release,
            published ? "published" : "cancelled",
            end.at(),
            end.by(),
            end.published().created(),
            end.published().revised(),
            end.published().unchanged()
        }));
    }

    /** {@return the release as its reader may see it; empty when there is none for them} */
    Optional<Release> find(UUID id, String reader) {
        return database.query(VISIBLE + " AND r.id = ?", ReleaseRepository::map, reader, id).stream()
                .findFirst();
    }

    /** {@return the release while it has not ended, whoever asks} */
    Optional<Release> staged(UUID id) {
        return database.query(STAGED, ReleaseRepository::map, id).stream().findFirst();
    }

    /**
     * Reads a page, latest times first.
     *
     * @param reader who reads
     * @param states only these
     * @param after the last one of the page before, or null
     * @param limit size of the page
     * @return one more than the limit when there are more
     */
    List<Release> page(String reader, List<ReleaseState> states, Place after, int limit) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(reader);
        parameters.add(states.stream().map(ReleaseState::code).toList());
        String beyond = "";
        if (after != null) {
            beyond = " AND (release_at, id) < (?, ?)";
            parameters.addAll(Arrays.asList(after.releaseAt(), after.id()));
        }
        parameters.add(limit + 1);
        return database.query(
                "SELECT * FROM (" + VISIBLE + ") visible WHERE state = ANY (?)" + beyond
                        + " ORDER BY release_at DESC, id DESC LIMIT ?",
                ReleaseRepository::map,
                parameters.toArray());
    }

    /** A place in the list of releases. */
    record Place(Instant releaseAt, UUID id) {}

    /** {@return releases whose time has come and that have not ended, earliest first} */
    List<UUID> due(Instant now) {
        return database.query(DUE, row -> row.uuid("id"), now);
    }

    void lock(UUID release) {
        database.query(LOCK, row -> null, release.toString());
    }

    /** {@return whether no other instance works on the release} */
    boolean tryLock(UUID release) {
        return database.query(TRY_LOCK, row -> row.flag("locked"), release.toString())
                .get(0);
    }

    private static Release map(Row row) throws SQLException {
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
                row.instant("created_at"),
                row.text("created_by"),
                ReleaseState.find(row.text("state")).orElseThrow(),
                row.integer("figures"),
                end);
    }
}
