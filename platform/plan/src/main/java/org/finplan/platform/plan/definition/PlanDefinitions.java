package org.finplan.platform.plan.definition;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.finplan.platform.period.Period;

/**
 * What plan packages say of definitions: of one package, or of several together.
 *
 * @param definitions definitions of series
 * @param breaks breaks between them
 * @param figures figures that are not by the definition in force at the end of their period
 * @param targets targets that are not by the definition in force when the plan was issued
 */
public record PlanDefinitions(
        List<StatisticalDefinition> definitions,
        List<DefinitionBreak> breaks,
        List<OfFigure> figures,
        List<OfTarget> targets) {

    /** Nothing is said. */
    public static final PlanDefinitions NONE = new PlanDefinitions(List.of(), List.of(), List.of(), List.of());

    /**
     * By which definition figures of the package are.
     *
     * @param series series code
     * @param region region code, null for every region
     * @param period their period; periods that end together are one
     * @param definition code of the definition, {@value StatisticalDefinition#MIXED} or
     *     {@value StatisticalDefinition#UNCONFIRMED}
     */
    public record OfFigure(String series, @Nullable String region, Period period, String definition) {

        private boolean isAbout(String code, String place, LocalDate end) {
            return series.equals(code)
                    && (region == null || region.equals(place))
                    && period.end().equals(end);
        }
    }

    /**
     * By which definition the targets of an indicator were set.
     *
     * @param series series code
     * @param definition code of the definition
     */
    public record OfTarget(String series, String definition) {}

    /**
     * What is said of a figure.
     *
     * @param series series code
     * @param region region code
     * @param end last day that the figure is about
     * @return by which definition it is, null when nothing is said
     */
    public @Nullable String ofFigure(String series, String region, LocalDate end) {
        return figures.stream()
                .filter(row -> row.isAbout(series, region, end))
                .map(OfFigure::definition)
                .findFirst()
                .orElse(null);
    }

    /**
     * What is said of the targets of an indicator.
     *
     * @param series series code
     * @return by which definition they were set, null when nothing is said
     */
    public @Nullable String ofTarget(String series) {
        return targets.stream()
                .filter(row -> row.series().equals(series))
                .map(OfTarget::definition)
                .findFirst()
                .orElse(null);
    }

    /**
     * The definitions of a series.
     *
     * @param series series code
     * @return them in their order, with the breaks between them
     */
    public SeriesTimeline of(String series) {
        List<StatisticalDefinition> own =
                definitions.stream().filter(row -> row.series().equals(series)).toList();
        return own.isEmpty() ? SeriesTimeline.NONE : new SeriesTimeline(own, breaks);
    }

    /**
     * Whether another version of a package says the same of a series.
     *
     * @param series series code
     * @param other what the other version says
     * @return whether figures, targets and breaks of the series are as they were
     */
    public boolean saysSameOf(String series, PlanDefinitions other) {
        return of(series).definitions().equals(other.of(series).definitions())
                && of(series).breaks().equals(other.of(series).breaks())
                && Objects.equals(ofTarget(series), other.ofTarget(series))
                && figuresOf(series).equals(other.figuresOf(series));
    }

    private List<OfFigure> figuresOf(String series) {
        return figures.stream().filter(row -> row.series().equals(series)).toList();
    }

    /**
     * What two packages say together: of what both say, what this one does. Figures and targets are of one package each.
     *
     * @param other what the other says
     * @return definitions and breaks of both
     */
    public PlanDefinitions and(PlanDefinitions other) {
        List<StatisticalDefinition> both = new ArrayList<>(definitions);
        other.definitions.stream()
                .filter(row -> both.stream().noneMatch(one -> one.code().equals(row.code())))
                .toList()
                .forEach(both::add);
        List<DefinitionBreak> between = new ArrayList<>(breaks);
        other.breaks.stream().filter(row -> saidAlready(row) == null).forEach(between::add);
        return new PlanDefinitions(List.copyOf(both), List.copyOf(between), List.of(), List.of());
    }

    private DefinitionBreak saidAlready(DefinitionBreak row) {
        return breaks.stream()
                .filter(one -> one.from().equals(row.from()) && one.to().equals(row.to()))
                .findFirst()
                .orElse(null);
    }

    /**
     * Where another package contradicts this one: the same code for something else, two definitions in force on the same first
     * day, a break that is none because there is a definition between, or that is said to be something else.
     *
     * @param other what the other says
     * @return codes of the series
     */
    public Set<String> contradictedBy(PlanDefinitions other) {
        PlanDefinitions both = and(other);
        Set<String> series = new TreeSet<>();
        for (StatisticalDefinition row : other.definitions) {
            SeriesTimeline timeline = both.of(row.series());
            boolean twice = timeline.definitions().stream()
                    .filter(one -> !one.code().equals(row.code()))
                    .anyMatch(one -> Objects.equals(one.start(), row.start()));
            boolean another = definitions.stream()
                    .filter(one -> one.code().equals(row.code()))
                    .anyMatch(one -> !one.saysSame(row));
            if (twice || another || breaksAreContradicted(other, timeline)) {
                series.add(row.series());
            }
        }
        return series;
    }

    private boolean breaksAreContradicted(PlanDefinitions other, SeriesTimeline timeline) {
        boolean between = and(other).breaks.stream()
                .filter(row -> timeline.place(row.from()) >= 0)
                .anyMatch(row -> !timeline.isBetweenNeighbours(row));
        return between
                || other.breaks.stream()
                        .filter(row -> timeline.place(row.from()) >= 0 && saidAlready(row) != null)
                        .anyMatch(row -> !row.saysSame(saidAlready(row)));
    }
}
