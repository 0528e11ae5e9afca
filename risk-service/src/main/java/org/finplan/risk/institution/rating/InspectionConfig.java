package org.finplan.risk.institution.rating;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** How often institutions are inspected. These are settings of the city, not facts. */
@ConfigMapping(prefix = "finplan.inspection")
interface InspectionConfig {

    /** {@return months between two inspections by {@code scheme/grade}, in the place of those of the scheme} */
    Map<String, Integer> months();
}
