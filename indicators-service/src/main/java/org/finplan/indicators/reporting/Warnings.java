package org.finplan.indicators.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.finplan.indicators.computed.DeliveredCheck;
import org.finplan.indicators.contradiction.Contradictions;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.recording.Outcome;
import org.finplan.indicators.series.PeriodContradiction;
import org.finplan.indicators.series.Printed;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.time.BusinessTime;

/** Says what may be wrong with figures that are accepted all the same. */
@ApplicationScoped
class Warnings {

    private final DeliveredCheck formulas;
    private final Contradictions contradictions;
    private final Clock clock;

    Warnings(DeliveredCheck formulas, Contradictions contradictions, Clock clock) {
        this.formulas = formulas;
        this.contradictions = contradictions;
        this.clock = clock;
    }

    /**
     * Looks at the figures of a report, after they were stored if they are.
     *
     * @param places place in the report of each figure
     * @param figures the figures
     * @param outcomes what became of each
     * @return the warnings, in the order of the report for each sort
     */
    List<ProblemError> of(List<Integer> places, List<NewObservation> figures, List<Outcome> outcomes) {
        List<ProblemError> warnings = new ArrayList<>();
        LocalDate today = BusinessTime.today(clock);
        Map<ObservationKey, Integer> index = new HashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            Period period = figures.get(i).period();
            index.put(figures.get(i).key(), i);
            if (period.end().isAfter(today)) {
                warnings.add(notOver("/items/" + places.get(i) + "/period", period));
            }
        }
        List<Observation> versions = outcomes.stream()
                .map(Outcome::counting)
                .filter(Objects::nonNull)
                .toList();
        outcomes.stream()
                .filter(outcome -> outcome.effect() == Outcome.Effect.LATE)
                .map(outcome -> late("/items/" + places.get(outcome.index()) + "/releasedAt", outcome))
                .forEach(warnings::add);
        for (DeliveredCheck.Difference difference : formulas.differing(versions)) {
            int i = index.get(difference.key());
            warnings.add(
                    differs("/items/" + places.get(i) + "/value", figures.get(i).figure(), difference));
        }
        contradictions.touching(versions).stream()
                .collect(Collectors.groupingBy(found -> place(found, index), TreeMap::new, Collectors.toList()))
                .forEach((i, contradicting) -> contradicting.stream()
                        .map(found -> contradicts(
                                "/items/" + places.get(i) + "/value",
                                figures.get(i).figure(),
                                found))
                        .forEach(warnings::add));
        return warnings;
    }

    /** A contradiction is told once: at its whole where the report brings that, else at the first part that it brings. */
    private static int place(PeriodContradiction<Observation> found, Map<ObservationKey, Integer> index) {
        return found.origins()
                .map(figure -> index.get(figure.key()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static ProblemError notOver(String pointer, Period period) {
        return new ProblemError(
                pointer,
                period.text(),
                "period-not-over",
                new LocalizedText("该时期尚未结束", "The period is not over yet"),
                List.of());
    }

    private static ProblemError late(String pointer, Outcome outcome) {
        Observation counting = outcome.counting();
        String value = counting.figure().value().toPlainString() + " "
                + counting.figure().unit();
        return new ProblemError(
                pointer,
                outcome.version().releasedAt().toString(),
                "late-arrival",
                new LocalizedText(
                        "该值早于现行值发布，已记入历史；仍以 " + counting.releasedAt() + " 发布的 " + value + " 为准",
                        "Released before the value that counts, it joins the history; " + value + ", released at "
                                + counting.releasedAt() + ", still counts"),
                List.of());
    }

    private static ProblemError differs(String pointer, Figure figure, DeliveredCheck.Difference difference) {
        String computed = difference.computed().toPlainString() + " " + figure.unit();
        String apart = difference.difference().toPlainString();
        return new ProblemError(
                pointer,
                figure.deliveredValue().toPlainString(),
                "differs-from-formula",
                new LocalizedText(
                        "公式 " + difference.formula() + " 计算为 " + computed + "，相差 " + apart,
                        "The formula " + difference.formula() + " gives " + computed + "; the difference is " + apart),
                List.of());
    }

    private static ProblemError contradicts(
            String pointer, Figure figure, PeriodContradiction<Observation> contradiction) {
        Printed<Observation> whole = contradiction.whole();
        String unit = whole.origin().figure().unit();
        String value = whole.value().toPlainString() + " " + unit;
        String sum = contradiction.sum().toPlainString() + " " + unit;
        String apart = contradiction.difference().toPlainString();
        List<String> parts = contradiction.parts().stream().map(Warnings::part).toList();
        return new ProblemError(
                pointer,
                figure.deliveredValue().toPlainString(),
                "contradicts-parts",
                new LocalizedText(
                        whole.period() + " 为 " + value + "，其各部分（" + String.join("，", parts) + "）合计为 " + sum + "，相差 "
                                + apart + "，超出四舍五入所能解释的范围",
                        whole.period() + " is " + value + ", its parts (" + String.join(", ", parts) + ") add up to "
                                + sum + "; the difference of " + apart + " is more than rounding explains"),
                List.of());
    }

    private static String part(PeriodContradiction.Part<Observation> part) {
        String value = part(part.value());
        return part.less() == null ? value : value + " − " + part(part.less());
    }

    private static String part(Printed<Observation> value) {
        return value.period() + ": " + value.value().toPlainString();
    }
}
