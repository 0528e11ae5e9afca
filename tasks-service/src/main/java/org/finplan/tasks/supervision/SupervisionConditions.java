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
     * What a caller may see.
     *
     * @param regions regions of the matters
     * @param units units of the matters, null for all
     * @return the conditions
     */
    static SupervisionConditions within(RegionSet regions, @Nullable Collection<String> units) {
        SupervisionConditions all = new SupervisionConditions(List.of("1 = 1"), Map.of());
        SupervisionConditions ofRegions =
                regions.all() ? all : all.and("region in (:readable)", "readable", List.copyOf(regions.codes()));
        return units == null ? ofRegions : ofRegions.and("unit in (:units)", "units", List.copyOf(units));
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
