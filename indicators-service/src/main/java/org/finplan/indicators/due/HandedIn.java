package org.finplan.indicators.due;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.indicators.planlife.WaitingFigures;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.plan.PlanRegister;

/**
 * Figures that were handed in under a release and wait for its time. They are missing for whoever reads, and their authors are not
 * asked for them again.
 */
@ApplicationScoped
class HandedIn {

    private final WaitingFigures waiting;
    private final SeriesRules rules;
    private final PlanRegister register;

    HandedIn(WaitingFigures waiting, SeriesRules rules, PlanRegister register) {
        this.waiting = waiting;
        this.rules = rules;
        this.register = register;
    }

    /** What a figure that waits is about; a state at a day has no first day. */
    private record Waits(String series, String region, LocalDate from, LocalDate until) {}

    /** {@return the figures that nobody has handed in, in the order given} */
    List<DueFigure> without(List<DueFigure> late) {
        if (late.isEmpty()) {
            return late;
        }
        Set<String> series =
                late.stream().map(figure -> figure.key().indicator()).collect(Collectors.toSet());
        Set<Waits> waits = waiting.waiting(series).stream()
                .filter(figure -> rules.usualKind(figure.series()).code().equals(figure.kind()))
                .map(figure -> about(figure.series(), figure.region(), figure.from(), figure.until()))
                .collect(Collectors.toSet());
        return late.stream().filter(figure -> !isIn(waits, figure.key())).toList();
    }

    private boolean isIn(Set<Waits> waits, DueFigure.Key key) {
        return register.regions().lineage(key.region()).stream()
                .map(region -> about(
                        key.indicator(),
                        region,
                        key.period().start(),
                        key.period().end()))
                .anyMatch(waits::contains);
    }

    private Waits about(String series, String region, LocalDate from, LocalDate until) {
        boolean state = register.series().isState(register.series().find(series).orElseThrow());
        return new Waits(series, region, state ? until : from, until);
    }
}
