package org.finplan.risk.alert.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.WarningPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Written by hand: b blue, y yellow, o orange, r red; c clear, h between, m missing. */
class WarningTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, '',       INACTIVE, ",
        "1, 1, m,        INACTIVE, ",
        "1, 1, y,        FIRING,   YELLOW",
        "1, 1, yc,       RESOLVED, ",
        "1, 1, ycm,      RESOLVED, ",
        "2, 1, y,        PENDING,  YELLOW",
        "2, 1, yy,       FIRING,   YELLOW",
        "2, 1, ymo,      FIRING,   ORANGE",
        "2, 1, ycy,      PENDING,  YELLOW",
        "2, 1, yhy,      PENDING,  YELLOW",
        "3, 1, yyc,      INACTIVE, ",
        "1, 2, oc,       HELD,     ORANGE",
        "1, 2, occ,      RESOLVED, ",
        "1, 2, ocmc,     RESOLVED, ",
        "1, 2, ommm,     FIRING,   ORANGE",
        "1, 2, ochc,     HELD,     ORANGE",
        "1, 2, ocyc,     HELD,     YELLOW",
        "1, 2, oh,       HELD,     ORANGE",
        "2, 2, rrhhhhhh, HELD,     RED",
        "2, 2, rrccrr,   FIRING,   RED",
        "2, 2, rrccr,    PENDING,  RED"
    })
    void aWarningIsWhatItsPeriodsSay(int pending, int hold, String periods, WarningPhase phase, Level level) {
        Warning warning = Warning.after(new WarningPolicy(pending, hold, null), signals(periods));
        assertThat(warning.phase()).isEqualTo(phase);
        assertThat(warning.level()).isEqualTo(level);
    }

    /** A report that comes late or is changed stands at its period, so the order in which reports came does not matter. */
    @Property(tries = 200)
    void theOrderInWhichReportsComeDoesNotMatter(
            @ForAll @Size(max = 24) List<@IntRange(max = 5) Integer> periods,
            @ForAll @IntRange(min = 1, max = 3) int pending,
            @ForAll @IntRange(min = 1, max = 3) int hold,
            @ForAll long seed) {
        WarningPolicy policy = new WarningPolicy(pending, hold, null);
        List<Integer> order = new ArrayList<>();
        for (int period = 0; period < periods.size(); period++) {
            order.add(period);
            order.add(period);
        }
        Collections.shuffle(order, new Random(seed));
        TreeMap<Integer, WarningSignal> known = new TreeMap<>();
        for (int i = 0; i < order.size(); i++) {
            int period = order.get(i);
            boolean revision = known.containsKey(period);
            known.put(period, signal("yochmr".charAt(revision ? periods.get(period) : i % 6)));
        }
        List<WarningSignal> timely =
                periods.stream().map("yochmr"::charAt).map(WarningTest::signal).toList();
        assertThat(Warning.after(policy, List.copyOf(known.values()))).isEqualTo(Warning.after(policy, timely));
    }

    @Property(tries = 200)
    void missingFiguresChangeNothing(@ForAll @Size(max = 24) List<@IntRange(max = 5) Integer> periods) {
        WarningPolicy policy = new WarningPolicy(2, 2, null);
        List<WarningSignal> all =
                periods.stream().map("yochmr"::charAt).map(WarningTest::signal).toList();
        List<WarningSignal> there = all.stream()
                .filter(signal -> !(signal instanceof WarningSignal.Missing))
                .toList();
        assertThat(Warning.after(policy, all)).isEqualTo(Warning.after(policy, there));
    }

    /** Raised above a limit of 10, cleared below 97 % of it; and a floor of 60 with the same share. */
    @ParameterizedTest
    @CsvSource({
        "10.0, 10, false", "9.71, 10, false", "9.70, 10, false", "9.699, 10, true", "0.1, 10, true",
        "60.0, 60, false", "61.85, 60, false", "61.86, 60, true", "0, 10, true", "-3, 10, true"
    })
    void aFigureClearsWhenItIsFarEnoughWithinItsLimit(BigDecimal actual, BigDecimal limit, boolean clears) {
        WarningPolicy policy = new WarningPolicy(1, 2, new BigDecimal("0.97"));
        assertThat(policy.clears(actual, limit)).isEqualTo(clears);
        assertThat(WarningPolicy.IMMEDIATE.clears(actual, limit)).isTrue();
    }

    @Test
    void aPolicyCountsAtLeastOnePeriod() {
        assertThatThrownBy(() -> new WarningPolicy(0, 1, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WarningPolicy(1, 0, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WarningPolicy(1, 1, new BigDecimal("1.01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<WarningSignal> signals(String periods) {
        return periods.chars().mapToObj(letter -> signal((char) letter)).toList();
    }

    private static WarningSignal signal(char letter) {
        return switch (letter) {
            case 'b' -> new WarningSignal.On(Level.BLUE);
            case 'y' -> new WarningSignal.On(Level.YELLOW);
            case 'o' -> new WarningSignal.On(Level.ORANGE);
            case 'r' -> new WarningSignal.On(Level.RED);
            case 'h' -> new WarningSignal.Between();
            case 'm' -> new WarningSignal.Missing();
            default -> new WarningSignal.Clear();
        };
    }
}
