package org.finplan.platform.access;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The regions that somebody may act for; {@link Permission} says what may be done there. Roles of a city are bound to their
 * cities as those of a district to their districts: by the regions that the token or the API key names. Without a region a
 * role of a city or of a unit means the only city there is, and nothing once the suite serves several.
 *
 * @param roles names of the roles that somebody has
 * @param bound codes of the regions that somebody is bound to
 */
public record RegionAccess(Set<String> roles, Set<String> bound) {

    private static final Set<String> OF_A_CITY = Set.of(
            RoleName.CITY_ADMIN, RoleName.CITY_OFFICER, RoleName.RISK_OFFICER, RoleName.AUDITOR, RoleName.INTEGRATOR);
    private static final Set<String> OF_A_UNIT = Set.of(RoleName.UNIT_OFFICER, RoleName.INSTITUTION_REPORTER);

    /**
     * The regions that may be read; a plan, and what belongs to it as a whole, is seen by those who read its city.
     *
     * @param tree the regions of the loaded plans
     * @return the bound regions with all below them, the regions above them and the reference regions; nothing without a role;
     *     all for the public, whose operations answer with published facts only
     */
    public RegionSet readable(RegionTree tree) {
        if (roles.contains(RoleName.PUBLIC)) {
            return RegionSet.ALL;
        }
        if (roles.isEmpty()) {
            return RegionSet.NONE;
        }
        Set<String> codes = inside(tree);
        codes.addAll(bound);
        bound.forEach(region -> codes.addAll(tree.ancestors(region)));
        if (bound.isEmpty() && hasOneOf(OF_A_UNIT)) {
            onlyCity(tree).ifPresent(codes::add);
        }
        if (codes.isEmpty()) {
            return RegionSet.NONE;
        }
        codes.addAll(tree.references());
        return new RegionSet(false, codes);
    }

    /**
     * The regions that may be written.
     *
     * @param tree the regions of the loaded plans
     * @return the bound regions with all below them, a reference region only where it is named itself; for a role of a city
     *     that is bound to none, the only city and the reference regions
     */
    public RegionSet writable(RegionTree tree) {
        if (roles.isEmpty()) {
            return RegionSet.NONE;
        }
        Set<String> codes = inside(tree);
        codes.addAll(bound);
        if (bound.isEmpty() && !codes.isEmpty()) {
            codes.addAll(tree.references());
        }
        return new RegionSet(false, codes);
    }

    /**
     * The regions whose records somebody oversees whose role sees those of others: audit records, dead letters, API keys, calls.
     *
     * @param tree the regions of the loaded plans
     * @return what may be written, so that a shared reference region tells nothing of other cities; all for whoever is bound
     *     to every city, who alone sees what belongs to none of them
     */
    public RegionSet overseen(RegionTree tree) {
        Set<String> cities = tree.cities();
        return !cities.isEmpty() && inside(tree).containsAll(cities) ? RegionSet.ALL : writable(tree);
    }

    /** A region that no plan knows has nothing below it; nor has for this a reference region, which may lie above cities. */
    private Set<String> inside(RegionTree tree) {
        Set<String> codes = new HashSet<>();
        boolean ofAUnit = OF_A_UNIT.containsAll(roles);
        for (String region : bound) {
            // A unit or an institution belongs to a city without having a say in its districts.
            boolean alone = ofAUnit && tree.cities().contains(region);
            if (!tree.references().contains(region)) {
                codes.add(region);
                codes.addAll(alone ? Set.of() : tree.subtree(region));
            }
        }
        if (bound.isEmpty() && hasOneOf(OF_A_CITY)) {
            onlyCity(tree).ifPresent(city -> codes.addAll(tree.subtree(city)));
        }
        return codes;
    }

    private boolean hasOneOf(Set<String> names) {
        return roles.stream().anyMatch(names::contains);
    }

    private static Optional<String> onlyCity(RegionTree tree) {
        Set<String> cities = tree.cities();
        return cities.size() == 1 ? Optional.of(cities.iterator().next()) : Optional.empty();
    }
}
