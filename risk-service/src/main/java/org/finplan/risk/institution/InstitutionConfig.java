package org.finplan.risk.institution;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** What a city adds to the register. */
@ConfigMapping(prefix = "finplan.institution")
interface InstitutionConfig {

    /** {@return further kinds by code; the name in Chinese and in English, with a bar between} */
    Map<String, String> kinds();
}
