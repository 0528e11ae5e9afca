package org.finplan.indicators.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.growth.GrowthComparison.State;
import org.finplan.indicators.series.Rounded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthComparisonTest {

    /** Published growth and levels of the plan: manufacturing loans, green credit, and a growth that is not theirs. */
    @ParameterizedTest
    @CsvSource({
        "32.9,205.16,154.37,AGREES,32.9015",
        "13.71,141.02,124.02,AGREES,13.7075",
        "13.75,141.02,124.02,DIFFERS,13.7075",
        "3,110,100,DIFFERS,10.0000",
        "3,,100,NOT_COMPARABLE,",
        "3,110,,NOT_COMPARABLE,",
        "3,110,0,NOT_COMPARABLE,",
        "3,110,-4,NOT_COMPARABLE,",
    })
    void roundingExplainsADifferenceOrItIsReported(
            BigDecimal published, BigDecimal now, BigDecimal before, State state, BigDecimal computed) {
        GrowthComparison comparison = compare(published, now, before);

        assertThat(comparison.state()).isEqualTo(state);
        assertThat(comparison.computed()).isEqualTo(computed);
        if (computed != null) {
            assertThat(comparison.difference()).isEqualByComparingTo(published.subtract(computed));
            assertThat(computed).isBetween(comparison.lowest(), comparison.highest());
        }
    }

    @Property
    void whatWasOnlyRoundedAgrees(
            @ForAll @BigRange(min = "10", max = "100000") @Scale(6) BigDecimal now,
            @ForAll @BigRange(min = "10", max = "100000") @Scale(6) BigDecimal before,
            @ForAll @IntRange(max = 3) int decimals) {
        BigDecimal growth =
                now.subtract(before).multiply(BigDecimal.valueOf(100)).divide(before, decimals, RoundingMode.HALF_UP);

        GrowthComparison comparison = compare(
                growth, now.setScale(decimals, RoundingMode.HALF_UP), before.setScale(decimals, RoundingMode.HALF_UP));

        assertThat(comparison.state()).isEqualTo(State.AGREES);
    }

    @Test
    void theDifferenceIsInPercentagePoints() {
        assertThat(compare(new BigDecimal("3"), new BigDecimal("110"), new BigDecimal("100"))
                        .difference())
                .isEqualByComparingTo("-7");
    }

    @Test
    void aLevelIsKnownToTheDigitsThatItWasDeliveredWith() {
        // 1.23 and 1.20 of ten thousand persons, kept as persons: between 2.1 and 2.9 percent.
        Rounded now = new Rounded(new BigDecimal("12300"), new BigDecimal("50"));
        Rounded before = new Rounded(new BigDecimal("12000"), new BigDecimal("50"));

        assertThat(GrowthComparison.of(Rounded.asPrinted(new BigDecimal("2.9")), now, before, Comparison.ALIKE)
                        .state())
                .isEqualTo(State.AGREES);
        assertThat(compare(new BigDecimal("2.9"), now.value(), before.value()).state())
                .isEqualTo(State.DIFFERS);
    }

    private static GrowthComparison compare(BigDecimal published, BigDecimal now, BigDecimal before) {
        return GrowthComparison.of(
                Rounded.asPrinted(published),
                now == null ? null : Rounded.asPrinted(now),
                before == null ? null : Rounded.asPrinted(before),
                Comparison.ALIKE);
    }
}
