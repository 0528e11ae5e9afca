package org.finplan.risk.alert.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictEffectTest {

    private static final LocalizedText WHY = new LocalizedText("样例", "sample");

    /** State, level and cause before; verdict; what becomes of the alert. Written down by hand. */
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
            """;

    static Stream<Arguments> rows() {
        return TABLE.lines().map(line -> line.trim().split("\\s+")).map(VerdictEffectTest::row);
    }

    @ParameterizedTest
    @Tag("R01")
    @Tag("R02")
    @MethodSource("rows")
    void anAlertFollowsItsRuleAsTheTableSays(AlertSituation before, Verdict verdict, String expected) {
        assertThat(said(VerdictEffect.of(before, verdict))).isEqualTo(expected);
    }

    @Property
    @net.jqwik.api.Tag("R02")
    void oneOpenAlertIsEnough(
            @ForAll AlertState state, @ForAll Level level, @ForAll Level now, @ForAll boolean causeGone) {
        VerdictEffect effect =
                VerdictEffect.of(new AlertSituation(state, level, false, causeGone), new Verdict.Breached(now, WHY));
        assertThat(effect).isNotInstanceOfAny(VerdictEffect.Raise.class, VerdictEffect.Resolve.class);
        if (effect instanceof VerdictEffect.RaiseLevel raised) {
            assertThat(raised.to().isAbove(raised.from())).isTrue();
        }
    }

    private static Arguments row(String[] words) {
        if (words[0].equals("none")) {
            return Arguments.of(null, verdict(words[1]), words[2]);
        }
        AlertSituation before = new AlertSituation(
                AlertState.valueOf(words[0]), Level.valueOf(words[1]), false, words[2].equals("gone"));
        return Arguments.of(before, verdict(words[3]), words[4]);
    }

    private static Verdict verdict(String word) {
        return switch (word) {
            case "clear" -> new Verdict.Clear(WHY);
            case "left" -> null;
            default -> new Verdict.Breached(Level.valueOf(word), WHY);
        };
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
