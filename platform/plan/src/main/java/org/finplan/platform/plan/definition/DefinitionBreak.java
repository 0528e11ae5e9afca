package org.finplan.platform.plan.definition;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;

/**
 * The break between a definition of a series and the next one.
 *
 * @param at first day of the later definition
 * @param from code of the earlier definition
 * @param to code of the later definition
 * @param note what changed
 * @param comparable how far figures of both sides can be compared
 * @param factor a figure by {@code from} times this is the figure by {@code to}; null unless it was published
 * @param overlap one thing counted by both, as published; null without
 * @param source where that is published; null where nothing was said of the break
 */
public record DefinitionBreak(
        LocalDate at,
        String from,
        String to,
        LocalizedText note,
        Continuity comparable,
        @Nullable BigDecimal factor,
        @Nullable Overlap overlap,
        @Nullable String source) {

    /** A break of which no plan says anything. */
    static DefinitionBreak unsaid(StatisticalDefinition from, StatisticalDefinition to) {
        LocalizedText note =
                new LocalizedText("未说明前后口径能否比较", "Nothing says whether figures before and after can be compared");
        return new DefinitionBreak(to.start(), from.code(), to.code(), note, Continuity.UNCONFIRMED, null, null, null);
    }

    /**
     * One thing counted by both definitions.
     *
     * @param period when
     * @param from its value by the earlier one
     * @param to its value by the later one, in the same unit
     */
    public record Overlap(Period period, BigDecimal from, BigDecimal to) {}

    /** {@return the factor from the earlier to the later side, of the overlap where none was published; null unless linked} */
    public @Nullable BigDecimal link() {
        if (comparable != Continuity.LINKED) {
            return null;
        }
        return factor == null ? overlap.to().divide(overlap.from(), MathContext.DECIMAL128) : factor;
    }

    boolean saysSame(DefinitionBreak other) {
        return comparable == other.comparable && (link() == null || link().compareTo(other.link()) == 0);
    }
}
