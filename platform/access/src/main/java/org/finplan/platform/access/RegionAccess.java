package org.finplan.platform.access;

import java.util.HashSet;
import java.util.Set;

/**
 * The regions that somebody may act for; {@link Permission} says what may be done there.
 *
 * @param roles names of the roles that somebody has
 * @param bound codes of the regions that somebody is bound to
 */
public record RegionAccess(Set<String> roles, Set<String> bound) {

    private static final Set<String> CITY_WIDE =
            Set.of(RoleName.CITY_ADMIN, RoleName.CITY_OFFICER, RoleName.RISK_OFFICER, RoleName.AUDITOR);

    /** {@return whether the roles see and serve all regions; a system of the city does unless it is bound to some} */
    public boolean everywhere() {
        return roles.stream().anyMatch(CITY_WIDE::contains) || (roles.contains(RoleName.INTEGRATOR) && bound.isEmpty());
    }

    /**
     * The regions that may be read.
     *
     * @param tree the regions of the loaded plans
     * @return the bound regions with all below them, the regions above them, the reference regions and those that are open
     *     to every role; nothing without a role; all for the public, whose operations answer with published facts only
     */
    public RegionSet readable(RegionTree tree) {
        if (everywhere() || roles.contains(RoleName.PUBLIC)) {
            return RegionSet.ALL;
        }
        Set<String> codes = new HashSet<>(tree.open());
        if (roles.isEmpty() || (bound.isEmpty() && codes.isEmpty())) {
            return RegionSet.NONE;
        }
        codes.addAll(tree.references());
        for (String region : bound) {
            addSubtree(region, tree, codes);
            codes.addAll(tree.ancestors(region));
        }
        return new RegionSet(false, codes);
    }

    /**
     * The regions that may be written.
     *
     * @param tree the regions of the loaded plans
     * @return the bound regions with all below them
     */
    public RegionSet writable(RegionTree tree) {
        if (everywhere()) {
            return RegionSet.ALL;
        }
        Set<String> codes = new HashSet<>();
        bound.forEach(region -> addSubtree(region, tree, codes));
        return new RegionSet(false, codes);
    }

    /** A region that no plan knows has nothing below it. */
    private static void addSubtree(String region, RegionTree tree, Set<String> codes) {
        codes.addAll(tree.subtree(region));
        codes.add(region);
    }
}
