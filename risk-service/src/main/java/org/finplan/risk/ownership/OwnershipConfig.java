package org.finplan.risk.ownership;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.util.Optional;

/** What a city sets about groups. */
@ConfigMapping(prefix = "finplan.ownership")
interface OwnershipConfig {

    /** {@return shares of more than so many percent make a group, in the place of what is shipped} */
    Optional<BigDecimal> groupShareOver();
}
