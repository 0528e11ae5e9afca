package org.finplan.indicators.targetsetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.finplan.platform.plan.Measure;
import org.junit.jupiter.api.Test;

class PartsBalanceTest {

    @Test
    void partsLeaveARestOrTakeUpTooMuch() {
        PartsBalance rest =
                PartsBalance.of(new BigDecimal("100"), List.of(new BigDecimal("60"), new BigDecimal("30.5")));
        assertThat(rest.residual()).isEqualByComparingTo("9.5");
        assertThat(rest.overAllocation()).isZero();

        PartsBalance over = PartsBalance.of(new BigDecimal("100"), List.of(new BigDecimal("60"), new BigDecimal("41")));
        assertThat(over.residual()).isZero();
        assertThat(over.overAllocation()).isEqualByComparingTo("1");
    }

    @Test
    void ratiosDoNotAddUp() {
        assertThat(PartsBalance.addsUp(Measure.RATIO)).isFalse();
        assertThat(PartsBalance.addsUp(Measure.STOCK)).isTrue();
        assertThat(PartsBalance.addsUp(Measure.COUNT)).isTrue();
    }

    @Property
    void whatIsAllocatedAndWhatIsLeftMakeTheWhole(
            @ForAll @BigRange(min = "0", max = "100000") @Scale(2) BigDecimal whole,
            @ForAll @Size(max = 12) List<@BigRange(min = "0", max = "100000") @Scale(2) BigDecimal> parts) {
        PartsBalance balance = PartsBalance.of(whole, parts);

        assertThat(balance.allocated().add(balance.residual()).subtract(balance.overAllocation()))
                .isEqualByComparingTo(whole);
        assertThat(balance.residual().multiply(balance.overAllocation())).isZero();
    }
}
