package org.finplan.platform.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.access.RegionAccess;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/**
 * The regions that the caller may read and write. They belong into each query, not into a filter after it: what a caller
 * may not read does not exist for it (404), what it may read and not write is 403. Work outside a request, such as
 * reacting to an event, has every region.
 */
@ApplicationScoped
public class RegionScope {

    private final Caller caller;
    private final RegionTree tree;

    /**
     * The regions of a caller.
     *
     * @param caller whose
     * @param tree the regions of the plans
     */
    public RegionScope(Caller caller, RegionTree tree) {
        this.caller = caller;
        this.tree = tree;
    }

    /**
     * The regions that the caller reads.
     *
     * @return see {@link RegionAccess#readable}
     */
    public RegionSet readable() {
        return caller.isSystem() ? RegionSet.ALL : access().readable(tree);
    }

    /** {@return the regions that the caller writes, see {@link RegionAccess#writable}} */
    public RegionSet writable() {
        return caller.isSystem() ? RegionSet.ALL : access().writable(tree);
    }

    /**
     * Refuses a plan that belongs to a city which the caller does not read: it is not there for it.
     *
     * @param plan plan code, as the parameter {@code plan} named it
     * @param city code of its city
     * @throws ProblemException 404 {@code not-found}
     */
    public void requirePlan(String plan, String city) {
        if (!readable().contains(city)) {
            LocalizedText text = new LocalizedText("没有规划 " + plan + "。", "There is no plan " + plan + ".");
            ProblemError error = new ProblemError("?plan", plan, WebError.NOT_FOUND.code(), text, List.of());
            throw new ProblemException(WebError.NOT_FOUND, text, List.of(error));
        }
    }

    /** {@return whether the caller reads every city, and with them what belongs to none of them in particular} */
    public boolean readsEveryCity() {
        return tree.cities().stream().allMatch(readable()::contains);
    }

    /** {@return the regions whose records the caller oversees if its role does so, see {@link RegionAccess#overseen}} */
    public RegionSet overseen() {
        return caller.isSystem() ? RegionSet.ALL : access().overseen(tree);
    }

    /** {@return the cities that the caller reads} */
    public List<String> cities() {
        return tree.cities().stream().filter(readable()::contains).toList();
    }

    /** {@return the only city that the caller reads, empty when it is none or one of several, or the program itself} */
    public Optional<String> city() {
        List<String> cities = caller.isSystem() ? List.of() : cities();
        return cities.size() == 1 ? Optional.of(cities.get(0)) : Optional.empty();
    }

    private RegionAccess access() {
        return new RegionAccess(caller.roles(), caller.regions());
    }

    /**
     * Refuses a write to a region out of scope.
     *
     * @param region region code
     * @throws ProblemException 403 {@code region-not-in-scope}
     */
    public void requireWritable(String region) {
        requireWritable(region, null);
    }

    /**
     * Refuses a write to a region out of scope.
     *
     * @param region region code
     * @param pointer where the request names the region, see {@link ProblemError#pointer()}, or null
     * @throws ProblemException 403 {@code region-not-in-scope}
     */
    public void requireWritable(String region, String pointer) {
        RegionSet writable = writable();
        if (writable.contains(region)) {
            return;
        }
        LocalizedText text = new LocalizedText(
                "您的授权范围不含地区 " + region + "。", "Your scope does not include the region " + region + ".");
        List<ProblemError> errors = pointer == null
                ? List.of()
                : List.of(new ProblemError(
                        pointer,
                        region,
                        WebError.REGION_NOT_IN_SCOPE.code(),
                        text,
                        writable.codes().stream().sorted().toList()));
        throw new ProblemException(WebError.REGION_NOT_IN_SCOPE, text, errors);
    }
}
