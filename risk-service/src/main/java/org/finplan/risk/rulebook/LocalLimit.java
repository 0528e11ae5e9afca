package org.finplan.risk.rulebook;

import jakarta.annotation.Nullable;
import java.util.UUID;
import org.finplan.platform.access.RegionTree;
import org.finplan.risk.rulebook.definition.Limit;

/**
 * A stricter limit of a region or of one institution.
 *
 * @param id id
 * @param rule code of the rule
 * @param loanClass code of the loan class that it is for, empty for the rule itself
 * @param region region whose institutions it binds, its parts included; of an institution that in which it was written
 * @param institution unified social credit code of the one institution that it binds, or null for all of the region
 * @param limit the limit and its first day
 * @param authority who set it
 */
public record LocalLimit(
        UUID id,
        String rule,
        String loanClass,
        String region,
        @Nullable String institution,
        Limit limit,
        String authority) {

    /**
     * Whether an institution is judged by it.
     *
     * @param uscc code of the institution
     * @param of region that the institution is of now
     * @param regions the regions with what lies in them
     * @return whether it is; one of an institution goes with it wherever it moves
     */
    public boolean binds(String uscc, String of, RegionTree regions) {
        return institution == null
                ? region.equals(of) || regions.subtree(region).contains(of)
                : institution.equals(uscc);
    }
}
