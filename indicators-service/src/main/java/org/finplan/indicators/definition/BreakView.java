package org.finplan.indicators.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.definition.DefinitionBreak;

/**
 * A break between two definitions of a series, as it is sent.
 *
 * @param at first day of the later definition
 * @param from code of the earlier definition
 * @param to code of the later definition
 * @param note what changed
 * @param comparable yes, linked, unconfirmed or no: how far figures of both sides can be compared
 * @param factor a figure by the earlier times this is the figure by the later; only when linked
 * @param overlap one thing counted by both definitions, where that was published
 * @param source where the break is published; null where no plan says anything of it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "DefinitionBreak")
public record BreakView(
        LocalDate at,
        String from,
        String to,
        LocalizedText note,
        String comparable,
        @Nullable BigDecimal factor,
        @Nullable Overlap overlap,
        @Nullable String source) {

    /**
     * One thing counted by both definitions.
     *
     * @param period when
     * @param from its value by the earlier definition
     * @param to its value by the later one
     */
    @Schema(name = "DefinitionOverlap")
    public record Overlap(String period, BigDecimal from, BigDecimal to) {}

    /** {@return breaks as they are sent} */
    public static List<BreakView> of(List<DefinitionBreak> breaks) {
        return breaks.stream().map(BreakView::of).toList();
    }

    private static BreakView of(DefinitionBreak one) {
        DefinitionBreak.Overlap overlap = one.overlap();
        return new BreakView(
                one.at(),
                one.from(),
                one.to(),
                one.note(),
                one.comparable().code(),
                one.link(),
                overlap == null ? null : new Overlap(overlap.period().text(), overlap.from(), overlap.to()),
                one.source());
    }
}
