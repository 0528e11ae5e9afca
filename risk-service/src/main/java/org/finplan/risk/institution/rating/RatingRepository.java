package org.finplan.risk.institution.rating;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** The ratings of institutions; which institution may be seen is asked before. */
@ApplicationScoped
class RatingRepository {

    private static final String OF_A_DAY = """
            SELECT * FROM institution_rating
            WHERE institution = :uscc AND scheme = :scheme AND rated_on = :on AND replaced_at IS NULL""";

    private static final String REPLACE = "UPDATE institution_rating SET replaced_at = :at WHERE id = :id";

    private static final String INSERT = """
            INSERT INTO institution_rating (id, institution, scheme, scheme_version, grade, rated_on, source, reason,
                recorded_by, recorded_at)
            VALUES (:id, :uscc, :scheme, :schemeVersion, :grade, :on, :source, :reason, :by, :at)""";

    /** The newest of each scheme that was given by that day. */
    private static final String IN_FORCE = """
            SELECT DISTINCT ON (scheme) * FROM institution_rating
            WHERE institution = :uscc AND replaced_at IS NULL AND rated_on <= :on
              AND (CAST(:scheme AS text) IS NULL OR scheme = :scheme)
            ORDER BY scheme, rated_on DESC""";

    private static final String ALL = """
            SELECT * FROM institution_rating
            WHERE institution = :uscc AND replaced_at IS NULL
              AND (CAST(:scheme AS text) IS NULL OR scheme = :scheme)
              AND (CAST(:afterOn AS date) IS NULL OR (rated_on, scheme) < (:afterOn, :afterScheme))
            ORDER BY rated_on DESC, scheme DESC LIMIT :rows""";

    private final Jdbi jdbi;

    RatingRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Rating> ofADay(String uscc, String scheme, LocalDate on) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_A_DAY)
                .bind("uscc", uscc)
                .bind("scheme", scheme)
                .bind("on", on)
                .map(Row.to(RatingRepository::rating))
                .findOne());
    }

    void replace(UUID id, Instant at) {
        jdbi.useHandle(handle ->
                handle.createUpdate(REPLACE).bind("id", id).bind("at", at).execute());
    }

    void insert(String uscc, Rating rating) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", rating.id())
                .bind("uscc", uscc)
                .bind("scheme", rating.scheme())
                .bind("schemeVersion", rating.schemeVersion())
                .bind("grade", rating.grade())
                .bind("on", rating.on())
                .bind("source", rating.source())
                .bind("reason", rating.reason())
                .bind("by", rating.recordedBy())
                .bind("at", rating.recordedAt())
                .execute());
    }

    List<Rating> inForce(String uscc, @Nullable String scheme, LocalDate on) {
        return jdbi.withHandle(handle -> handle.createQuery(IN_FORCE)
                .bind("uscc", uscc)
                .bind("scheme", scheme)
                .bind("on", on)
                .map(Row.to(RatingRepository::rating))
                .list());
    }

    List<Rating> page(String uscc, @Nullable String scheme, @Nullable Rating.Position after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(ALL)
                .bind("uscc", uscc)
                .bind("scheme", scheme)
                .bind("afterOn", after == null ? null : after.on())
                .bind("afterScheme", after == null ? null : after.scheme())
                .bind("rows", rows)
                .map(Row.to(RatingRepository::rating))
                .list());
    }

    private static Rating rating(Row row) throws SQLException {
        return new Rating(
                row.uuid("id"),
                row.text("scheme"),
                row.integer("scheme_version"),
                row.text("grade"),
                row.date("rated_on"),
                row.text("source"),
                row.text("reason"),
                row.text("recorded_by"),
                row.instant("recorded_at"));
    }
}
