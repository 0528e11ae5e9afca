package org.finplan.risk.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.risk.report.MetricVersion.Name;
import org.finplan.risk.report.identity.Contradiction;
import org.finplan.risk.report.identity.IdentityCheck;
import org.finplan.risk.report.schema.MetricSchema;

/** The figures of reported periods and of those before and after, as they stand and as a report makes them. */
final class Figures {

    private final Map<Name, MetricVersion> current;
    private final Map<InstitutionPeriod, Map<String, BigDecimal>> values = new HashMap<>();

    Figures(List<MetricVersion> there) {
        current = there.stream().collect(Collectors.toMap(MetricVersion::name, Function.identity()));
        there.forEach(this::put);
    }

    /** {@return the periods that a report of some periods has to do with} */
    static Set<InstitutionPeriod> around(Set<InstitutionPeriod> keys) {
        Set<InstitutionPeriod> all = new LinkedHashSet<>(keys);
        keys.forEach(key -> {
            all.add(key.before());
            all.add(key.after());
        });
        return all;
    }

    Map<Name, MetricVersion> current() {
        return current;
    }

    /** {@return whether something of the period is there} */
    boolean has(InstitutionPeriod key) {
        return values.containsKey(key);
    }

    /** Puts what a report adds in the place of what is there. */
    void put(MetricVersion version) {
        values.computeIfAbsent(version.key(), key -> new HashMap<>()).put(version.metric(), version.value());
    }

    /** {@return what contradicts itself in each of the periods, and in those after them that open with their closing} */
    Map<InstitutionPeriod, List<Contradiction>> contradictions(
            Set<InstitutionPeriod> changed, Function<String, MetricSchema> schemaOf) {
        Set<InstitutionPeriod> checked = new LinkedHashSet<>(changed);
        changed.stream().map(InstitutionPeriod::after).filter(this::has).forEach(checked::add);
        Map<InstitutionPeriod, List<Contradiction>> found = new LinkedHashMap<>();
        for (InstitutionPeriod key : checked) {
            found.put(
                    key,
                    IdentityCheck.of(
                            schemaOf.apply(key.institution()),
                            values.get(key),
                            values.getOrDefault(key.before(), Map.of())));
        }
        return found;
    }
}
