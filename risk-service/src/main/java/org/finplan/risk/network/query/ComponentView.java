package org.finplan.risk.network.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A chain: firms that edges join, in whatever direction.
 *
 * @param number its number, from 0, the largest first
 * @param size how many firms it has
 * @param firms the first 1,000 of them
 * @param edges how many edges it has, parallel ones summed
 * @param amount their amounts, of a joint guarantee once
 * @param reciprocity share of the edges whose ends guarantee each other
 * @param coreNumber largest core number: that many neighbours every firm of the core has within it
 * @param coreFirm the firm at which the largest amount is at stake
 * @param pageRankFirm the firm of the highest PageRank in the whole network, along edges
 * @param betweennessFirm the firm over which the most shortest paths lead
 * @param circles its circles of two firms or more, the largest first, at most 100
 * @param synthetic whether the network was made up
 */
@Schema(name = "NetworkComponent")
record ComponentView(
        int number,
        int size,
        List<String> firms,
        int edges,
        BigDecimal amount,
        BigDecimal reciprocity,
        int coreNumber,
        CoreFirmView coreFirm,
        CentralFirmView pageRankFirm,
        CentralFirmView betweennessFirm,
        List<CircleView> circles,
        boolean synthetic) {

    /**
     * The core firm with the numbers behind its choice.
     *
     * @param firm the firm; of several with the same exposure the first
     * @param exposure what is at stake there: given and received
     * @param given what it guarantees, or owes
     * @param received what others guarantee for it, or owe it; a joint guarantee counts once
     * @param runnerUp the next firm, or null
     * @param runnerUpExposure what is at stake there
     * @param rule how it was chosen
     */
    @Schema(name = "NetworkCoreFirm")
    record CoreFirmView(
            String firm,
            BigDecimal exposure,
            BigDecimal given,
            BigDecimal received,
            @Nullable String runnerUp,
            BigDecimal runnerUpExposure,
            String rule) {}

    /**
     * The most central firm by one measure.
     *
     * @param firm the firm
     * @param value the measure
     * @param standardError how far off an estimate from a sample may be; 0 when exact
     */
    @Schema(name = "NetworkCentralFirm")
    record CentralFirmView(String firm, BigDecimal value, BigDecimal standardError) {}

    /**
     * A circle: firms that reach each other along edges.
     *
     * @param firms the first 1,000 of them
     * @param size how many it has
     * @param radiusLower its spectral radius is no less; from 1 on every shock in it ends in a failure
     * @param radiusUpper and no more; absent when the equity of one of its firms is not known
     */
    @Schema(name = "NetworkCircle")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CircleView(
            List<String> firms,
            int size,
            @Nullable BigDecimal radiusLower,
            @Nullable BigDecimal radiusUpper) {}
}
