package org.finplan.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.alert.Course.Before;
import org.finplan.risk.alert.Course.Development;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CourseTest {

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
        return TABLE.lines().map(line -> line.trim().split("\\s+")).map(CourseTest::row);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void R01_R02_anAlertFollowsItsRuleAsTheTableSays(Before before, Verdict verdict, String expected) {
        assertThat(said(Course.follow(before, verdict))).isEqualTo(expected);
    }

    @Property
    void R02_oneOpenAlertIsEnough(
            @ForAll AlertState state, @ForAll Level level, @ForAll Level now, @ForAll boolean causeGone) {
        Development development = Course.follow(new Before(state, level, causeGone), new Verdict.Breached(now, WHY));
        assertThat(development).isNotInstanceOfAny(Development.Raise.class, Development.Resolve.class);
        if (development instanceof Development.RaiseLevel raised) {
            assertThat(raised.to().isAbove(raised.from())).isTrue();
        }
    }

    private static Arguments row(String[] words) {
        if (words[0].equals("none")) {
            return Arguments.of(null, verdict(words[1]), words[2]);
        }
        Before before = new Before(AlertState.valueOf(words[0]), Level.valueOf(words[1]), words[2].equals("gone"));
        return Arguments.of(before, verdict(words[3]), words[4]);
    }

    private static Verdict verdict(String word) {
        return switch (word) {
            case "clear" -> new Verdict.Clear(WHY);
            case "left" -> null;
            default -> new Verdict.Breached(Level.valueOf(word), WHY);
        };
    }

    private static String said(Development development) {
        if (development instanceof Development.Raise raise) {
            return "Raise(" + raise.level() + ")";
        }
        if (development instanceof Development.RaiseLevel raise) {
            return "RaiseLevel(" + raise.from() + "," + raise.to() + ")";
        }
        if (development instanceof Development.Relapse relapse) {
            return "Relapse(" + relapse.level() + ")";
        }
        return development.getClass().getSimpleName();
    }
}
