package org.finplan.risk.alert.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.finplan.risk.rule.Level;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictEffectTest {

    /** State, level and cause before; warning (its level when it fires); what becomes of the alert. Written down by hand. */
    private static final String TABLE = """
            none                        YELLOW Raise(YELLOW)
            none                        clear  None
            none                        left   None
            RAISED       YELLOW present YELLOW Continue
            RAISED       YELLOW present ORANGE RaiseLevel(YELLOW,ORANGE)
            RAISED       ORANGE present YELLOW Continue
            RAISED       ORANGE present clear  Resolve
            RAISED       ORANGE present left   Resolve
            ACKNOWLEDGED YELLOW present ORANGE RaiseLevel(YELLOW,ORANGE)
            ACKNOWLEDGED YELLOW present clear  CauseGone
            ACKNOWLEDGED YELLOW gone    clear  Continue
            ACKNOWLEDGED YELLOW gone    YELLOW CauseBack
            ACKNOWLEDGED YELLOW gone    ORANGE RaiseLevel(YELLOW,ORANGE)
            DISPOSING    ORANGE present ORANGE Continue
            DISPOSING    ORANGE present clear  CauseGone
            DISPOSING    ORANGE present left   CauseGone
            DISPOSING    ORANGE gone    YELLOW CauseBack
            MONITORING   ORANGE present YELLOW Relapse(YELLOW)
            MONITORING   YELLOW gone    ORANGE Relapse(ORANGE)
            MONITORING   YELLOW present clear  CauseGone
            CLOSED       ORANGE gone    YELLOW Relapse(YELLOW)
            CLOSED       ORANGE present ORANGE Relapse(ORANGE)
            CLOSED       ORANGE gone    clear  None
            CLOSED       ORANGE gone    left   None
            none                        held   Raise(ORANGE)
            RAISED       YELLOW present held   Continue
            ACKNOWLEDGED ORANGE present held   Continue
            ACKNOWLEDGED ORANGE gone    held   CauseBack
            MONITORING   ORANGE present held   Continue
            MONITORING   ORANGE gone    held   Relapse(ORANGE)
            CLOSED       ORANGE present held   None
            CLOSED       ORANGE gone    held   Relapse(ORANGE)
            RAISED       ORANGE present pend   Resolve
            DISPOSING    ORANGE present pend   CauseGone
            DISPOSING    ORANGE gone    pend   Continue
            none                        pend   None
            CLOSED       ORANGE gone    pend   None
            """;

    static Stream<Arguments> rows() {
        return TABLE.lines().map(line -> line.trim().split("\\s+")).map(VerdictEffectTest::row);
    }

    @ParameterizedTest
    @Tag("R01")
    @Tag("R02")
    @MethodSource("rows")
    void anAlertFollowsItsRuleAsTheTableSays(AlertSituation before, Warning warning, String expected) {
        assertThat(said(VerdictEffect.of(before, warning))).isEqualTo(expected);
    }

    @Property
    @net.jqwik.api.Tag("R02")
    void oneOpenAlertIsEnough(
            @ForAll AlertState state, @ForAll Level level, @ForAll Level now, @ForAll boolean causeGone) {
        VerdictEffect effect = VerdictEffect.of(new AlertSituation(state, level, false, causeGone), firing(now));
        assertThat(effect).isNotInstanceOfAny(VerdictEffect.Raise.class, VerdictEffect.Resolve.class);
        if (effect instanceof VerdictEffect.RaiseLevel raised) {
            assertThat(raised.to().isAbove(raised.from())).isTrue();
        }
    }

    private static Arguments row(String[] words) {
        if (words[0].equals("none")) {
            return Arguments.of(null, warning(words[1]), words[2]);
        }
        AlertSituation before = new AlertSituation(
                AlertState.valueOf(words[0]), Level.valueOf(words[1]), false, words[2].equals("gone"));
        return Arguments.of(before, warning(words[3]), words[4]);
    }

    private static Warning warning(String word) {
        return switch (word) {
            case "clear" -> new Warning(WarningPhase.RESOLVED, null, 0);
            case "left" -> Warning.INACTIVE;
            case "held" -> new Warning(WarningPhase.HELD, Level.ORANGE, 1);
            case "pend" -> new Warning(WarningPhase.PENDING, Level.RED, 1);
            default -> firing(Level.valueOf(word));
        };
    }

    private static Warning firing(Level level) {
        return new Warning(WarningPhase.FIRING, level, 0);
    }

    private static String said(VerdictEffect effect) {
        if (effect instanceof VerdictEffect.Raise raise) {
            return "Raise(" + raise.level() + ")";
        }
        if (effect instanceof VerdictEffect.RaiseLevel raise) {
            return "RaiseLevel(" + raise.from() + "," + raise.to() + ")";
        }
        if (effect instanceof VerdictEffect.Relapse relapse) {
            return "Relapse(" + relapse.level() + ")";
        }
        return effect.getClass().getSimpleName();
    }
}
