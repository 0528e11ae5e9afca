package org.finplan.indicators.definition;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Set;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.platform.plan.definition.SeriesTimeline;
import org.finplan.platform.plan.definition.StatisticalDefinition;

/**
 * The definition that a figure or a target is by.
 *
 * @param timeline the definitions of its series
 * @param first place of the definition in the timeline, of an unclear one the earliest that it may be; -1 without definitions
 * @param last place of the definition, of an unclear one the latest that it may be
 * @param isClear whether it is one definition, known by its code
 */
public record Basis(SeriesTimeline timeline, int first, int last, boolean isClear) {

    private static final Set<String> UNCLEAR = Set.of(StatisticalDefinition.MIXED, StatisticalDefinition.UNCONFIRMED);

    /**
     * The definition of a figure.
     *
     * @param timeline the definitions of its series
     * @param stated what its author said, null when nothing: then it is the definition in force at the end of its period
     * @param end last day of its period
     * @return the definition; of a mixture, of what is unconfirmed and of a code that no plan knows any more: the definition in
     *     force and the one beside it
     */
    public static Basis of(SeriesTimeline timeline, @Nullable String stated, LocalDate end) {
        int inForce = timeline.inForce(end);
        int said = stated == null ? inForce : timeline.place(stated);
        if (said >= 0 || inForce < 0) {
            return new Basis(timeline, said, said, true);
        }
        int last = Math.max(inForce, Math.min(1, timeline.definitions().size() - 1));
        return new Basis(timeline, Math.max(0, last - 1), last, false);
    }

    /**
     * The definition of a figure about a span: where another definition came into force within it and nothing is said, it is not
     * known by which one the figure is.
     *
     * @param timeline the definitions of its series
     * @param stated what is said, or null
     * @param start first day that it is about
     * @param end last day that it is about
     * @return the definition
     */
    static Basis of(SeriesTimeline timeline, @Nullable String stated, LocalDate start, LocalDate end) {
        int first = timeline.inForce(start);
        int last = timeline.inForce(end);
        return stated == null && first < last ? new Basis(timeline, first, last, false) : of(timeline, stated, end);
    }

    /** {@return whether it says that nobody knows by which definition a figure is, or that it is by several} */
    static boolean isUnclear(@Nullable String stated) {
        return stated != null && UNCLEAR.contains(stated);
    }

    /** {@return the code of the definition, what its author said of an unclear one, null without definitions} */
    static String code(SeriesTimeline timeline, @Nullable String stated, LocalDate start, LocalDate end) {
        if (timeline.definitions().isEmpty() || isUnclear(stated)) {
            return stated;
        }
        Basis basis = of(timeline, stated, start, end);
        return basis.isClear() ? timeline.definitions().get(basis.last()).code() : StatisticalDefinition.UNCONFIRMED;
    }

    /**
     * Where a figure is stored. By another definition than the one in force it lives beside the one that is judged; a mixture and
     * what is unconfirmed is all that there is of its period, so it is the one.
     *
     * @param timeline the definitions of its series
     * @param stated what its author said, or null
     * @param end last day of its period
     * @return the variant of its key
     */
    public static String variant(SeriesTimeline timeline, @Nullable String stated, LocalDate end) {
        int said = stated == null ? -1 : timeline.place(stated);
        return said < 0 || said == timeline.inForce(end) ? ObservationKey.MAIN : "by:" + stated;
    }

    /**
     * A figure as it would be by another definition.
     *
     * @param value the figure by this one
     * @param other the other definition
     * @return the figure over all links that lie between; as it is where one of the breaks has none
     */
    public BigDecimal linked(BigDecimal value, Basis other) {
        BigDecimal linked = value;
        for (int i = Math.min(last, other.last); i < Math.max(last, other.last); i++) {
            BigDecimal link = timeline.breaks().get(i).link();
            if (link == null) {
                return value;
            }
            linked = last < other.last
                    ? linked.multiply(link, MathContext.DECIMAL128)
                    : linked.divide(link, MathContext.DECIMAL128);
        }
        return linked;
    }
}
