package org.finplan.risk.network.query;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The chains of a firm.
 *
 * @param firm the firm
 * @param depth longest path, in edges
 * @param direction given: along its own guarantees or debts; received: against those for it or owed to it
 * @param paths the paths that cannot be made longer
 * @param truncated whether there are more paths than are answered
 * @param synthetic whether the network was made up
 */
@Schema(name = "NetworkChains")
record ChainsView(
        String firm, int depth, String direction, List<PathView> paths, boolean truncated, boolean synthetic) {

    /**
     * A path.
     *
     * @param firms the firms in order
     * @param steps what leads from each firm to the next
     * @param bottleneck the smallest of their amounts: no more than that is passed along
     * @param end leaf: no edge leads on; loop: it comes back to a firm of the path; depth: edges lead on
     */
    @Schema(name = "NetworkPath")
    record PathView(List<String> firms, List<StepView> steps, BigDecimal bottleneck, String end) {}

    /**
     * A step of a path.
     *
     * @param amount amount of its edges; of a joint guarantee the full one
     * @param until first day on which one of them ends, null where no end was told
     */
    @Schema(name = "NetworkStep")
    record StepView(BigDecimal amount, @Nullable LocalDate until) {}
}
