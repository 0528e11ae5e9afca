package org.finplan.risk.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.period.Period;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** What institutions have reported as it stands now, in sets, for those who judge it. */
@ApplicationScoped
public class CurrentFigures {

    private static final String INSTITUTIONS =
            "SELECT DISTINCT institution FROM report_metric WHERE replaced_at IS NULL ORDER BY institution";

    private static final String FIGURES = """
            SELECT institution, period, metric, value, version FROM report_metric
            WHERE replaced_at IS NULL AND institution = ANY (:institutions)
            ORDER BY institution, period_end, period""";

    private final Jdbi jdbi;

    CurrentFigures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The figures of a period.
     *
     * @param period the period
     * @param values values by metric
     * @param version the newest version among them
     */
    public record OfPeriod(Period period, Map<String, BigDecimal> values, int version) {}

    /** {@return the codes of the institutions that have reported, of those that the caller sees} */
    public List<String> institutions() {
        return jdbi.withHandle(
                handle -> handle.createQuery(INSTITUTIONS).mapTo(String.class).list());
    }

    /**
     * Reads all figures that count now.
     *
     * @param institutions codes of institutions
     * @return the periods of each that has reported, the oldest first
     */
    public Map<String, List<OfPeriod>> of(Collection<String> institutions) {
        Map<String, Map<String, Map<String, BigDecimal>>> values = new LinkedHashMap<>();
        Map<String, Integer> versions = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(FIGURES)
                .bindArray("institutions", String.class, List.copyOf(institutions))
                .map(Row.to(row -> {
                    String institution = row.text("institution");
                    String period = row.text("period");
                    values.computeIfAbsent(institution, any -> new LinkedHashMap<>())
                            .computeIfAbsent(period, any -> new HashMap<>())
                            .put(row.text("metric"), row.decimal("value"));
                    return versions.merge(institution + "/" + period, row.integer("version"), Math::max);
                }))
                .forEach(version -> {}));
        Map<String, List<OfPeriod>> read = new LinkedHashMap<>();
        values.forEach((institution, periods) ->
                periods.forEach((period, figures) -> read.computeIfAbsent(institution, any -> new ArrayList<>())
                        .add(new OfPeriod(Period.parse(period), figures, versions.get(institution + "/" + period)))));
        return read;
    }
}
