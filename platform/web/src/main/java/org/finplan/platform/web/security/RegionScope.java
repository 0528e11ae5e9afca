package org.finplan.platform.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
     * @return the caller's regions with all below them, the regions above them, the reference regions and those that are open
     *     to every role; nothing for callers without a role; all for the public, whose operations answer with published
     *     facts only
     */
    public RegionSet readable() {
        return caller.seesAllRegions() ? RegionSet.ALL : access().readable(tree);
    }

    /** {@return the caller's regions with all below them} */
    public RegionSet writable() {
        return caller.seesAllRegions() ? RegionSet.ALL : access().writable(tree);
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
