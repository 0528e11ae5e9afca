package org.finplan.tasks.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How calendars are offered to phones. */
@ConfigMapping(prefix = "finplan.calendar")
interface CalendarConfig {

    /** {@return how often a phone is asked to look again} */
    @WithDefault("6H")
    Duration refresh();

    /** {@return the address at which people reach the gateway; without it the entries have no link} */
    Optional<URI> baseUrl();
}
