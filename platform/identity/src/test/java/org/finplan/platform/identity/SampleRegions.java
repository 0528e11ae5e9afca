package org.finplan.platform.identity;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.finplan.platform.access.RegionTree;

/** A province with a city with two districts, and the nation to compare with. */
@Singleton
class SampleRegions implements RegionTree {

    @Override
    public Set<String> subtree(String region) {
        return switch (region) {
            case "440000" -> Set.of("440000", "441200", "441202", "441203");
            case "441200" -> Set.of("441200", "441202", "441203");
            case "441202", "441203" -> Set.of(region);
            default -> Set.of();
        };
    }

    @Override
    public List<String> ancestors(String region) {
        return switch (region) {
            case "441202", "441203" -> List.of("441200", "440000");
            case "441200" -> List.of("440000");
            default -> List.of();
        };
    }

    @Override
    public Set<String> references() {
        return Set.of("100000");
    }

    @Override
    public Set<String> cities() {
        return Set.of("440000");
    }
}
