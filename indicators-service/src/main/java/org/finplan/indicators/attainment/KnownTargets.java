package org.finplan.indicators.attainment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;

/** The targets of a plan that are judged, by indicator and region. */
final class KnownTargets {

    private record Place(String indicator, String region) {}

    private final Map<Place, List<Target>> newest = new HashMap<>();
    private final Map<TargetKey, Target> firsts = new HashMap<>();

    /**
     * Orders targets.
     *
     * @param targets of each the first and the newest version, or the one that is both
     */
    KnownTargets(Collection<Target> targets) {
        Map<TargetKey, Target> latest = new LinkedHashMap<>();
        for (Target target : targets) {
            if (target.version() == 1) {
                firsts.put(target.key(), target);
            }
            latest.merge(target.key(), target, (one, other) -> one.version() > other.version() ? one : other);
        }
        latest.values().stream()
                .sorted(Comparator.comparingInt(target -> target.key().year()))
                .forEach(target -> newest.computeIfAbsent(
                                new Place(target.key().indicator(), target.key().region()), place -> new ArrayList<>())
                        .add(target));
    }

    /** {@return the newest version of each target of an indicator and region, the earliest year first} */
    List<Target> of(String indicator, String region) {
        return newest.getOrDefault(new Place(indicator, region), List.of());
    }

    /** {@return the first version of a target, null when it is not known} */
    Target first(TargetKey key) {
        return firsts.get(key);
    }
}
