package org.finplan.platform.planversion.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** What a program that takes part receives and answers: the same tables, from the side of the events. */
@ApplicationScoped
class ReceivedVersions {

    private static final String ANNOUNCE = """
            INSERT INTO package_version AS known (plan, version, fingerprint, state, pieces)
            VALUES (:plan, :version, :fingerprint, 'preparing', :pieces)
            ON CONFLICT (plan, version) DO UPDATE SET pieces = excluded.pieces
            WHERE known.fingerprint = excluded.fingerprint
            """;
    private static final String ADD_PIECE = """
            INSERT INTO package_piece (plan, version, number, content) VALUES (:plan, :version, :number, :content)
            ON CONFLICT DO NOTHING
            """;
    private static final String PIECES = """
            SELECT content FROM package_piece WHERE plan = :plan AND version = :version
                AND (SELECT count(*) FROM package_piece WHERE plan = :plan AND version = :version)
                    = (SELECT pieces FROM package_version WHERE plan = :plan AND version = :version)
            ORDER BY number
            """;
    private static final String COMPLETE = """
            UPDATE package_version SET archive = :archive
            WHERE plan = :plan AND version = :version AND archive IS NULL
            """;
    private static final String DROP_PIECES = "DELETE FROM package_piece WHERE plan = :plan AND version = :version";
    private static final String ANSWERED = """
            UPDATE package_version SET answered_at = :now
            WHERE plan = :plan AND version = :version AND answered_at IS NULL
            """;
    private static final String TOLD = """
            UPDATE package_version SET told_at = :now
            WHERE plan = :plan AND version = :version AND fingerprint = :fingerprint AND told_at IS NULL
            """;

    private final Jdbi jdbi;

    ReceivedVersions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return whether the version is, or was already, stored under this number with this fingerprint} */
    boolean announce(String plan, int version, String fingerprint, int pieces) {
        return jdbi.withHandle(handle -> handle.createUpdate(ANNOUNCE)
                        .bind("plan", plan)
                        .bind("version", version)
                        .bind("fingerprint", fingerprint)
                        .bind("pieces", pieces)
                        .execute())
                == 1;
    }

    void addPiece(String plan, int version, int number, byte[] content) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD_PIECE)
                .bind("plan", plan)
                .bind("version", version)
                .bind("number", number)
                .bind("content", content)
                .execute());
    }

    /** {@return the pieces in order, none as long as one is missing} */
    List<byte[]> pieces(String plan, int version) {
        return jdbi.withHandle(handle -> handle.createQuery(PIECES)
                .bind("plan", plan)
                .bind("version", version)
                .map(Row.to(row -> row.bytes("content")))
                .list());
    }

    /** Keeps the archive in the place of its pieces. */
    void complete(String plan, int version, byte[] archive) {
        jdbi.useHandle(handle -> handle.createUpdate(COMPLETE)
                .bind("plan", plan)
                .bind("version", version)
                .bind("archive", archive)
                .execute());
        jdbi.useHandle(handle -> handle.createUpdate(DROP_PIECES)
                .bind("plan", plan)
                .bind("version", version)
                .execute());
    }

    /** {@return whether the version was not answered before} */
    boolean answer(String plan, int version, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(ANSWERED)
                        .bind("plan", plan)
                        .bind("version", version)
                        .bind("now", now)
                        .execute())
                == 1;
    }

    /** Remembers that every program is prepared. */
    void tell(String plan, int version, String fingerprint, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(TOLD)
                .bind("plan", plan)
                .bind("version", version)
                .bind("fingerprint", fingerprint)
                .bind("now", now)
                .execute());
    }
}
