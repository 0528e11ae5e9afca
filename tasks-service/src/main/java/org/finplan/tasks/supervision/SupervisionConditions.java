package org.finplan.tasks.supervision;

import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.access.RegionSet;

/**
 * Which matters are wanted, within what a caller may see. Every value is bound.
 *
 * @param parts conditions
 * @param parameters their values by name
 */
record SupervisionConditions(List<String> parts, Map<String, Object> parameters) {

    /**
     * The matters of some regions.
     *
     * @param regions the regions
     * @return the conditions
     */
    static SupervisionConditions within(RegionSet regions) {
        return regions.all()
                ? new SupervisionConditions(List.of("1 = 1"), Map.of())
                : new SupervisionConditions(
                        List.of("region in (:readable)"), Map.of("readable", List.copyOf(regions.codes())));
    }

    /**
     * The matters of some units.
     *
     * @param cities their cities
     * @param units their codes
     * @return the conditions
     */
    static SupervisionConditions ofUnits(Collection<String> cities, Collection<String> units) {
        return new SupervisionConditions(
                List.of("city in (:cities)", "unit in (:units)"),
                Map.of("cities", List.copyOf(cities), "units", List.copyOf(units)));
    }

    SupervisionConditions equal(String property, @Nullable Object value) {
        return value == null ? this : and(property + " = :" + property, property, value);
    }

    SupervisionConditions and(String condition, String name, Object value) {
        return and(condition, Map.of(name, value));
    }

    SupervisionConditions and(String condition, Map<String, Object> values) {
        List<String> more = new ArrayList<>(parts);
        more.add(condition);
        Map<String, Object> all = new HashMap<>(parameters);
        all.putAll(values);
        return new SupervisionConditions(more, all);
    }

    String text() {
        return String.join(" and ", parts);
    }
}
