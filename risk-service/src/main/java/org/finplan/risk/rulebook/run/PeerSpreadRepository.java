package org.finplan.risk.rulebook.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.finplan.platform.period.Period;
import org.finplan.platform.sql.Row;
import org.finplan.risk.rulebook.judgement.PeerGroup;
import org.finplan.risk.rulebook.judgement.Spread;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Where the figures of each city's institutions lay when a run over all began. */
@ApplicationScoped
class PeerSpreadRepository {

    private static final String ALL = "SELECT * FROM peer_spread WHERE city = ANY (:cities)";

    private static final String CLEAR = "DELETE FROM peer_spread WHERE city = ANY (:cities)";

    private static final String INSERT = """
            INSERT INTO peer_spread (city, rule, period, size, median, deviation, mean_deviation)
            SELECT * FROM unnest(:cities, :rules, :periods, :sizes, :medians, :deviations, :means)""";

    private final Jdbi jdbi;

    PeerSpreadRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One group of peers. */
    record CityPeers(String city, String rule, Period period, PeerGroup group) {}

    /** {@return the groups of some cities, by city, rule and period} */
    Map<String, Map<String, Map<Period, PeerGroup>>> of(List<String> cities) {
        Map<String, Map<String, Map<Period, PeerGroup>>> all = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(ALL)
                .bindArray("cities", String.class, cities)
                .map(Row.to(PeerSpreadRepository::peers))
                .forEach(peers -> all.computeIfAbsent(peers.city(), any -> new HashMap<>())
                        .computeIfAbsent(peers.rule(), any -> new HashMap<>())
                        .put(peers.period(), peers.group())));
        return all;
    }

    /** Puts groups in the place of all of some cities. */
    void replace(List<String> cities, List<CityPeers> groups) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(CLEAR).bindArray("cities", String.class, cities).execute();
            Update insert = handle.createUpdate(INSERT);
            array(insert, "cities", String.class, groups, CityPeers::city);
            array(insert, "rules", String.class, groups, CityPeers::rule);
            array(insert, "periods", String.class, groups, row -> row.period().text());
            array(insert, "sizes", Integer.class, groups, row -> row.group().size());
            array(insert, "medians", BigDecimal.class, groups, row -> row.group()
                    .spread()
                    .median());
            array(insert, "deviations", BigDecimal.class, groups, row -> row.group()
                    .spread()
                    .deviation());
            array(insert, "means", BigDecimal.class, groups, row -> row.group()
                    .spread()
                    .meanDeviation());
            insert.execute();
        });
    }

    private static <T> void array(
            Update insert, String name, Class<T> type, List<CityPeers> groups, Function<CityPeers, T> of) {
        insert.bindArray(name, type, groups.stream().map(of).toList());
    }

    private static CityPeers peers(Row row) throws SQLException {
        return new CityPeers(
                row.text("city"),
                row.text("rule"),
                Period.parse(row.text("period")),
                new PeerGroup(
                        row.integer("size"),
                        new Spread(row.decimal("median"), row.decimal("deviation"), row.decimal("mean_deviation"))));
    }
}
