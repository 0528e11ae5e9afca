package org.finplan.risk.rulebook.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
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

    JudgedInstitutions(Institutions register, CurrentFigures figures, ReportSources sources) {
        this.register = register;
        this.figures = figures;
        this.sources = sources;
    }

    /** {@return the institutions of these codes that the caller sees} */
    List<Judged> of(Collection<String> codes) {
        Map<String, Institution> known = register.known(codes);
        Map<String, List<CurrentFigures.OfPeriod>> reported = figures.of(known.keySet());
        List<Judged> judged = new ArrayList<>();
        Map<String, Map<Period, Integer>> late = sources.daysLate(known.keySet());
        known.forEach((uscc, institution) -> judged.add(
                Judged.of(institution, reported.getOrDefault(uscc, List.of()), late.getOrDefault(uscc, Map.of()))));
        return judged;
    }

    /** Hands over all institutions that the caller sees and that have reported or should, some at a time. */
    void all(Consumer<List<Judged>> each) {
        Set<String> all = new TreeSet<>(figures.institutions());
        all.addAll(sources.institutions());
        List<String> codes = List.copyOf(all);
        for (int from = 0; from < codes.size(); from += AT_ONCE) {
            each.accept(of(codes.subList(from, Math.min(codes.size(), from + AT_ONCE))));
        }
    }
}
