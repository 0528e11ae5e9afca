package org.finplan.risk.report.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.finplan.risk.report.schema.MetricSchema;
import org.finplan.risk.report.schema.SampleSchemas;
import org.junit.jupiter.api.Test;

class IdentityCheckTest {

    private static final MetricSchema MICROLOAN = SampleSchemas.of("microloan");

    @Test
    void assetsAreLiabilitiesAndEquityToTheLastDigit() {
        Map<String, BigDecimal> figures =
                figures("total-assets", "100.01", "total-liabilities", "60", "net-assets", "40.01");
        assertThat(check(figures, Map.of())).isEmpty();
        figures.put("net-assets", new BigDecimal("40.02"));
        assertThat(IdentityCheck.of(MICROLOAN, figures, Map.of()))
                .containsExactly(
                        new Contradiction("balance", new BigDecimal("100.01"), new BigDecimal("100.02"), "CNY"));
    }

    @Test
    void whatIsAbsentIsNotZero() {
        assertThat(check(figures("total-assets", "100", "net-assets", "40"), Map.of()))
                .isEmpty();
    }

    @Test
    void theOpeningIsTheClosingOfThePeriodBefore() {
        Map<String, BigDecimal> figures = figures("opening-net-assets", "40");
        assertThat(check(figures, figures("net-assets", "40.00"))).isEmpty();
        assertThat(check(figures, figures("net-assets", "41"))).containsExactly("opening-net-assets");
        assertThat(check(figures, Map.of())).isEmpty();
    }

    @Test
    void partsMakeUpTheirTotalAndTheLargestAreNoLessThanOne() {
        Map<String, BigDecimal> figures = figures("loan-balance", "100", "normal-loan-balance", "90");
        for (String each : List.of("special-mention", "substandard", "doubtful", "loss")) {
            figures.put(each + "-loan-balance", new BigDecimal("2.5"));
        }
        assertThat(check(figures, Map.of())).isEmpty();
        figures.put("loss-loan-balance", BigDecimal.ZERO);
        figures.put("top-ten-borrower-loan-balance", new BigDecimal(9));
        figures.put("largest-single-borrower-loan-balance", BigDecimal.TEN);
        assertThat(check(figures, Map.of())).containsExactly("loan-classes", "top-ten-borrowers");
    }

    /** Within five percent of the audit, that exactly included. */
    @Property(tries = 200)
    void aToleranceIncludesItsLimit(@ForAll @IntRange(min = 1, max = 1_000_000) int audited) {
        BigDecimal limit = new BigDecimal(audited).multiply(new BigDecimal("1.05"));
        Map<String, BigDecimal> figures = figures("audited-total-assets", Integer.toString(audited));
        figures.put("total-assets", limit);
        assertThat(check(figures, Map.of())).isEmpty();
        figures.put("total-assets", limit.add(new BigDecimal("0.000001")));
        assertThat(check(figures, Map.of())).containsExactly("audited-total-assets");
    }

    private static List<String> check(Map<String, BigDecimal> figures, Map<String, BigDecimal> before) {
        return IdentityCheck.of(MICROLOAN, figures, before).stream()
                .map(Contradiction::identity)
                .toList();
    }

    private static Map<String, BigDecimal> figures(String... pairs) {
        Map<String, BigDecimal> figures = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            figures.put(pairs[i], new BigDecimal(pairs[i + 1]));
        }
        return figures;
    }
}
