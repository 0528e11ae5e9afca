package org.finplan.risk.network.query;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A firm that the failure of another one reaches.
 *
 * @param firm the firm
 * @param steps how many edges away it is
 * @param amount what it loses when the firm before it on the path fails
 * @param worstCase what it loses when every firm that is nearer fails
 * @param path the firms from the failed one to it, the shortest way
 * @param amounts amount of each edge on the way
 */
@Schema(name = "NetworkExposure")
record ExposureView(
        String firm, int steps, BigDecimal amount, BigDecimal worstCase, List<String> path, List<BigDecimal> amounts) {}
