package org.finplan.risk.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.finplan.platform.access.RegionSet;

/** The assessments of one institution: what is stored, and what is worked out since nothing ever was to be warned of. */
@ApplicationScoped
class InstitutionAssessments {

    private final AssessmentRepository stored;
    private final InstitutionResults results;

    InstitutionAssessments(AssessmentRepository stored, InstitutionResults results) {
        this.stored = stored;
        this.results = results;
    }

    /** {@return all that the filter asks for, in no order; what is stored stands as it was told} */
    List<AssessmentView> of(AssessmentFilter filter, RegionSet readable) {
        Map<List<String>, AssessmentView> all = new HashMap<>();
        results.of(filter.institution()).ifPresent(judged -> judged.findings().forEach(finding -> {
            AssessmentView view = AssessmentView.of(finding, judged.ruleSet(), null, judged.at());
            all.put(List.of(AssessmentOrder.keys(view)), view);
        }));
        AssessmentFilter ofInstitution = new AssessmentFilter(null, null, filter.institution(), null, null, null);
        stored.page(ofInstitution, readable, null, Integer.MAX_VALUE)
                .forEach(view -> all.put(List.of(AssessmentOrder.keys(view)), view));
        return all.values().stream().filter(view -> isAskedFor(view, filter)).toList();
    }

    private static boolean isAskedFor(AssessmentView view, AssessmentFilter filter) {
        return matches(filter.rule(), view.rule())
                && matches(filter.region(), view.region())
                && matches(filter.indicator(), view.indicator())
                && matches(filter.period(), view.period())
                && matches(filter.state(), view.state());
    }

    private static boolean matches(String wanted, String value) {
        return wanted == null || Objects.equals(wanted, value);
    }
}
