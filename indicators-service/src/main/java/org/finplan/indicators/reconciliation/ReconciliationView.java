package org.finplan.indicators.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.computed.AggregateRatios;
import org.finplan.indicators.definition.BreakView;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.series.PeriodContradiction;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;

/**
 * The report as it is sent.
 *
 * @param plan plan code
 * @param region code of the region
 * @param period the period
 * @param asOf on what was known then
 * @param counts how many indicators came out in which state
 * @param items one for each indicator
 */
@Schema(name = "Reconciliation")
record ReconciliationView(
        String plan, String region, String period, Instant asOf, Map<String, Long> counts, List<Item> items) {

    /**
     * One indicator.
     *
     * @param indicator indicator code
     * @param name its name
     * @param unit unit of all values beside it
     * @param whole the region's own figure
     * @param parts the figures of its parts
     * @param sum sum of the parts; for a ratio the one computed from the parts
     * @param difference whole minus sum
     * @param tolerance how far rounding alone can take them apart
     * @param formula code and version of the formula that a ratio was recomputed by
     * @param missing codes of the county-level divisions without a figure; for a ratio of the parts without one of the figures
     *     that it is recomputed from
     * @param missingFigures which figures these are, for a ratio
     * @param state agrees, differs, incomplete, no-data or does-not-add-up
     * @param disputes ids of the open work items about the indicator's cells of this period
     * @param comparability comparable, linked, unconfirmed or not-comparable: whether the whole and its parts are by one
     *     definition; a sum of figures of different definitions is no more than that
     * @param breaks the breaks between their definitions
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ReconciledIndicator")
    record Item(
            String indicator,
            LocalizedText name,
            String unit,
            @Nullable ReconciledFigure whole,
            List<ReconciledFigure> parts,
            @Nullable BigDecimal sum,
            @Nullable BigDecimal difference,
            @Nullable BigDecimal tolerance,
            @Nullable String formula,
            List<String> missing,
            List<MissingPart> missingFigures,
            String state,
            List<UUID> disputes,
            String comparability,
            List<BreakView> breaks) {}

    /** A figure that a ratio cannot be recomputed without. */
    record MissingPart(String series, String region, String period) {}

    /**
     * A figure and where it comes from.
     *
     * @param region region code
     * @param value its value
     * @param period its period
     * @param observation id of the observation
     * @param version its version
     * @param recordedAt when the suite learned it
     * @param source where it comes from
     * @param contradictedBy what was delivered for the parts of its period, when that contradicts it: the cell is disputed;
     *     absent otherwise
     */
    record ReconciledFigure(
            String region,
            @Nullable BigDecimal value,
            String period,
            UUID observation,
            int version,
            Instant recordedAt,
            Source source,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ContradictionView contradictedBy) {

        static ReconciledFigure of(Observation value, Map<String, PeriodContradiction<Observation>> contradicted) {
            return value == null
                    ? null
                    : new ReconciledFigure(
                            value.key().region(),
                            value.figure().value(),
                            value.period().text(),
                            value.id(),
                            value.version(),
                            value.recordedAt(),
                            value.source(),
                            ContradictionView.of(contradicted.get(value.key().region())));
        }
    }

    static ReconciliationView of(
            String plan,
            String region,
            Period period,
            Instant asOf,
            List<Reconciliation.Cell> cells,
            List<Dispute> open) {
        List<Item> items = cells.stream().map(cell -> item(cell, open)).toList();
        Map<String, Long> counts =
                items.stream().collect(Collectors.groupingBy(Item::state, TreeMap::new, Collectors.counting()));
        return new ReconciliationView(plan, region, period.text(), asOf, counts, items);
    }

    private static Item item(Reconciliation.Cell cell, List<Dispute> open) {
        Balance balance = cell.balance();
        return new Item(
                cell.indicator().code(),
                cell.indicator().name(),
                cell.indicator().unit(),
                ReconciledFigure.of(cell.whole(), cell.contradicted()),
                cell.parts().stream()
                        .map(part -> ReconciledFigure.of(part, cell.contradicted()))
                        .toList(),
                balance.sum(),
                balance.difference(),
                balance.tolerance(),
                cell.ratio() == null ? null : cell.ratio().formula(),
                balance.missing(),
                cell.ratio() == null ? List.of() : missing(cell.ratio()),
                balance.state().code(),
                open.stream()
                        .filter(dispute ->
                                dispute.indicator().equals(cell.indicator().code()))
                        .map(Dispute::id)
                        .toList(),
                cell.comparison().comparability().code(),
                BreakView.of(cell.comparison().breaks()));
    }

    private static List<MissingPart> missing(AggregateRatios.Ratio ratio) {
        return ratio.missing().stream()
                .map(gap ->
                        new MissingPart(gap.series(), gap.region(), gap.period().text()))
                .toList();
    }
}
