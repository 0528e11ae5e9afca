package org.finplan.benchmarks.rules;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.period.Period;
import org.finplan.risk.rulebook.judgement.History;
import org.finplan.risk.rulebook.judgement.Reading;

/**
 * What invented institutions report: whole numbers, the same at every run. About one figure in four hundred is far too high, so
 * that some rules find something.
 */
final class SampleReports {

    static final String KIND = "microloan";
    static final String NAME = "性能测试样本机构（sample institution of a benchmark）";
    static final int PERIODS = 24;

    /** What the rules divide by. */
    static final List<String> UNDER = List.of("total-assets", "net-assets", "loan-balance");

    /** What they judge. */
    static final List<String> OVER = List.of(
            "total-liabilities",
            "opening-total-liabilities",
            "audited-net-assets",
            "normal-loan-balance",
            "special-mention-loan-balance",
            "substandard-loan-balance",
            "doubtful-loan-balance",
            "loss-loan-balance",
            "largest-single-borrower-loan-balance",
            "top-ten-borrower-loan-balance",
            "loans-disbursed",
            "account-loans-disbursed",
            "largest-group-loan-balance",
            "non-standard-financing-balance",
            "standard-financing-balance",
            "largest-online-consumer-loan-balance",
            "largest-online-business-loan-balance",
            "contract-principal",
            "prohibited-purpose-loan-balance",
            "out-of-area-loan-balance");

    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final int USUAL = 600;
    private static final int SPREAD = 150;
    private static final int ONE_IN = 400;

    private SampleReports() {}

    /** {@return all metrics that are reported, those under the line first} */
    static List<String> metrics() {
        List<String> all = new ArrayList<>(UNDER);
        all.addAll(OVER);
        return all;
    }

    static Period period(int number) {
        return Period.ofMonth(FIRST.plusMonths(number));
    }

    /** {@return a code of the form of a credit code, which the register takes by an exception} */
    static String institution(int number) {
        return "91441200SM%08d".formatted(number);
    }

    /** {@return the figure of a metric, by its number in {@link #metrics()}} */
    static int figure(int institution, int period, int metric) {
        long mixed = mix(institution * 1_000_003L + period * 10_007L + metric);
        if (metric < UNDER.size()) {
            return 10_000 + (int) Long.remainderUnsigned(mixed, 1_000);
        }
        int usual = USUAL - SPREAD + (int) Long.remainderUnsigned(mixed, 2L * SPREAD);
        return Long.remainderUnsigned(mixed >>> 20, ONE_IN) == 0 ? usual * 2 : usual;
    }

    /** SplitMix64 of Steele, Lea and Flood. */
    private static long mix(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static History history(int institution) {
        List<String> metrics = metrics();
        List<Reading> readings = new ArrayList<>();
        for (int period = 0; period < PERIODS; period++) {
            Map<String, BigDecimal> values = new HashMap<>();
            for (int metric = 0; metric < metrics.size(); metric++) {
                values.put(metrics.get(metric), BigDecimal.valueOf(figure(institution, period, metric)));
            }
            readings.add(new Reading(period(period), values));
        }
        return new History(institution(institution), KIND, "441202", readings);
    }
}
