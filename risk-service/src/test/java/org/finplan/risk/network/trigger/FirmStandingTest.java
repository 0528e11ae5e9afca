package org.finplan.risk.network.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.finplan.risk.network.fact.ArrearsType;
import org.finplan.risk.rule.ChainThreshold;
import org.finplan.risk.rule.ChainThresholds;

/** A higher threshold never finds more. */
class FirmStandingTest {

    private static final int MOST = 12;

    private static int[] numbers(Random random) {
        return random.ints(ChainThreshold.values().length, 0, MOST + 1).toArray();
    }

    private static FirmStanding standing(int[] figures) {
        BigDecimal balance = BigDecimal.valueOf(figures[1]);
        return new FirmStanding(
                figures[0],
                balance,
                balance.min(BigDecimal.valueOf(figures[2])),
                figures[3],
                figures[4] + 1,
                figures[5] > MOST / 2 ? Set.of(ArrearsType.WAGES) : Set.of());
    }

    private static Map<ChainThreshold, BigDecimal> thresholds(int[] numbers) {
        Map<ChainThreshold, BigDecimal> named = new EnumMap<>(ChainThreshold.class);
        for (ChainThreshold threshold : ChainThreshold.values()) {
            named.put(threshold, BigDecimal.valueOf(numbers[named.size()] + 1));
        }
        return named;
    }

    @Property
    void whatAHigherThresholdFindsALowerOneFindsToo(@ForAll long seed, @ForAll ChainThreshold raised) {
        Random random = new Random(seed);
        FirmStanding firm = standing(numbers(random));
        Map<ChainThreshold, BigDecimal> lower = thresholds(numbers(random));
        Map<ChainThreshold, BigDecimal> higher = new EnumMap<>(lower);
        higher.merge(raised, BigDecimal.ONE, BigDecimal::add);
        ChainThresholds low = new ChainThresholds(lower);
        ChainThresholds high = new ChainThresholds(higher);
        if (firm.isDueForConsultation(high)) {
            assertThat(firm.isDueForConsultation(low)).isTrue();
        }
        if (firm.isInArrears(high)) {
            assertThat(firm.isInArrears(low)).isTrue();
        }
    }
}
