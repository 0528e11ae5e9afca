package org.finplan.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.alert.evidence.Evidence;
import org.finplan.risk.alert.lifecycle.AlertAction;
import org.finplan.risk.alert.lifecycle.AlertState;
import org.finplan.risk.alert.lifecycle.LifeCycle;
import org.finplan.risk.alert.lifecycle.Transition;
import org.finplan.risk.alert.lifecycle.VerdictEffect;
import org.finplan.risk.alert.lifecycle.Warning;
import org.finplan.risk.alert.lifecycle.WarningSignal;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rule.WarningPolicy;

/**
 * The alert against {@link PlainAlert}: reports that come in time, late or changed, moves of people, missed deadlines, lapsed
 * acknowledgements and restarts, in any order.
 */
class AlertModelTest {

    private static final List<String> REPORTS = List.of("1", "2", "3", "4", "clear", "clear", "between", "missing");

    @Property(tries = 300)
    void anAlertIsWhatThePlainModelSays(@ForAll("lives") ActionChain<Life> life) {
        life.withInvariant("as the model says", Life::isAsTheModelSays).run();
    }

    @Provide
    Arbitrary<ActionChain<Life>> lives() {
        return Arbitraries.of(1, 2, 3).flatMap(pending -> Arbitraries.of(1, 2).flatMap(hold -> ActionChain.startWith(
                        () -> new Life(pending, hold))
                .withAction(4, (Action.Independent<Life>)
                        () -> Combinators.combine(Arbitraries.integers().between(1, 8), Arbitraries.of(REPORTS))
                                .as((period, report) -> Transformer.mutate(
                                        report + " for " + period, life -> life.report(period, report))))
                .withAction(3, (Action.Independent<Life>) () -> Arbitraries.of(AlertAction.values())
                        .map(action -> Transformer.mutate(action.code(), life -> life.move(action))))
                .withAction(Action.<Life>when(life -> life.alert != null && life.alert.state != AlertState.CLOSED)
                        .describeAs("deadline missed")
                        .justMutate(Life::overdue))
                .withAction(Action.<Life>when(life -> life.is(AlertState.ACKNOWLEDGED))
                        .describeAs("acknowledgement lapsed")
                        .justMutate(Life::lapse))
                .withAction(Action.just("restart", Transformer.mutate("restart", Life::restart)))
                .withMaxTransformations(60)));
    }

    /** One subject: what the database keeps of it, and the model beside it. */
    static final class Life {

        private static final Subject SUBJECT =
                new Subject.PlanIndicator("sample-rule", "sample-plan", "sample-indicator", "sample-region");

        private final WarningPolicy policy;
        private final PlainAlert model;
        private final TreeMap<Integer, WarningSignal> signals = new TreeMap<>();
        private final TreeMap<Integer, Evidence> evidence = new TreeMap<>();
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");
        private int versions;
        private Alert alert;

        Life(int pending, int hold) {
            policy = new WarningPolicy(pending, hold, null);
            model = new PlainAlert(pending, hold);
        }

        void report(int period, String report) {
            versions++;
            signals.put(period, signal(report));
            evidence.put(period, evidence(period, versions));
            follow();
            model.report(period, report, versions);
        }

        /** As {@code AlertRaisingService} does it: only findings that say something are read. */
        private VerdictEffect follow() {
            now = now.plusSeconds(60);
            List<Integer> judged = signals.keySet().stream()
                    .filter(period -> !(signals.get(period) instanceof WarningSignal.Missing))
                    .toList();
            Warning warning =
                    Warning.after(policy, judged.stream().map(signals::get).toList());
            Evidence newest = judged.isEmpty() ? null : evidence.get(judged.get(judged.size() - 1));
            if (alert != null) {
                return alert.follow(warning, newest, now);
            }
            VerdictEffect effect = VerdictEffect.of(null, warning);
            if (effect instanceof VerdictEffect.Raise raise) {
                alert = new Alert(new UUID(0, 1), 1, SUBJECT, new LocalizedText("样例", "sample"));
                alert.raise(raise.level(), now);
                alert.warning = warning.phase().code();
                alert.evidence = newest;
            }
            return effect;
        }

        void move(AlertAction action) {
            boolean moved = false;
            if (alert != null) {
                boolean brings = action == AlertAction.RECORD_FEEDBACK;
                moved = LifeCycle.move(brings ? alert.situation().withFeedback() : alert.situation(), action)
                        instanceof Transition.Moved;
                if (moved) {
                    make(action);
                }
            }
            assertThat(moved).as(action.code()).isEqualTo(model.move(action.code()));
        }

        private void make(AlertAction action) {
            switch (action) {
                case ACKNOWLEDGE -> alert.acknowledge("sample", now, now.plusSeconds(600));
                case ORDER_DISPOSAL -> alert.orderDisposal("sample", "sample", LocalDate.of(2026, 2, 1), "sample", now);
                case RECORD_FEEDBACK -> alert.recordFeedback("sample", "sample", now);
                case START_MONITORING -> alert.startMonitoring(LocalDate.of(2026, 2, 1), "sample", now);
                case CLOSE -> alert.close("handled", "sample", now);
            }
        }

        void overdue() {
            alert.overdue(alert.level.next(), now);
            model.overdue();
        }

        void lapse() {
            alert.lapse(now);
            model.lapse();
        }

        boolean is(AlertState state) {
            return alert != null && alert.state == state;
        }

        /** A program that starts again reads the same findings and tells nothing. */
        void restart() {
            assertThat(follow()).isInstanceOf(VerdictEffect.None.class);
        }

        void isAsTheModelSays() {
            if (alert == null) {
                assertThat(model.state).isEqualTo("none");
                return;
            }
            assertThat(alert.state.code()).isEqualTo(model.state);
            assertThat(alert.level).isEqualTo(Level.ofRank(model.level));
            assertThat(alert.round).isEqualTo(model.round);
            assertThat(alert.causeGone).isEqualTo(model.causeGone);
        }

        private static WarningSignal signal(String report) {
            return switch (report) {
                case "clear" -> new WarningSignal.Clear();
                case "between" -> new WarningSignal.Between();
                case "missing" -> new WarningSignal.Missing();
                default -> new WarningSignal.On(Level.ofRank(Integer.parseInt(report)));
            };
        }

        private static Evidence evidence(int period, int version) {
            UUID event = UUID.nameUUIDFromBytes((period + "/" + version).getBytes(StandardCharsets.UTF_8));
            return new Evidence(
                    event,
                    "sample",
                    "样例",
                    "sample",
                    "2026-0" + period,
                    event,
                    version,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }
}
