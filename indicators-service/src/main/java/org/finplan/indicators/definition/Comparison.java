package org.finplan.indicators.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.finplan.platform.plan.definition.DefinitionBreak;
import org.finplan.platform.plan.definition.SeriesTimeline;

/**
 * What lies between figures that are held against each other.
 *
 * @param comparability how far they can be compared
 * @param breaks the breaks between the earliest and the latest of their definitions
 */
public record Comparison(Comparability comparability, List<DefinitionBreak> breaks) {

    /** Of figures by one definition. */
    public static final Comparison ALIKE = new Comparison(Comparability.COMPARABLE, List.of());

    /** Copies the breaks. */
    public Comparison {
        breaks = List.copyOf(breaks);
    }

    /**
     * Compares.
     *
     * @param figures the definitions of figures of one series
     * @return what lies between them; of a single figure nothing, unless it is a mixture or unconfirmed itself
     */
    public static Comparison of(Collection<Basis> figures) {
        if (figures.isEmpty()) {
            return ALIKE;
        }
        SeriesTimeline timeline = figures.iterator().next().timeline();
        int first = figures.stream().mapToInt(Basis::first).min().orElseThrow();
        int last = figures.stream().mapToInt(Basis::last).max().orElseThrow();
        List<DefinitionBreak> crossed = new ArrayList<>();
        Comparability worst =
                figures.stream().allMatch(Basis::isClear) ? Comparability.COMPARABLE : Comparability.UNCONFIRMED;
        for (int i = first; i < last; i++) {
            DefinitionBreak one = timeline.breaks().get(i);
            crossed.add(one);
            worst = worst.worse(
                    switch (one.comparable()) {
                        case YES -> Comparability.COMPARABLE;
                        case LINKED -> Comparability.LINKED;
                        case UNCONFIRMED -> Comparability.UNCONFIRMED;
                        case NO -> Comparability.NOT_COMPARABLE;
                    });
        }
        return new Comparison(worst, crossed);
    }

    /**
     * Takes what lies between further figures into account.
     *
     * @param other what lies between them
     * @return all breaks of both, and as far as the less comparable of them
     */
    public Comparison and(Comparison other) {
        Set<DefinitionBreak> all = new LinkedHashSet<>(breaks);
        all.addAll(other.breaks);
        return new Comparison(comparability.worse(other.comparability), List.copyOf(all));
    }

    /** Of a figure that a formula gives: a link of an input is none of the result. */
    Comparison ofResults() {
        return comparability == Comparability.LINKED ? new Comparison(Comparability.UNCONFIRMED, breaks) : this;
    }

    /** {@return whether the figures may be held against each other at all} */
    public boolean isPossible() {
        return comparability != Comparability.NOT_COMPARABLE;
    }

    /** {@return whether figures have to be brought to one definition before} */
    public boolean isLinked() {
        return comparability == Comparability.LINKED;
    }
}
