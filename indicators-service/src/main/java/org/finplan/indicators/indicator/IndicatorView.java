package org.finplan.indicators.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.target.TargetView;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Baseline;
import org.finplan.platform.plan.GrowthRule;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.SeriesDefinition;

/**
 * An indicator of a plan, or another series, as it is sent. A series that no plan has a target for has only code, names,
 * unit and kind.
 *
 * @param number number in the plan's table
 * @param code kebab-case code
 * @param sdmx the same code for SDMX
 * @param name the name
 * @param aliases other names that the plan uses
 * @param group group code
 * @param groupName name of the group as printed
 * @param unit unit code
 * @param kind kind of figure that is meant when none is said
 * @param measure stock, flow, ratio or count
 * @param direction higher or lower is better
 * @param baseline where it starts; absent when the plan does not say
 * @param targets what it is meant to reach, the primary one first
 * @param growth the printed yearly growth; absent when none is printed
 * @param clause clause of its row in the table
 * @param proseClauses clauses that speak of it
 * @param inconsistencies ids of inconsistencies found in the plan's text about it
 * @param retired true where no plan in force has it any more: it is read only; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Indicator")
record IndicatorView(
        @Nullable Integer number,
        String code,
        String sdmx,
        LocalizedText name,
        @Nullable List<String> aliases,
        @Nullable String group,
        @Nullable String groupName,
        String unit,
        String kind,
        @Nullable String measure,
        @Nullable String direction,
        @Nullable Start baseline,
        @Nullable List<TargetView> targets,
        @Nullable Growth growth,
        @Nullable String clause,
        @Nullable List<String> proseClauses,
        @Nullable List<String> inconsistencies,
        @Nullable Boolean retired) {

    /** Where an indicator starts. */
    @Schema(name = "IndicatorBaseline")
    record Start(int year, String printed, BigDecimal value, String period) {

        static Start of(Baseline baseline) {
            if (baseline == null) {
                return null;
            }
            return new Start(
                    baseline.year(),
                    baseline.printed(),
                    baseline.value(),
                    baseline.period().text());
        }
    }

    /** The printed growth. */
    @Schema(name = "PrintedGrowth")
    record Growth(
            String printed,
            String kind,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal min,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal max,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String unit,

            @Nullable String basis) {

        static Growth of(GrowthRule growth) {
            if (growth == null) {
                return null;
            }
            return new Growth(
                    growth.printed(), growth.kind().code(), growth.min(), growth.max(), growth.unit(), growth.basis());
        }
    }

    static IndicatorView of(IndicatorDefinition row, String kind, List<TargetView> targets) {
        return new IndicatorView(
                row.number(),
                row.code(),
                row.sdmx(),
                row.name(),
                row.aliases(),
                row.group(),
                row.groupName(),
                row.unit(),
                kind,
                row.measure().name().toLowerCase(Locale.ROOT),
                row.direction().name().toLowerCase(Locale.ROOT),
                Start.of(row.baseline()),
                targets,
                Growth.of(row.growth()),
                row.clause(),
                row.proseClauses(),
                row.inconsistencies(),
                null);
    }

    static IndicatorView of(SeriesDefinition row, String kind, List<TargetView> targets, boolean retired) {
        return new IndicatorView(
                null,
                row.code(),
                row.sdmx(),
                row.name(),
                null,
                null,
                null,
                row.unit(),
                kind,
                null,
                null,
                null,
                targets,
                null,
                null,
                null,
                null,
                retired ? true : null);
    }
}
