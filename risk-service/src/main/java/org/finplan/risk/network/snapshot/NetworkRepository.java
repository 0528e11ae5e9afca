package org.finplan.risk.network.snapshot;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.list.ListConditions;
import org.finplan.risk.list.TimePosition;
import org.jdbi.v3.core.Jdbi;

/** The networks. */
@ApplicationScoped
class NetworkRepository {

    private static final String INSERT = """
            INSERT INTO network (id, region, kind, as_of, synthetic, content_hash, content, firm_count, edge_count, parallel,
                not_in_force, recorded_by, recorded_at)
            VALUES (:id, :region, :kind, :asOf, :synthetic, :hash, :content, :firms, :edges, :parallel, :notInForce, :by, :at)
            ON CONFLICT (region, content_hash) DO NOTHING""";

    private static final String VIEW = """
            SELECT id, kind, region, as_of, synthetic, COALESCE(firm_count, cardinality(firms)) AS firm_count,
                COALESCE(edge_count, cardinality(edge_from)) AS edge_count, parallel, not_in_force, recorded_by, recorded_at
            FROM network""";

    private final Jdbi jdbi;

    NetworkRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Stores a network; false when its content is there already. */
    boolean insert(NetworkSnapshot network) {
        NetworkContent content = network.content();
        // Made before the database is asked, so that it does not wait in the middle of the transaction.
        byte[] hash = content.hash();
        byte[] bytes = CompactNetwork.write(content.firmColumns(), content.edgeColumns());
        return jdbi.withHandle(handle -> handle.createUpdate(INSERT)
                        .bind("id", network.id())
                        .bind("region", network.region())
                        .bind("kind", content.kind().code())
                        .bind("asOf", content.asOf())
                        .bind("synthetic", content.synthetic())
                        .bind("hash", hash)
                        .bind("content", bytes)
                        .bind("firms", content.firms().size())
                        .bind("edges", content.edges().size())
                        .bind("parallel", network.parallel())
                        .bind("notInForce", network.notInForce())
                        .bind("by", network.recordedBy())
                        .bind("at", network.recordedAt())
                        .execute())
                == 1;
    }

    Optional<UUID> findSame(String region, NetworkContent content) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id FROM network WHERE region = :region AND content_hash = :hash")
                        .bind("region", region)
                        .bind("hash", content.hash())
                        .mapTo(UUID.class)
                        .findOne());
    }

    /**
     * What a network's row keeps of it.
     *
     * @param bytes the compact form, or null
     * @param columns firms and edges of a row that has arrays, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // read once and let go of
    record Kept(@Nullable byte[] bytes, @Nullable CompactNetwork.Columns columns) {

        CompactNetwork.Columns read() {
            return columns == null ? CompactNetwork.read(bytes) : columns;
        }
    }

    /** {@return what is kept of a network; to be read when the transaction has ended, for which a large one takes too long} */
    @Transactional
    Kept kept(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM network WHERE id = :id")
                .bind("id", id)
                .map(Row.to(NetworkRepository::kept))
                .one());
    }

    private static Kept kept(Row row) throws SQLException {
        byte[] content = row.bytes("content");
        return new Kept(content, content == null ? NetworkArrays.read(row) : null);
    }

    @Transactional
    Optional<NetworkView> findView(UUID id, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable).equal("id", id);
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(VIEW + conditions.where()))
                .map(Row.to(NetworkRepository::view))
                .findOne());
    }

    /** Reads networks, the newest first. */
    List<NetworkView> page(@Nullable NetworkKind kind, RegionSet readable, @Nullable TimePosition after, int rows) {
        ListConditions conditions = conditions(kind, readable)
                .after(List.of("recorded_at", "id"), true, after == null ? null : after.keys());
        String sql = VIEW + conditions.where() + " ORDER BY recorded_at DESC, id DESC LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(NetworkRepository::view))
                .list());
    }

    long count(@Nullable NetworkKind kind, RegionSet readable) {
        ListConditions conditions = conditions(kind, readable);
        String sql = "SELECT count(*) FROM network" + conditions.where();
        return jdbi.withHandle(handle ->
                conditions.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    private static ListConditions conditions(@Nullable NetworkKind kind, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable);
        return kind == null ? conditions : conditions.and("kind = :kind", Map.of("kind", kind.code()));
    }

    private static NetworkView view(Row row) throws SQLException {
        return new NetworkView(
                row.uuid("id"),
                row.text("kind"),
                row.text("region"),
                row.date("as_of"),
                row.flag("synthetic"),
                row.integer("firm_count"),
                row.integer("edge_count"),
                row.integer("parallel"),
                row.integer("not_in_force"),
                row.text("recorded_by"),
                row.instant("recorded_at"));
    }
}
