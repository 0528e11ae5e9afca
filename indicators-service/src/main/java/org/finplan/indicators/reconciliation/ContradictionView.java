package org.finplan.indicators.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.series.PeriodContradiction;
import org.finplan.indicators.series.Printed;

/**
 * Why a cell is disputed: what was delivered for the parts of its period adds up to something else, by more than rounding.
 *
 * @param sum sum of the parts
 * @param difference the cell's own figure minus the sum
 * @param tolerance how far rounding alone can take them apart
 * @param parts parts that make up the period, in order
 */
@Schema(name = "PeriodContradiction")
record ContradictionView(BigDecimal sum, BigDecimal difference, BigDecimal tolerance, List<Part> parts) {

    /**
     * A part of the period.
     *
     * @param value its value
     * @param figure the figure of the part, or the longer of two sums since January
     * @param less the shorter sum that is taken off; absent when the part was delivered itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContradictingPart")
    record Part(
            BigDecimal value, PartFigure figure, @Nullable PartFigure less) {}

    /** A delivered figure of another period of the same series and region. */
    @Schema(name = "ContradictingFigure")
    record PartFigure(String period, BigDecimal value, UUID observation, int version) {

        static PartFigure of(Printed<Observation> value) {
            return value == null
                    ? null
                    : new PartFigure(
                            value.period().text(),
                            value.value(),
                            value.origin().id(),
                            value.origin().version());
        }
    }

    static ContradictionView of(PeriodContradiction<Observation> contradiction) {
        return contradiction == null
                ? null
                : new ContradictionView(
                        contradiction.sum(),
                        contradiction.difference(),
                        contradiction.tolerance(),
                        contradiction.parts().stream()
                                .map(part -> new Part(
                                        part.amount(), PartFigure.of(part.value()), PartFigure.of(part.less())))
                                .toList());
    }
}
