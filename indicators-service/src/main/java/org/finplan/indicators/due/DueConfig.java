package org.finplan.indicators.due;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** When a figure is due. No plan says so: these are settings of the city, not facts. */
@ConfigMapping(prefix = "finplan.due")
interface DueConfig {

    /** {@return how often figures are due: year, half, quarter or month} */
    @WithDefault("year")
    String frequency();

    /** {@return how long after the end of its period a figure is due; whole days count} */
    @WithDefault("90D")
    Duration delay();

    /** {@return frequencies of single series, by code} */
    Map<String, String> frequencies();

    /** {@return delays of single series, by code} */
    Map<String, Duration> delays();
}
