package org.finplan.risk.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.finplan.platform.period.Period;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What institutions have reported as it stands now, in sets, for those who judge it. */
@ApplicationScoped
public class CurrentFigures {

    /** Read of the index alone, see ix_report_metric_period. */
    private static final String FIGURES = """
            SELECT institution, period, metric, value, version FROM report_metric
            WHERE replaced_at IS NULL AND institution = ANY (:institutions)
            ORDER BY institution, period_end""";

    private static final String SOME_FIGURES = """
            SELECT institution, period, metric, value, version FROM report_metric
            WHERE replaced_at IS NULL AND institution = ANY (:institutions) AND metric = ANY (:metrics)
            ORDER BY institution, period_end""";

    private static final int ROWS_AT_ONCE = 5_000;

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

    /**
     * Reads all figures that count now.
     *
     * @param institutions codes of institutions
     * @return the periods of each that has reported, the oldest first
     */
    public Map<String, List<OfPeriod>> of(Collection<String> institutions) {
        return read(FIGURES, query -> query.bindArray("institutions", String.class, List.copyOf(institutions)));
    }

    /**
     * Reads the figures of some metrics that count now.
     *
     * @param institutions codes of institutions
     * @param metrics codes of metrics
     * @return the periods of each that has reported one of them, the oldest first
     */
    public Map<String, List<OfPeriod>> of(Collection<String> institutions, Collection<String> metrics) {
        return read(SOME_FIGURES, query -> query.bindArray("institutions", String.class, List.copyOf(institutions))
                .bindArray("metrics", String.class, List.copyOf(metrics)));
    }

    /** By the numbers of the columns: a run over all reads a million rows. */
    private Map<String, List<OfPeriod>> read(String sql, UnaryOperator<Query> bound) {
        return jdbi.withHandle(handle -> bound.apply(handle.createQuery(sql))
                .setFetchSize(ROWS_AT_ONCE)
                .scanResultSet((rows, context) -> {
                    Gathered gathered = new Gathered();
                    ResultSet row = rows.get();
                    while (row.next()) {
                        gathered.take(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBigDecimal(4),
                                row.getInt(5));
                    }
                    return gathered.byInstitution();
                }));
    }

    /** Figures on their way, one institution after the other. */
    private static final class Gathered {

        private final Map<String, List<OfPeriod>> all = new LinkedHashMap<>();
        private final Map<String, Period> periods = new HashMap<>();
        private final Map<String, String> codes = new HashMap<>();
        private final Map<String, Figures> current = new LinkedHashMap<>();
        private String institution;

        private static final class Figures {
            private final Map<String, BigDecimal> values = new HashMap<>();
            private int version;
        }

        void take(String uscc, String period, String metric, BigDecimal value, int version) {
            if (!uscc.equals(institution)) {
                finish();
                institution = uscc;
            }
            Figures figures = current.computeIfAbsent(period, any -> new Figures());
            figures.values.put(codes.computeIfAbsent(metric, same -> same), value);
            figures.version = Math.max(figures.version, version);
        }

        private void finish() {
            if (institution != null) {
                List<OfPeriod> read = new ArrayList<>(current.size());
                current.forEach((period, figures) -> read.add(
                        new OfPeriod(periods.computeIfAbsent(period, Period::parse), figures.values, figures.version)));
                all.put(institution, read);
                current.clear();
            }
        }

        Map<String, List<OfPeriod>> byInstitution() {
            finish();
            return all;
        }
    }
}
