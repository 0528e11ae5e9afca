package org.finplan.indicators.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.definition.SeriesTimeline;
import org.finplan.platform.plan.definition.StatisticalDefinition;

/**
 * The definitions of a series, as they are sent.
 *
 * @param indicator code of the series
 * @param items the definitions, the earliest first; none where no plan says anything
 * @param breaks what lies between each and the next
 */
@Schema(name = "SeriesDefinitions")
record DefinitionsView(String indicator, List<Item> items, List<BreakView> breaks) {

    /**
     * What figures of a series count for a while.
     *
     * @param code code of the definition; a report names it
     * @param counts what counts
     * @param standard the standard that says so
     * @param since first day that it is in force; null: from the beginning
     * @param until last day that it is in force; null: until now
     * @param source where it is published
     * @param plans plans whose packages say so
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SeriesDefinition")
    record Item(
            String code,
            LocalizedText counts,
            LocalizedText standard,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            String source,
            List<String> plans) {}

    static DefinitionsView of(String series, SeriesTimeline timeline, List<PlanPackage> packages) {
        List<StatisticalDefinition> definitions = timeline.definitions();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < definitions.size(); i++) {
            StatisticalDefinition one = definitions.get(i);
            LocalDate until =
                    i + 1 < definitions.size() ? definitions.get(i + 1).since().minusDays(1) : null;
            List<String> plans = packages.stream()
                    .filter(plan -> plan.definitions().definitions().stream()
                            .anyMatch(said -> said.code().equals(one.code())))
                    .map(plan -> plan.plan().code())
                    .toList();
            items.add(new Item(one.code(), one.counts(), one.standard(), one.since(), until, one.source(), plans));
        }
        return new DefinitionsView(series, items, BreakView.of(timeline.breaks()));
    }
}
