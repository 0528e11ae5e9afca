package org.finplan.risk.network.run;

import java.math.BigDecimal;
import java.util.Map;

/** What requests that ask for a contagion have in common. */
interface SentScenario {

    String method();

    Map<String, BigDecimal> shock();

    BigDecimal recovery();

    BigDecimal alpha();

    BigDecimal beta();

    BigDecimal tolerance();

    String solver();

    String joint();

    String seniority();
}
