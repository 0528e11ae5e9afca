package org.finplan.platform.planversion;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.planversion.PackageVersionState.Move;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** The tables of the versions of plan packages and of their pieces, the same in every program of the suite. */
@ApplicationScoped
public class PackageStore {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('package_version/' || :plan, 0))";
    private static final String COLUMNS = """
            SELECT plan, version, fingerprint, state, archive IS NOT NULL AS complete, pieces IS NOT NULL AS announced,
                answered_at IS NOT NULL AS answered, told_at IS NOT NULL AS told, retired_names
            FROM package_version
            """;
    private static final String CURRENT = COLUMNS + """
            WHERE state IN ('preparing', 'in-force') OR retired_names OR (pieces IS NOT NULL AND answered_at IS NULL)
            ORDER BY plan, version
            """;
    private static final String FIND = COLUMNS + "WHERE plan = :plan AND version = :version";
    private static final String OF_PLAN = COLUMNS + "WHERE plan = :plan ORDER BY version";
    private static final String ARCHIVE =
            "SELECT archive FROM package_version WHERE plan = :plan AND version = :version AND archive IS NOT NULL";
    private static final String ADD = """
            INSERT INTO package_version (plan, version, fingerprint, state, archive)
            VALUES (:plan, :version, :fingerprint, :state, :archive)
            """;
    private static final String MOVE =
            "UPDATE package_version SET state = :state WHERE plan = :plan AND version = :version";
    private static final String RETIRED_NAMES =
            "UPDATE package_version SET retired_names = true WHERE plan = :plan AND version = :version";

    private final Jdbi jdbi;

    PackageStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Lets one transaction at a time change the versions of a plan.
     *
     * @param plan plan code, locked until the transaction ends
     */
    public void lock(String plan) {
        jdbi.useHandle(
                handle -> handle.createQuery(LOCK).bind("plan", plan).mapToMap().one());
    }

    /** {@return what is in force, what is to be dealt with, and what retired names are read from, by plan and version} */
    List<StoredVersion> current() {
        return jdbi.withHandle(handle ->
                handle.createQuery(CURRENT).map(Row.to(PackageStore::stored)).list());
    }

    /**
     * Finds a version.
     *
     * @param plan plan code
     * @param version number of the version
     * @return the version, empty when there is none
     */
    public Optional<StoredVersion> find(String plan, int version) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("plan", plan)
                .bind("version", version)
                .map(Row.to(PackageStore::stored))
                .findOne());
    }

    /**
     * Lists the versions of a plan.
     *
     * @param plan plan code
     * @return all that were ever published, the first one first
     */
    public List<StoredVersion> versions(String plan) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_PLAN)
                .bind("plan", plan)
                .map(Row.to(PackageStore::stored))
                .list());
    }

    /**
     * Finds the version that is in force.
     *
     * @param plan plan code
     * @return the version, empty when none is
     */
    public Optional<StoredVersion> inForce(String plan) {
        return versions(plan).stream()
                .filter(version -> version.state() == PackageVersionState.IN_FORCE)
                .findFirst();
    }

    /**
     * Reads the files of a version.
     *
     * @param plan plan code
     * @param version number of the version
     * @return the {@linkplain PackageArchive archive}, empty when not all of it is there
     */
    public Optional<byte[]> archive(String plan, int version) {
        return jdbi.withHandle(handle -> handle.createQuery(ARCHIVE)
                .bind("plan", plan)
                .bind("version", version)
                .map(Row.to(row -> row.bytes("archive")))
                .findOne());
    }

    /**
     * Stores a version whose files are here.
     *
     * @param plan plan code
     * @param version number of the version, a new one
     * @param fingerprint SHA-256 of its files
     * @param state preparing, or in force when there was no version before
     * @param archive its files
     */
    public void add(String plan, int version, String fingerprint, PackageVersionState state, byte[] archive) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind("plan", plan)
                .bind("version", version)
                .bind("fingerprint", fingerprint)
                .bind("state", state.code())
                .bind("archive", archive)
                .execute());
    }

    /**
     * Moves a version, under the {@link #lock} of its plan.
     *
     * @param plan plan code
     * @param version number of the version
     * @param move what happens to it
     * @return whether it moved; not when it was there already, or it is too late for the move
     */
    public boolean move(String plan, int version, Move move) {
        Optional<PackageVersionState> next =
                find(plan, version).flatMap(known -> known.state().after(move));
        next.ifPresent(state -> jdbi.useHandle(handle -> handle.createUpdate(MOVE)
                .bind("plan", plan)
                .bind("version", version)
                .bind("state", state.code())
                .execute()));
        return next.isPresent();
    }

    /**
     * Puts a version in force in the place of the one before, under the {@link #lock} of its plan.
     *
     * @param plan plan code
     * @param version number of the version
     * @param retiredNames whether the one before names what this one does not
     * @return whether it is in force now; not when it was already, was abandoned, or a later one is
     */
    public boolean enforce(String plan, int version, boolean retiredNames) {
        Optional<StoredVersion> before = inForce(plan);
        if (before.filter(newest -> newest.version() > version).isPresent()) {
            move(plan, version, Move.SUPERSEDE);
            return false;
        }
        if (find(plan, version)
                .flatMap(known -> known.state().after(Move.ENFORCE))
                .isEmpty()) {
            return false;
        }
        before.ifPresent(old -> {
            move(plan, old.version(), Move.SUPERSEDE);
            if (retiredNames) {
                jdbi.useHandle(handle -> handle.createUpdate(RETIRED_NAMES)
                        .bind("plan", plan)
                        .bind("version", old.version())
                        .execute());
            }
        });
        return move(plan, version, Move.ENFORCE);
    }

    private static StoredVersion stored(Row row) throws SQLException {
        return new StoredVersion(
                row.text("plan"),
                row.integer("version"),
                row.text("fingerprint"),
                PackageVersionState.of(row.text("state")),
                row.flag("complete"),
                row.flag("announced"),
                row.flag("answered"),
                row.flag("told"),
                row.flag("retired_names"));
    }
}
