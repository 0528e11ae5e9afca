package org.finplan.risk.rulebook.run;

import org.finplan.platform.access.RegionTree;

/** Which city a region lies in: institutions are compared within one, and no city learns of another's. */
final class Cities {

    private Cities() {}

    /** {@return the city of a region, or the region itself where there is none} */
    static String of(String region, RegionTree regions) {
        if (regions.cities().contains(region)) {
            return region;
        }
        return regions.ancestors(region).stream()
                .filter(regions.cities()::contains)
                .findFirst()
                .orElse(region);
    }
}
