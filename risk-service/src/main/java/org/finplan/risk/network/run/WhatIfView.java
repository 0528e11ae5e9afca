package org.finplan.risk.network.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A contagion in a network as it is, and in a copy with other edges. Nothing of it is stored.
 *
 * @param before in the network as it is
 * @param after in the copy
 * @param impactChange impact in the copy less impact as it is; below zero is better
 * @param spared firms that fail as it is and not in the copy
 * @param added firms that fail in the copy and not as it is
 * @param radiusBefore largest spectral radius of a circle as it is: from 1 on every shock ends in a failure
 * @param radiusAfter in the copy
 * @param shock the shock of both, by firm; the one that was sent, else the failure that does most as it is in component
 * @param firms the firms of the components whose edges differ, side by side, in the order of the network
 * @param component the components whose edges differ, taken together; absent when none do
 * @param synthetic whether the network was made up
 */
@Schema(name = "WhatIf")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WhatIfView(
        ContagionResult before,
        ContagionResult after,
        BigDecimal impactChange,
        List<String> spared,
        List<String> added,
        BigDecimal radiusBefore,
        BigDecimal radiusAfter,
        Map<String, BigDecimal> shock,
        List<FirmOfWhatIf> firms,
        @Nullable ComponentOfWhatIf component,
        boolean synthetic) {

    /**
     * A firm side by side.
     *
     * @param firm the firm
     * @param before its stress as it is
     * @param after its stress in the copy
     * @param difference after less before; below zero is better
     * @param failsBefore whether it fails as it is
     * @param failsAfter whether it fails in the copy
     */
    @Schema(name = "WhatIfFirm")
    record FirmOfWhatIf(
            String firm,
            BigDecimal before,
            BigDecimal after,
            BigDecimal difference,
            boolean failsBefore,
            boolean failsAfter) {

        static FirmOfWhatIf of(
                String firm, BigDecimal before, BigDecimal after, boolean failsBefore, boolean failsAfter) {
            return new FirmOfWhatIf(firm, before, after, after.subtract(before), failsBefore, failsAfter);
        }
    }

    /**
     * The components whose edges differ, taken together.
     *
     * @param firms how many firms they have
     * @param radiusBefore largest spectral radius of one of their circles as it is, 0 without a circle
     * @param radiusAfter in the copy
     * @param largestBefore the single failure that does most as it is, by linear DebtRank; absent beyond 5,000 firms or 10,000 edges
     * @param largestAfter in the copy, which may be that of another firm
     * @param largestChange its impact in the copy less that as it is; below zero is better
     */
    @Schema(name = "WhatIfComponent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ComponentOfWhatIf(
            int firms,
            BigDecimal radiusBefore,
            BigDecimal radiusAfter,
            @Nullable LargestFailure largestBefore,
            @Nullable LargestFailure largestAfter,
            @Nullable BigDecimal largestChange) {}

    /**
     * The single failure that does most.
     *
     * @param firm the firm that fails
     * @param impact weighted stress of all firms after it less before it, weights normed to 1 in the whole network
     * @param failures how many firms have failed then, itself included
     */
    @Schema(name = "WhatIfFailure")
    record LargestFailure(String firm, BigDecimal impact, int failures) {}
}
