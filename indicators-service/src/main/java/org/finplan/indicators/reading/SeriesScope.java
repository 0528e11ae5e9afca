package org.finplan.indicators.reading;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;

/** Finds the series, regions and kinds that a caller names, as far as the caller may see them. */
@ApplicationScoped
public class SeriesScope {

    private static final String ALL_KINDS = "all";

    private final PlanRegister register;
    private final SeriesRules rules;
    private final PlanScope plans;
    private final RegionScope scope;

    SeriesScope(PlanRegister register, SeriesRules rules, PlanScope plans, RegionScope scope) {
        this.register = register;
        this.rules = rules;
        this.plans = plans;
        this.scope = scope;
    }

    /**
     * Finds a series.
     *
     * @param code series code, or a name that a plan uses for it
     * @param region region that is asked for, or null
     * @return the series, see {@link PlanScope#series(String, String)}
     * @throws ProblemException 404 when there is none
     */
    public SeriesDefinition series(String code, @Nullable String region) {
        return register.series()
                .named(code)
                .flatMap(series -> plans.series(series.code(), region))
                .orElseThrow(
                        () -> notFound("没有指标或序列 " + code + "。", "There is no series " + code + ".", "path:code", code));
    }

    /**
     * The codes under which figures of a region are stored.
     *
     * @param region region code; null for all that the caller may read
     * @return the region and those that it took the place of: a read maps, what is stored is never moved
     * @throws ProblemException 404 when there is no such region for the caller
     */
    public List<String> regions(String region) {
        RegionSet readable = scope.readable();
        if (region == null) {
            return register.regions().all().stream()
                    .map(RegionDefinition::code)
                    .filter(readable::contains)
                    .toList();
        }
        if (register.regions().find(region).isEmpty() || !readable.contains(region)) {
            throw notFound("没有地区 " + region + "。", "There is no region " + region + ".", "?region", region);
        }
        return register.regions().lineage(region).stream()
                .filter(readable::contains)
                .toList();
    }

    /**
     * The kinds of figures that are meant.
     *
     * @param series series code
     * @param kind code of a kind, {@code all}, or null for what is usual for the series
     * @return the kinds
     * @throws ProblemException 400 when there is no such kind
     */
    public Collection<ObservationKind> kinds(String series, String kind) {
        return ALL_KINDS.equals(kind)
                ? List.of(ObservationKind.values())
                : List.of(kind(series, kind, Stream.concat(codes(), Stream.of(ALL_KINDS))));
    }

    /**
     * The kind of figure that is meant.
     *
     * @param series series code
     * @param kind code of a kind, or null for what is usual for the series
     * @return the kind
     * @throws ProblemException 400 when there is no such kind
     */
    public ObservationKind kind(String series, String kind) {
        return kind(series, kind, codes());
    }

    private ObservationKind kind(String series, String kind, Stream<String> accepted) {
        return kind == null
                ? rules.usualKind(series)
                : ObservationKind.find(kind)
                        .orElseThrow(() -> ProblemException.invalidParameter("kind", kind, accepted.toList()));
    }

    private static Stream<String> codes() {
        return Arrays.stream(ObservationKind.values()).map(ObservationKind::code);
    }

    private static ProblemException notFound(String zh, String en, String pointer, String value) {
        LocalizedText text = new LocalizedText(zh, en);
        return new ProblemException(
                WebError.NOT_FOUND,
                text,
                List.of(new ProblemError(pointer, value, WebError.NOT_FOUND.code(), text, List.of())));
    }
}
