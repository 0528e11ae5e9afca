package org.finplan.risk.network.run;

import java.math.BigDecimal;
import java.util.Map;

/** What was asked of a network as it is stored, with what was filled in: read again it gives the same scenario, bit by bit. */
record StoredScenario(
        String method,
        Map<String, BigDecimal> shock,
        BigDecimal recovery,
        BigDecimal alpha,
        BigDecimal beta,
        BigDecimal tolerance,
        String solver,
        String joint,
        String seniority)
        implements SentScenario {}
