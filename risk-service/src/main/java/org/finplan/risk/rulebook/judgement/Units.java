package org.finplan.risk.rulebook.judgement;

import java.util.Map;

/** How units stand in sentences. */
final class Units {

    private static final Map<String, String> SIGNS = Map.of("PCT", "%", "PER_MILLE", "‰", "TIMES", "×");

    private Units() {}

    static String sign(String unit) {
        return SIGNS.getOrDefault(unit, unit);
    }
}
