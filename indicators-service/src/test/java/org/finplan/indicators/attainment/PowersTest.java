package org.finplan.indicators.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class PowersTest {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal LAST_DIGITS = new BigDecimal("1E-32");

    @Property
    void toTheHalfIsTheSquareRootToAllDigits(
            @ForAll @BigRange(min = "0.000001", max = "1000000000000") @Scale(6) BigDecimal base) {
        assertThat(Powers.power(base, HALF)).isEqualByComparingTo(base.sqrt(MathContext.DECIMAL128));
    }

    @Property
    void anExponentBelowZeroGivesTheReciprocal(
            @ForAll @BigRange(min = "0.001", max = "1000") @Scale(4) BigDecimal base,
            @ForAll @BigRange(min = "0.01", max = "30") @Scale(3) BigDecimal exponent) {
        BigDecimal product = Powers.power(base, exponent).multiply(Powers.power(base, exponent.negate()));

        assertThat(product.subtract(BigDecimal.ONE).abs()).isLessThan(LAST_DIGITS);
    }

    @Property
    void aRootRaisedAgainIsTheNumber(
            @ForAll @BigRange(min = "0.000001", max = "1000000000000") @Scale(6) BigDecimal base,
            @ForAll @IntRange(min = 2, max = 30) int years) {
        BigDecimal root = Powers.power(base, BigDecimal.ONE.divide(BigDecimal.valueOf(years), MathContext.DECIMAL128));
        BigDecimal again = Powers.power(root, BigDecimal.valueOf(years));

        assertThat(again.divide(base, MathContext.DECIMAL128)
                        .subtract(BigDecimal.ONE)
                        .abs())
                .isLessThan(LAST_DIGITS.multiply(BigDecimal.valueOf(years)));
    }

    @Test
    void knownValues() {
        // computed by Python's decimal module to 45 digits
        assertThat(Powers.power(BigDecimal.valueOf(2), new BigDecimal("0.2")))
                .isEqualByComparingTo("1.148698354997035006798626946777928");
        assertThat(Powers.power(BigDecimal.TEN, new BigDecimal("-40.5")))
                .isEqualByComparingTo("3.162277660168379331998893544432719E-41");
    }

    @Test
    void onlyPositiveNumbersHaveAllPowers() {
        assertThatThrownBy(() -> Powers.power(BigDecimal.ZERO, HALF)).isInstanceOf(ArithmeticException.class);
    }
}
