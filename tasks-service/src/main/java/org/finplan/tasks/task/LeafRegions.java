package org.finplan.tasks.task;

import java.util.Collection;
import java.util.List;
import org.finplan.platform.plan.RegionHierarchy;

/** Which regions a leaf concerns: those that it names with all around and inside them, or the whole city. */
public final class LeafRegions {

    private final List<String> concerned;
    private final RegionHierarchy regions;

    /**
     * The regions of one leaf.
     *
     * @param named regions that it names
     * @param city the city of its plan, which it concerns when it names none
     * @param regions the tree of regions
     */
    public LeafRegions(List<String> named, String city, RegionHierarchy regions) {
        this.concerned = named.isEmpty() ? List.of(city) : List.copyOf(named);
        this.regions = regions;
    }

    /** {@return the regions that the leaf names, or the city alone when it names none} */
    public List<String> concerned() {
        return concerned;
    }

    /**
     * Whether a region is another one or contains it.
     *
     * @param outer code of the region that may contain the other
     * @param inner code of the other
     * @return whether it does
     */
    public boolean covers(String outer, String inner) {
        return outer.equals(inner) || regions.ancestors(inner).contains(outer);
    }

    /**
     * Whether a region has to do with the leaf.
     *
     * @param region region code
     * @return whether it is one that the leaf concerns, lies inside one, or is around one within the city
     */
    public boolean concern(String region) {
        return concerned.stream().anyMatch(own -> covers(own, region) || covers(region, own));
    }

    /**
     * Whether any of some regions has to do with the leaf.
     *
     * @param some region codes
     * @return whether one has
     */
    boolean concernAny(Collection<String> some) {
        return some.stream().anyMatch(this::concern);
    }
}
