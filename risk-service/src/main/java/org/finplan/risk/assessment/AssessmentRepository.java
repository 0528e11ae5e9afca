package org.finplan.risk.assessment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.finplan.platform.access.RegionSet;
import org.finplan.risk.rule.Subject;

@ApplicationScoped
class AssessmentRepository implements PanacheRepositoryBase<RuleAssessment, RuleAssessment.Key> {

    private static final String ORDER = " order by key.rule, key.plan, key.indicator, key.region, key.period";
    private static final String AFTER = "(key.rule, key.plan, key.indicator, key.region, key.period)"
            + " > (:afterRule, :afterPlan, :afterIndicator, :afterRegion, :afterPeriod)";

    /** The judged finding of the newest period; of periods that end together the shorter is the newer news. */
    Optional<RuleAssessment> newestJudged(Subject subject) {
        return find(
                        "key.rule = ?1 and key.plan = ?2 and key.indicator = ?3 and key.region = ?4"
                                + " and state <> 'not-assessable' order by periodEnd desc, periodDays, assessedAt desc",
                        subject.rule(),
                        subject.plan(),
                        subject.indicator(),
                        subject.region())
                .page(0, 1)
                .firstResultOptional();
    }

    List<RuleAssessment> page(
            Map<String, String> filters, RegionSet regions, Optional<RuleAssessment.Key> after, int rows) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = conditions(filters, regions, conditions);
        after.ifPresent(key -> {
            conditions.add(AFTER);
            parameters.put("afterRule", key.rule());
            parameters.put("afterPlan", key.plan());
            parameters.put("afterIndicator", key.indicator());
            parameters.put("afterRegion", key.region());
            parameters.put("afterPeriod", key.period());
        });
        return find(String.join(" and ", conditions) + ORDER, parameters)
                .page(0, rows)
                .list();
    }

    long count(Map<String, String> filters, RegionSet regions) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = conditions(filters, regions, conditions);
        return count(String.join(" and ", conditions), parameters);
    }

    private static Map<String, Object> conditions(
            Map<String, String> filters, RegionSet regions, List<String> conditions) {
        Map<String, Object> parameters = new TreeMap<>();
        conditions.add("1 = 1");
        filters.forEach((attribute, value) -> {
            if (value != null) {
                String name = attribute.replace("key.", "");
                conditions.add(attribute + " = :" + name);
                parameters.put(name, value);
            }
        });
        if (!regions.all()) {
            conditions.add("key.region in :regions");
            parameters.put("regions", regions.codes());
        }
        return parameters;
    }
}
