package org.finplan.risk.rulebook.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.report.CurrentFigures;

/** Reads institutions with all that they reported, in sets. */
@ApplicationScoped
class JudgedInstitutions {

    private static final int AT_ONCE = 100;

    private final Institutions register;
    private final CurrentFigures figures;

    JudgedInstitutions(Institutions register, CurrentFigures figures) {
        this.register = register;
        this.figures = figures;
    }

    /** {@return the institutions of these codes that the caller sees and that have reported} */
    List<Judged> of(Collection<String> codes) {
        Map<String, Institution> known = register.known(codes);
        Map<String, List<CurrentFigures.OfPeriod>> reported = figures.of(known.keySet());
        List<Judged> judged = new ArrayList<>();
        reported.forEach((uscc, periods) -> {
            Institution institution = known.get(uscc);
            judged.add(Judged.of(uscc, institution.name(), institution.kind(), institution.region(), periods));
        });
        return judged;
    }

    /** Hands over all institutions that the caller sees and that have reported, some at a time. */
    void all(Consumer<List<Judged>> each) {
        List<String> codes = figures.institutions();
        for (int from = 0; from < codes.size(); from += AT_ONCE) {
            each.accept(of(codes.subList(from, Math.min(codes.size(), from + AT_ONCE))));
        }
    }
}
