package org.finplan.risk.network.snapshot;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.list.ListConditions;
import org.finplan.risk.list.TimePosition;
import org.jdbi.v3.core.Jdbi;

/** The networks. */
@ApplicationScoped
class NetworkRepository {

    private static final String INSERT = """
            INSERT INTO network (id, region, kind, as_of, synthetic, content_hash, firms, equity, weight, external_assets,
                external_debt, edge_from, edge_to, edge_amount, edge_contract, edge_share, edge_since, edge_until, parallel, not_in_force, recorded_by,
                recorded_at)
            VALUES (:id, :region, :kind, :asOf, :synthetic, :hash, :firms, :equity, :weight, :externalAssets,
                :externalDebt, :from, :to, :amount, :contract, :share, :since, :until, :parallel, :notInForce, :by, :at)
            ON CONFLICT (region, content_hash) DO NOTHING""";

    private static final String VIEW = """
            SELECT id, kind, region, as_of, synthetic, cardinality(firms) AS firm_count, cardinality(edge_from) AS edge_count,
                parallel, not_in_force, recorded_by, recorded_at
            FROM network""";

    private final Jdbi jdbi;

    NetworkRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Stores a network; false when its content is there already. */
    boolean insert(NetworkSnapshot network) {
        NetworkContent content = network.content();
        List<Firm> firms = content.firms();
        List<FirmEdge> edges = content.edges();
        return jdbi.withHandle(handle -> handle.createUpdate(INSERT)
                        .bind("id", network.id())
                        .bind("region", network.region())
                        .bind("kind", content.kind().code())
                        .bind("asOf", content.asOf())
                        .bind("synthetic", content.synthetic())
                        .bind("hash", content.hash())
                        .bindArray("firms", String.class, column(firms, Firm::id))
                        .bindArray("equity", BigDecimal.class, column(firms, Firm::equity))
                        .bindArray("weight", BigDecimal.class, column(firms, Firm::weight))
                        .bindArray("externalAssets", BigDecimal.class, column(firms, Firm::externalAssets))
                        .bindArray("externalDebt", BigDecimal.class, column(firms, Firm::externalDebt))
                        .bindArray("from", Integer.class, column(edges, FirmEdge::from))
                        .bindArray("to", Integer.class, column(edges, FirmEdge::to))
                        .bindArray("amount", BigDecimal.class, column(edges, FirmEdge::amount))
                        .bindArray("contract", String.class, column(edges, FirmEdge::contract))
                        .bindArray("share", BigDecimal.class, column(edges, FirmEdge::share))
                        .bindArray("since", String.class, column(edges, edge -> text(edge.since())))
                        .bindArray("until", String.class, column(edges, edge -> text(edge.until())))
                        .bind("parallel", network.parallel())
                        .bind("notInForce", network.notInForce())
                        .bind("by", network.recordedBy())
                        .bind("at", network.recordedAt())
                        .execute())
                == 1;
    }

    private static <T> Object[] column(List<T> rows, Function<T, ?> value) {
        return rows.stream().map(value).toArray();
    }

    Optional<UUID> findSame(String region, NetworkContent content) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id FROM network WHERE region = :region AND content_hash = :hash")
                        .bind("region", region)
                        .bind("hash", content.hash())
                        .mapTo(UUID.class)
                        .findOne());
    }

    Optional<NetworkSnapshot> find(UUID id, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable).equal("id", id);
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery("SELECT * FROM network" + conditions.where()))
                .map(Row.to(NetworkRepository::network))
                .findOne());
    }

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

    private static NetworkSnapshot network(Row row) throws SQLException {
        NetworkContent content = new NetworkContent(
                NetworkKind.find(row.text("kind")).orElseThrow(),
                row.date("as_of"),
                row.flag("synthetic"),
                firms(row),
                edges(row));
        return new NetworkSnapshot(
                row.uuid("id"),
                row.text("region"),
                content,
                row.integer("parallel"),
                row.integer("not_in_force"),
                row.text("recorded_by"),
                row.instant("recorded_at"));
    }

    private static List<Firm> firms(Row row) throws SQLException {
        List<String> ids = row.texts("firms");
        List<BigDecimal> equity = row.decimalsOrNulls("equity");
        List<BigDecimal> weight = row.decimalsOrNulls("weight");
        List<BigDecimal> assets = row.decimalsOrNulls("external_assets");
        List<BigDecimal> debt = row.decimalsOrNulls("external_debt");
        List<Firm> firms = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            firms.add(new Firm(ids.get(i), equity.get(i), weight.get(i), assets.get(i), debt.get(i)));
        }
        return firms;
    }

    private static List<FirmEdge> edges(Row row) throws SQLException {
        List<Integer> from = row.integers("edge_from");
        List<Integer> to = row.integers("edge_to");
        List<BigDecimal> amount = row.decimals("edge_amount");
        List<String> contract = row.texts("edge_contract");
        List<BigDecimal> share = row.decimalsOrNulls("edge_share");
        List<String> since = row.texts("edge_since");
        List<String> until = row.texts("edge_until");
        List<FirmEdge> edges = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            edges.add(new FirmEdge(
                    from.get(i),
                    to.get(i),
                    amount.get(i),
                    contract.get(i),
                    share.get(i),
                    date(since.get(i)),
                    date(until.get(i))));
        }
        return edges;
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    @Nullable
    private static LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
