package org.finplan.risk.rulebook.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.period.Period;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.report.CurrentFigures;
import org.finplan.risk.report.source.ReportSources;

/** Reads institutions with all that they reported, in sets. */
@ApplicationScoped
class JudgedInstitutions {

    private static final int AT_ONCE = 100;

    private final Institutions register;
    private final CurrentFigures figures;
    private final ReportSources sources;
    private final Clock clock;

    JudgedInstitutions(Institutions register, CurrentFigures figures, ReportSources sources, Clock clock) {
        this.register = register;
        this.figures = figures;
        this.sources = sources;
        this.clock = clock;
    }

    /** {@return the institutions of these codes that the caller sees, by code} */
    List<Judged> of(Collection<String> codes) {
        return of(codes, clock.instant());
    }

    /** {@return the same, late as at a moment} */
    List<Judged> of(Collection<String> codes, Instant at) {
        return judged(register.known(codes), at, figures.of(codes));
    }

    /** {@return the same with the figures of some metrics alone} */
    List<Judged> of(Collection<String> codes, Collection<String> metrics) {
        return judged(register.known(codes), clock.instant(), figures.of(codes, metrics));
    }

    private List<Judged> judged(
            Map<String, Institution> known, Instant at, Map<String, List<CurrentFigures.OfPeriod>> reported) {
        List<Judged> judged = new ArrayList<>();
        Map<String, Map<Period, Integer>> late = sources.daysLate(known.keySet(), at);
        known.forEach((uscc, institution) -> judged.add(
                Judged.of(institution, reported.getOrDefault(uscc, List.of()), late.getOrDefault(uscc, Map.of()))));
        return judged;
    }

    /** {@return codes of the institutions in some regions that the caller sees, in order} */
    List<String> codes(RegionSet regions) {
        return register.codes(regions);
    }

    /** {@return codes of those that the caller sees} */
    List<String> codes() {
        return codes(RegionSet.ALL);
    }

    /** Hands over all institutions that the caller sees, some at a time. */
    void all(Consumer<List<Judged>> each) {
        for (List<String> some : cut(codes(), AT_ONCE)) {
            each.accept(of(some));
        }
    }

    /** {@return the same codes in pieces} */
    static List<List<String>> cut(List<String> codes, int most) {
        List<List<String>> pieces = new ArrayList<>();
        for (int from = 0; from < codes.size(); from += most) {
            pieces.add(codes.subList(from, Math.min(codes.size(), from + most)));
        }
        return pieces;
    }
}
