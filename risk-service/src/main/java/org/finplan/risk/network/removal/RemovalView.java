package org.finplan.risk.network.removal;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Guarantees whose removal brings the impact of a component under a bound. Nothing of it is stored.
 *
 * @param component number of the component
 * @param firms how many firms it has
 * @param guarantees how many guarantees it has, of which a joint contract counts once
 * @param method how distress spreads
 * @param bound largest impact of a single failure that was asked for
 * @param impactBefore largest impact of a single failure with all guarantees
 * @param worstBefore the firm whose failure it is
 * @param impactAfter the same when all that is named has gone
 * @param steps what goes, in its order
 * @param cost the sum of the amounts of what goes
 * @param lowerBound what every set of guarantees that does it costs at least
 * @param proof how that is proven: search when all cheaper sets were ruled out, direct-losses, paths, reach, or none-needed when nothing
 *     has to go
 * @param gap cost less lowerBound: the cheapest set is cheaper by no more than that
 * @param synthetic whether the network was made up
 */
@Schema(name = "CheapestRemovals")
record RemovalView(
        int component,
        int firms,
        int guarantees,
        String method,
        BigDecimal bound,
        BigDecimal impactBefore,
        String worstBefore,
        BigDecimal impactAfter,
        List<StepView> steps,
        BigDecimal cost,
        BigDecimal lowerBound,
        String proof,
        BigDecimal gap,
        boolean synthetic) {

    /**
     * A guarantee that goes.
     *
     * @param contract its contract, absent when it has none
     * @param borrower whose debt it secures
     * @param guarantors who is released
     * @param amount its amount, of a joint contract counted once
     * @param impactBefore largest impact of a single failure before it goes
     * @param impactAfter the same after it
     */
    @Schema(name = "CheapestRemovalStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepView(
            @Nullable String contract,
            String borrower,
            List<String> guarantors,
            BigDecimal amount,
            BigDecimal impactBefore,
            BigDecimal impactAfter) {}
}
