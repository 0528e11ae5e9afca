package org.finplan.indicators.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.finplan.indicators.reconciliation.Balance.State;
import org.finplan.indicators.series.Rounded;
import org.junit.jupiter.api.Test;

class BalanceTest {

    private static final List<String> WEST = List.of("west");

    @Test
    void roundingAloneIsNoDifference() {
        assertThat(sum("10.02", "5.00", "5.01").state()).isEqualTo(State.AGREES);
        assertThat(sum("10.02", "5.00", "5.01").tolerance()).isEqualByComparingTo("0.015");
        assertThat(sum("10.03", "5.00", "5.01").state()).isEqualTo(State.DIFFERS);
        assertThat(sum("10.03", "5.00", "5.01").difference()).isEqualByComparingTo("0.02");
    }

    @Test
    void aMissingDivisionMakesTheSumIncomplete() {
        List<Rounded> parts = List.of(printed("5"), printed("1"));
        Balance balance = Balance.ofSum(printed("10"), parts, WEST);

        assertThat(balance.state()).isEqualTo(State.INCOMPLETE);
        assertThat(balance.missing()).containsExactly("west");
        assertThat(balance.difference()).isEqualByComparingTo("4");
    }

    @Test
    void withoutWholeOrPartsThereIsNothingToCompare() {
        assertThat(Balance.ofSum(null, List.of(printed("1")), WEST).state()).isEqualTo(State.NO_DATA);
        assertThat(Balance.ofSum(printed("1"), List.of(), WEST).state()).isEqualTo(State.NO_DATA);
        assertThat(Balance.ofSum(printed("1"), List.of(), WEST).sum()).isNull();
    }

    @Test
    void aRatioIsHeldAgainstTheOneFromItsParts() {
        assertThat(Balance.ofRatio(printed("85.92"), new BigDecimal("85.9154"), List.of())
                        .state())
                .isEqualTo(State.AGREES);
        assertThat(Balance.ofRatio(printed("85.92"), new BigDecimal("85.9"), List.of())
                        .state())
                .isEqualTo(State.DIFFERS);
        assertThat(Balance.ofRatio(printed("85.92"), null, WEST))
                .isEqualTo(new Balance(State.INCOMPLETE, null, null, null, WEST));
        assertThat(Balance.ofRatio(null, null, WEST).state()).isEqualTo(State.NO_DATA);
        assertThat(Balance.ofRatio(printed("85.92"), null, List.of()).state()).isEqualTo(State.NO_DATA);
    }

    @Property
    void partsThatWereRoundedFromOneWholeAlwaysAgreeWithIt(
            @ForAll @BigRange(min = "0", max = "100000") @Scale(6) BigDecimal east,
            @ForAll @BigRange(min = "0", max = "100000") @Scale(6) BigDecimal west) {
        Rounded whole = toCents(east.add(west));
        List<Rounded> parts = List.of(toCents(east), toCents(west));

        assertThat(Balance.ofSum(whole, parts, List.of()).state()).isEqualTo(State.AGREES);
    }

    private static Balance sum(String whole, String east, String west) {
        return Balance.ofSum(printed(whole), List.of(printed(east), printed(west)), List.of());
    }

    private static Rounded toCents(BigDecimal value) {
        return Rounded.asPrinted(value.setScale(2, RoundingMode.HALF_UP));
    }

    private static Rounded printed(String value) {
        return Rounded.asPrinted(new BigDecimal(value));
    }
}
