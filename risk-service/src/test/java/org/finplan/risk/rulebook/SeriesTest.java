package org.finplan.risk.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.finplan.risk.rulebook.judgement.CumulativeSum;
import org.finplan.risk.rulebook.judgement.MovingAverage;
import org.finplan.risk.rulebook.judgement.Spread;
import org.finplan.risk.rulebook.judgement.Weights;
import org.junit.jupiter.api.Test;

/** The series of handbooks, reproduced, and laws that hold of any series. */
class SeriesTest {

    private static final int MANY = 500;

    private static List<BigDecimal> numbers(String text) {
        return Stream.of(text.trim().split("\\s+")).map(BigDecimal::new).toList();
    }

    /** NIST/SEMATECH handbook 6.3.2.4. */
    @Test
    void theMovingAverageOfTheHandbook() {
        MovingAverage average = new MovingAverage(
                BigDecimal.valueOf(50), new BigDecimal("2.0539"), new BigDecimal("0.3"), BigDecimal.valueOf(3));
        List<BigDecimal> averages = average.of(numbers(
                "52.0 47.0 53.0 49.3 50.1 47.0 51.0 50.1 51.2 50.5 49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1"));
        assertThat(averages.stream().map(value -> value.setScale(2, RoundingMode.HALF_UP)))
                .containsExactlyElementsOf(
                        numbers("50.60 49.52 50.56 50.18 50.16 49.21 49.75 49.85 50.26 50.33 50.11 49.36 49.52 50.05"
                                + " 49.38 49.92 50.73 51.23 51.94 51.99"));
        assertThat(average.distance(MANY).add(average.mean()).setScale(4, RoundingMode.HALF_UP))
                .isEqualTo("52.5884");
        assertThat(average.mean().subtract(average.distance(MANY)).setScale(4, RoundingMode.HALF_UP))
                .isEqualTo("47.4116");
        assertThat(average.distance(1)).isLessThan(average.distance(2)).isLessThan(average.distance(MANY));
    }

    /** Montgomery, example 16-6. */
    @Test
    void theCumulativeSumsOfTheTextbook() {
        List<CumulativeSum.Sums> sums = new CumulativeSum(BigDecimal.valueOf(99), BigDecimal.ONE)
                .of(numbers(
                        "102.0 94.8 98.3 98.4 102.0 98.5 99.0 97.7 100.0 98.1 101.3 98.7 101.1 98.4 97.0 96.7 100.3 101.4"
                                + " 97.2 101.0"));
        assertThat(sums.stream().map(CumulativeSum.Sums::high))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(numbers("2 0 0 0 2 .5 0 0 0 0 1.3 0 1.1 0 0 0 .3 1.7 0 1"));
        assertThat(sums.stream().map(CumulativeSum.Sums::low))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(numbers("0 3.2 2.9 2.5 0 0 0 .3 0 0 0 0 0 0 1 2.3 0 0 .8 0"));
    }

    @Test
    void theSpreadOfPeers() {
        Spread spread = Spread.of(numbers("1.2 1.4 1.1 1.3 1.2 5.0"));
        assertThat(spread.median()).isEqualByComparingTo("1.25");
        assertThat(spread.deviation()).isEqualByComparingTo("0.1");
        assertThat(spread.score(new BigDecimal("5.0")).setScale(4, RoundingMode.HALF_UP))
                .isEqualTo("25.2938");
    }

    @Test
    void wherePeersAreEqualTheMeanDeviationStandsInAndNobodyIsFarWhenAllAre() {
        Spread most = Spread.of(numbers("2 2 2 2 9"));
        assertThat(most.deviation()).isZero();
        assertThat(most.score(BigDecimal.valueOf(9))).isGreaterThan(new BigDecimal("3.5"));
        assertThat(Spread.of(numbers("2 2 2")).score(BigDecimal.valueOf(2))).isZero();
    }

    @Property(tries = 300)
    void cappedWeightsAreSharesWithinTheirBounds(
            @ForAll @Size(min = 3, max = 12) List<@BigRange(min = "0", max = "1000") @Scale(3) BigDecimal> weights) {
        List<BigDecimal> capped = Weights.capped(weights, new BigDecimal("0.05"), new BigDecimal("0.35"));
        BigDecimal sum = capped.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum.subtract(BigDecimal.ONE).abs()).isLessThan(new BigDecimal("0.000001"));
        assertThat(capped).allSatisfy(weight -> assertThat(weight)
                .isBetween(new BigDecimal("0.0499999"), new BigDecimal("0.3500001")));
    }

    @Property(tries = 300)
    void aScoreDoesNotDependOnTheUnitNorOnTheOrder(
            @ForAll @Size(min = 3, max = 15) List<@BigRange(min = "0", max = "1000") @Scale(2) BigDecimal> values) {
        Spread spread = Spread.of(values);
        BigDecimal hundred = BigDecimal.valueOf(100);
        Spread other = Spread.of(values.stream().sorted().map(hundred::multiply).toList());
        BigDecimal score = spread.score(values.get(0));
        assertThat(other.score(values.get(0).multiply(hundred)).subtract(score).abs())
                .isLessThanOrEqualTo(score.abs().multiply(new BigDecimal("1e-12")));
    }

    @Property(tries = 300)
    void cumulativeSumsAreNeverNegative(
            @ForAll @Size(min = 1, max = 30) List<@BigRange(min = "0", max = "200") @Scale(1) BigDecimal> values) {
        assertThat(new CumulativeSum(BigDecimal.valueOf(99), BigDecimal.ONE).of(values))
                .allSatisfy(sums -> {
                    assertThat(sums.high()).isNotNegative();
                    assertThat(sums.low()).isNotNegative();
                });
    }
}
