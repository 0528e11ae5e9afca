package org.finplan.risk.network.run;

import java.math.BigDecimal;
import java.util.List;
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
 */
@Schema(name = "WhatIf")
record WhatIfView(
        ContagionResult before,
        ContagionResult after,
        BigDecimal impactChange,
        List<String> spared,
        List<String> added,
        BigDecimal radiusBefore,
        BigDecimal radiusAfter) {}
