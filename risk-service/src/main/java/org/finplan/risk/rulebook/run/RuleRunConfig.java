package org.finplan.risk.rulebook.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How runs of the rule book are worked off. */
@ConfigMapping(prefix = "finplan.rule-runs")
interface RuleRunConfig {

    /** {@return how often an instance looks for runs that another one asked for, or left behind} */
    @WithDefault("1s")
    Duration pollInterval();

    /** {@return how many parts of a run an instance judges at once} */
    @WithDefault("2")
    int workers();
}
