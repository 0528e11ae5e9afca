package org.finplan.indicators.growth;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.database.SettledTime;
import org.finplan.indicators.definition.BreakView;
import org.finplan.indicators.definition.ComparedSeries;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.reading.KnowledgeParameters;
import org.finplan.indicators.reading.PeriodRange;
import org.finplan.indicators.reading.SeriesScope;
import org.finplan.indicators.series.Computed;
import org.finplan.indicators.series.Rounded;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.period.PeriodType;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.problem.ProblemException;

/** Holds published growth against the levels. */
@Path("/api/v1/indicators/{code}/growth")
@PermissionsAllowed(PermissionName.FIGURES_READ)
@Tag(name = "Observations")
class GrowthResource {

    private static final int MOST_FIGURES = 5_000;
    private static final List<ObservationKind> PUBLISHED =
            List.of(ObservationKind.GROWTH, ObservationKind.GROWTH_COMPARABLE_PRICES);

    private final SeriesScope scope;
    private final Observations values;
    private final SettledTime settled;
    private final PlanRegister register;
    private final SeriesRules rules;
    private final Definitions definitions;

    GrowthResource(
            SeriesScope scope,
            Observations values,
            SettledTime settled,
            PlanRegister register,
            SeriesRules rules,
            Definitions definitions) {
        this.definitions = definitions;
        this.rules = rules;
        this.scope = scope;
        this.values = values;
        this.settled = settled;
        this.register = register;
    }

    /**
     * Growth of a series.
     *
     * @param indicator series code
     * @param region region code
     * @param asOf the answer as it was known then
     * @param items one for each published growth
     */
    @Schema(name = "GrowthComparisons")
    record Growth(String indicator, String region, Instant asOf, List<Item> items) {}

    /**
     * A published growth beside the levels.
     *
     * @param period the period
     * @param kind growth, or growth_comparable_prices: growth on comparable prices is another fact than growth of levels
     *     in current prices, so a difference is to be expected
     * @param published the published growth in percent
     * @param computed growth that the levels give, in percent
     * @param difference published less computed, in percentage points
     * @param lowest least growth that the rounded levels allow
     * @param highest greatest growth that the rounded levels allow
     * @param state agrees (rounding explains the difference), differs or not-comparable
     * @param source title of the source of the published growth
     * @param observation id of the published growth
     * @param version its version
     * @param levels the levels that were compared
     * @param comparability linked, unconfirmed or not-comparable when the definition changed between the levels
     * @param comparabilityText the same in words
     * @param breaks the breaks between their definitions
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ComparedGrowth")
    record Item(
            String period,
            String kind,
            BigDecimal published,
            @Nullable BigDecimal computed,
            @Nullable BigDecimal difference,
            @Nullable BigDecimal lowest,
            @Nullable BigDecimal highest,
            String state,
            String source,
            UUID observation,
            int version,
            List<Level> levels,
            @Nullable String comparability,
            @Nullable LocalizedText comparabilityText,
            @Nullable List<BreakView> breaks) {}

    /**
     * A level that was compared.
     *
     * @param observation id of the level
     * @param version its version
     * @param period its period
     * @param value its value
     * @param unit unit code
     * @param status how firm it is; computed when nobody delivered it and a formula gave it
     */
    @Schema(name = "ComparedLevel")
    record Level(UUID observation, int version, String period, BigDecimal value, String unit, String status) {}

    @GET
    @Operation(
            operationId = "compareGrowth",
            summary = "Compares each published growth of a series with the growth that its levels give.",
            description = "Both are rounded; they agree when some true values round to all of them. Where no level was"
                    + " delivered, the one that a formula gives is taken; its status is computed.")
    public Growth compare(
            @PathParam("code") @Parameter(description = "Indicator or series code.", example = "green-credit")
                    String code,
            @QueryParam("region") @Parameter(required = true, description = "Region code.", example = "441200")
                    String region,
            @BeanParam PeriodRange range,
            @BeanParam KnowledgeParameters asOf) {
        SeriesDefinition series = scope.series(code, region);
        if (region == null) {
            throw ProblemException.invalidParameter("region", null, scope.regions(null));
        }
        Knowledge known = asOf.at(settled.of(asOf));
        List<String> regions = scope.regions(region);
        List<Observation> published = published(series, regions, range, known);
        List<Observation> given = levels(series, regions, range, known);
        if (published.size() > MOST_FIGURES || given.size() > MOST_FIGURES) {
            throw ProblemException.invalidParameter("from", null, List.of("<= " + MOST_FIGURES));
        }
        ComparedSeries levels =
                new ComparedSeries(definitions, register.series().isState(series), given);
        return new Growth(
                series.code(),
                region,
                known.asOf(),
                published.stream().map(growth -> item(growth, levels)).toList());
    }

    /** A growth that a formula computed was published by nobody, so only delivered ones are compared. */
    private List<Observation> published(
            SeriesDefinition series, List<String> regions, PeriodRange range, Knowledge known) {
        return values.read(series.code(), regions, PUBLISHED, range.first(), range.last(), known, MOST_FIGURES);
    }

    /** {@return what counts as levels: delivered ones, and what a formula gives where none was} */
    private List<Observation> levels(
            SeriesDefinition series, List<String> regions, PeriodRange range, Knowledge known) {
        LocalDate yearBefore = range.first().minusYears(1).withDayOfYear(1);
        return values.read(List.of(series.code()), regions, yearBefore, range.last(), known).stream()
                .filter(level -> level.key().kind() == ObservationKind.LEVEL)
                .toList();
    }

    private Item item(Observation growth, ComparedSeries series) {
        Period period = growth.period();
        boolean onYearBefore = period.type() != PeriodType.RANGE;
        ComparedSeries.Pair pair = onYearBefore ? series.pair(period.yearBefore(), period) : null;
        Computed<Observation> now = pair == null ? null : pair.later();
        Computed<Observation> before = pair == null ? null : pair.earlier();
        Comparison comparison = pair == null ? Comparison.ALIKE : pair.comparison();
        GrowthComparison result =
                GrowthComparison.of(rules.rounded(growth.figure()), rounded(now), rounded(before), comparison);
        boolean alike = comparison.equals(Comparison.ALIKE);
        List<Level> compared = result.computed() == null && comparison.isPossible()
                ? List.of()
                : Stream.of(before, now)
                        .flatMap(value -> value.inputs().stream())
                        .map(GrowthResource::level)
                        .toList();
        return new Item(
                period.text(),
                growth.key().kind().code(),
                growth.figure().value(),
                result.computed(),
                result.difference(),
                result.lowest(),
                result.highest(),
                result.state().code(),
                growth.source().title(),
                growth.id(),
                growth.version(),
                compared,
                alike ? null : comparison.comparability().code(),
                alike ? null : comparison.comparability().text(),
                alike ? null : BreakView.of(comparison.breaks()));
    }

    /** What was put together from several levels is as uncertain as all of them together. */
    private Rounded rounded(Computed<Observation> level) {
        if (level == null || level.value() == null) {
            return null;
        }
        BigDecimal rounding = level.inputs().stream()
                .map(input -> rules.rounded(input.figure()).rounding())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Rounded(level.value(), rounding);
    }

    private static Level level(Observation level) {
        return new Level(
                level.id(),
                level.version(),
                level.period().text(),
                level.figure().value(),
                level.figure().unit(),
                level.status().code());
    }
}
