package org.finplan.risk.network.query;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A firm of a network with the numbers by which firms are compared.
 *
 * @param firm its id
 * @param component number of its chain
 * @param circle how many firms its circle has, 1 when it is in none
 * @param given what it guarantees, or owes
 * @param received what others guarantee for it, or owe it; a joint guarantee counts once
 * @param exposure given and received together: what is at stake there
 * @param edgesGiven for how many firms it stands, or how many it owes
 * @param edgesReceived how many firms stand for it, or owe it
 * @param coreNumber largest k such that it is left when firms with fewer than k neighbours are taken away
 * @param pageRank its PageRank in the whole network, along edges
 * @param betweenness how many shortest paths lead over it, or an estimate
 * @param betweennessError standard error of the estimate, 0 when exact
 */
@Schema(name = "NetworkFirmMeasures")
record FirmMeasureView(
        String firm,
        int component,
        int circle,
        BigDecimal given,
        BigDecimal received,
        BigDecimal exposure,
        int edgesGiven,
        int edgesReceived,
        int coreNumber,
        BigDecimal pageRank,
        BigDecimal betweenness,
        BigDecimal betweennessError) {}
