package org.finplan.tasks.supervision.ladder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** The ladders that cities set, all versions. */
@ApplicationScoped
class LadderRepository {

    private static final String NEWEST = """
            SELECT DISTINCT ON (code) content, created_by, created_at FROM supervision_ladder
            WHERE city = :city ORDER BY code, version DESC""";

    private static final String VERSIONS = """
            SELECT content, created_by, created_at FROM supervision_ladder
            WHERE city = :city AND code = :code ORDER BY version DESC""";

    private static final String ADD = """
            INSERT INTO supervision_ladder (city, code, version, content, created_by, created_at)
            VALUES (:city, :code, :version, :content, :by, :at) ON CONFLICT DO NOTHING""";

    private final Jdbi jdbi;

    LadderRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A version as it is stored, with whoever set it. */
    record Stored(Ladder ladder, String by, Instant at) {}

    List<Stored> newest(String city) {
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST)
                .bind("city", city)
                .map(Row.to(LadderRepository::stored))
                .list());
    }

    /** All versions of a code, the newest first. */
    List<Stored> versions(String city, String code) {
        return jdbi.withHandle(handle -> handle.createQuery(VERSIONS)
                .bind("city", city)
                .bind("code", code)
                .map(Row.to(LadderRepository::stored))
                .list());
    }

    /** {@return whether it was added; somebody else may have been first} */
    boolean add(String city, Stored stored) {
        return jdbi.withHandle(handle -> handle.createUpdate(ADD)
                        .bind("city", city)
                        .bind("code", stored.ladder().code())
                        .bind("version", stored.ladder().version())
                        .bind("content", LadderText.write(stored.ladder()))
                        .bind("by", stored.by())
                        .bind("at", stored.at())
                        .execute())
                == 1;
    }

    private static Stored stored(Row row) throws SQLException {
        return new Stored(LadderText.read(row.text("content")), row.text("created_by"), row.instant("created_at"));
    }
}
