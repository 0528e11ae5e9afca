package org.finplan.risk.exit;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** What a city adds to the grounds of an exit. */
@ConfigMapping(prefix = "finplan.exit")
interface ExitConfig {

    /** {@return further grounds by code: the name in Chinese, in English, and the days for objections, with bars between} */
    Map<String, String> grounds();
}
