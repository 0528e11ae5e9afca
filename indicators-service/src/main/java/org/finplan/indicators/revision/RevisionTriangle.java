package org.finplan.indicators.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.definition.BreakView;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.KnowledgeAxis;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.Source;
import org.finplan.platform.web.openapi.NullableItems;

/**
 * The values of a series by period (rows) and by the instants at which any of them became known (columns). A cell is what
 * was known then of the period, null while nothing was and after a withdrawal.
 *
 * @param vintages the instants, earliest first
 * @param rows one for each period, earliest first
 * @param revisedPeriods how many periods have more than one value
 * @param meanRevision mean of last less first value over all periods that have both, in the unit; null without any
 * @param meanAbsoluteRevision the same without signs
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RevisionTriangle(
        List<Instant> vintages,
        List<Row> rows,
        int revisedPeriods,
        @Nullable BigDecimal meanRevision,
        @Nullable BigDecimal meanAbsoluteRevision) {

    private static final int MORE_DECIMALS = 4;

    /**
     * The values of one period.
     *
     * @param period the period
     * @param observation id of the observation
     * @param values one for each vintage; null while nothing was known, and after a withdrawal
     * @param first the first value
     * @param latest the value that is known now; null when it was withdrawn
     * @param revision latest less first; null when it was withdrawn
     * @param steps every version with the difference that it made
     * @param comparability linked, unconfirmed or not-comparable when its versions are by different definitions; else null
     * @param breaks the breaks between their definitions
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "RevisionRow")
    record Row(
            String period,
            UUID observation,
            @NullableItems List<BigDecimal> values,
            BigDecimal first,
            @Nullable BigDecimal latest,
            @Nullable BigDecimal revision,
            List<Step> steps,
            @Nullable String comparability,
            List<BreakView> breaks) {}

    /**
     * A version.
     *
     * @param version 1, 2, 3 …
     * @param knownAt since when it is known, on the axis asked for
     * @param reason why it followed the one before
     * @param value its value; null for a withdrawal
     * @param change difference to the value before; null when there is none
     * @param source where this version comes from
     * @param release id of the release that brought it
     * @param vintage label of its vintage: the title of this release
     * @param definition code of the definition that it is by; absent when the series has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RevisionStep")
    record Step(
            int version,
            Instant knownAt,
            @Nullable String reason,
            @Nullable BigDecimal value,
            @Nullable BigDecimal change,
            Source source,
            @Nullable UUID release,
            @Nullable String vintage,
            @Nullable String definition) {}

    /**
     * Lays out the versions of figures of one series and region.
     *
     * @param versions all versions of the figures, those of a period in order of arrival
     * @param axis by which time they became known; columns and steps are in its order
     * @param labels title of each release that brought one of the versions
     * @param definitions by which definitions they are: what cannot be compared is no revision
     * @return the triangle
     */
    static RevisionTriangle of(
            List<Observation> versions, KnowledgeAxis axis, Map<UUID, String> labels, Definitions definitions) {
        TreeSet<Instant> vintages = new TreeSet<>();
        Map<UUID, List<Observation>> byObservation = new LinkedHashMap<>();
        for (Observation version : versions) {
            vintages.add(axis.of(version));
            byObservation.computeIfAbsent(version.id(), id -> new ArrayList<>()).add(version);
        }
        byObservation.values().forEach(list -> list.sort(Comparator.comparing(axis::of)));
        List<Row> rows = byObservation.values().stream()
                .map(list -> row(list, vintages, axis, labels, definitions))
                .toList();
        List<BigDecimal> revisions = rows.stream()
                .map(Row::revision)
                .filter(revision -> revision != null)
                .toList();
        long revised = byObservation.values().stream()
                .filter(RevisionTriangle::isRevised)
                .count();
        return new RevisionTriangle(
                List.copyOf(vintages),
                rows,
                (int) revised,
                mean(revisions),
                mean(revisions.stream().map(BigDecimal::abs).toList()));
    }

    /** The same value again, from another source or stated anew, revises nothing; taking it back does. */
    private static boolean isRevised(List<Observation> versions) {
        return versions.stream()
                        .map(RevisionTriangle::value)
                        .map(value -> value == null ? null : value.stripTrailingZeros())
                        .distinct()
                        .count()
                > 1;
    }

    private static Row row(
            List<Observation> versions,
            TreeSet<Instant> vintages,
            KnowledgeAxis axis,
            Map<UUID, String> labels,
            Definitions definitions) {
        List<BigDecimal> values = new ArrayList<>();
        BigDecimal known = null;
        int next = 0;
        for (Instant vintage : vintages) {
            while (next < versions.size() && !axis.of(versions.get(next)).isAfter(vintage)) {
                known = value(versions.get(next));
                next++;
            }
            values.add(known);
        }
        List<Step> steps = steps(versions, axis, labels, definitions);
        Observation last = versions.get(versions.size() - 1);
        Observation first = versions.get(0);
        Comparison comparison = definitions.compare(versions);
        boolean alike = comparison.equals(Comparison.ALIKE);
        return new Row(
                last.period().text(),
                last.id(),
                values,
                value(first),
                value(last),
                difference(last, first, definitions),
                steps,
                alike ? null : comparison.comparability().code(),
                BreakView.of(comparison.breaks()));
    }

    private static List<Step> steps(
            List<Observation> versions, KnowledgeAxis axis, Map<UUID, String> labels, Definitions definitions) {
        List<Step> steps = new ArrayList<>();
        Observation before = null;
        for (Observation version : versions) {
            BigDecimal value = value(version);
            UUID release = version.publication().release();
            steps.add(new Step(
                    version.version(),
                    axis.of(version),
                    version.reason() == null ? null : version.reason().code(),
                    value,
                    before == null ? null : difference(version, before, definitions),
                    version.source(),
                    release,
                    release == null ? null : labels.get(release),
                    definitions.code(version)));
            before = version;
        }
        return steps;
    }

    private static BigDecimal value(Observation version) {
        return version.withdrawn() ? null : version.figure().value();
    }

    /** What a version made of the one before, over a published link; null where one has no value or they cannot be compared. */
    private static BigDecimal difference(Observation version, Observation before, Definitions definitions) {
        BigDecimal value = value(version);
        boolean possible = value(before) != null
                && definitions.compare(List.of(before, version)).isPossible();
        return value == null || !possible
                ? null
                : value.subtract(definitions.basis(before).linked(value(before), definitions.basis(version)));
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        if (values.isEmpty()) {
            return null;
        }
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(values.size()), sum.scale() + MORE_DECIMALS, RoundingMode.HALF_UP);
    }
}
