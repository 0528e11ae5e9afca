package org.finplan.risk.disclosure;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;

/** Which institutions must disclose in a city. */
@ConfigMapping(prefix = "finplan.disclosure")
interface DisclosureConfig {

    /** {@return kinds of institutions by class, in the place of those that are shipped} */
    Map<String, List<String>> kinds();
}
