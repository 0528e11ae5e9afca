package org.finplan.risk.network.ranking;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the failure of one firm would do, by linear DebtRank.
 *
 * @param rank place among all firms, from 1, the largest impact first
 * @param firm the firm
 * @param impact weighted stress of all firms after it less before it, the firm itself left aside
 * @param failures how many firms have failed then, itself included
 */
@Schema(name = "RankedFailure")
record RankedFailure(int rank, String firm, BigDecimal impact, int failures) {}
