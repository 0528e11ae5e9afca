package org.finplan.indicators.reading;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.KnowledgeAxis;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.observation.SeriesQuery;
import org.finplan.indicators.series.Frequency;
import org.finplan.indicators.series.Transform;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What a read of a series asks for, besides the series, the instant and the page. */
public class SeriesParameters extends PeriodRange {

    @QueryParam("region")
    @Parameter(
            description = "Region code, with the codes that it took the place of; all readable regions when absent.",
            example = "441200")
    String region;

    @QueryParam("kind")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {
                                "level",
                                "growth",
                                "growth_comparable_prices",
                                "average_growth",
                                "change",
                                "cumulative",
                                "share",
                                "rank",
                                "target",
                                "growth_contribution",
                                "all"
                            }),
            description = "Kind of figure, or all; when absent what is usual for the series.")
    String kind;

    @QueryParam("vintages")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"latest", "first", "all", "changed"}),
            description =
                    "latest (when absent), first, all versions, or changed: those with another value than before.",
            example = "latest")
    String vintages;

    @QueryParam("updatedAfter")
    @Parameter(
            description = "Only what became known after this instant. A figure that was withdrawn since then comes with"
                    + " withdrawn=true.",
            example = "2026-01-31T16:00:00Z",
            schema = @Schema(format = "date-time"))
    Instant updatedAfter;

    @QueryParam("frequency")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"year", "half", "quarter", "month"}),
            description =
                    "year, half, quarter or month: states by their value at the end, flows by the sum of all parts.",
            example = "year")
    String frequency;

    @QueryParam("transform")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"yoy", "change", "cumulative"}),
            description = "yoy (growth on the same period of the year before, computed from levels, in percent), change"
                    + " (difference to it) or cumulative (sum from January on).",
            example = "yoy")
    String transform;

    @QueryParam("unit")
    @Parameter(description = "Unit of the answer, of the same kind; converted exactly.", example = "CNY_100M")
    String unit;

    @QueryParam("sort")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"period", "-period"}),
            description = "period (when absent) or -period.")
    String sort;

    /** {@return whether values are asked for that are not stored} */
    boolean computes() {
        return frequency != null || transform != null;
    }

    SeriesQuery.Vintages vintages() {
        return vintages == null
                ? SeriesQuery.Vintages.LATEST
                : SeriesQuery.Vintages.find(vintages)
                        .orElseThrow(() ->
                                ProblemException.invalidParameter("vintages", vintages, SeriesQuery.Vintages.codes()));
    }

    Optional<Frequency> frequency() {
        return Optional.ofNullable(frequency).map(code -> Frequency.find(code)
                .orElseThrow(() -> ProblemException.invalidParameter("frequency", code, Frequency.codes())));
    }

    Optional<Transform> transform() {
        return Optional.ofNullable(transform).map(code -> Transform.find(code)
                .orElseThrow(() -> ProblemException.invalidParameter("transform", code, Transform.codes())));
    }

    boolean descending() {
        if (sort == null || sort.equals("period")) {
            return false;
        }
        if (sort.equals("-period")) {
            return true;
        }
        throw ProblemException.invalidParameter("sort", sort, List.of("period", "-period"));
    }

    /**
     * Checks that news can be told: by the record only, and no later than the answer.
     *
     * @param known what was known
     * @throws ProblemException 400 for another axis, otherwise as {@link #checkOrder}
     */
    void checkNews(Knowledge known) {
        if (updatedAfter != null && known.axis() != KnowledgeAxis.RECORDED) {
            throw ProblemException.invalidParameter(
                    "axis", known.axis().code(), List.of(KnowledgeAxis.RECORDED.code()));
        }
        checkOrder(known.asOf(), updatedAfter);
    }

    /**
     * Checks that what is asked for was known at the instant of the answer.
     *
     * @param asOf the instant
     * @param updatedAfter only what became known after this, or null
     * @throws ProblemException 422 {@code as-of-before-updated-after}
     */
    static void checkOrder(Instant asOf, Instant updatedAfter) {
        if (updatedAfter != null && asOf.isBefore(updatedAfter)) {
            ObservationError code = ObservationError.AS_OF_BEFORE_UPDATED_AFTER;
            throw new ProblemException(
                    code,
                    code.title(),
                    List.of(new ProblemError(
                            "?asOf", asOf.toString(), code.code(), code.title(), List.of(">= " + updatedAfter))));
        }
    }
}
