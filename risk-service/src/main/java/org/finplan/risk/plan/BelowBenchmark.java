package org.finplan.risk.plan;

import org.finplan.platform.events.LocalizedText;

/**
 * A target that is another region's figure of the same period.
 *
 * @param plan plan code
 * @param indicatorName name of the indicator
 * @param clause clause that sets the target
 * @param region region whose figure is the benchmark
 */
public record BelowBenchmark(String plan, LocalizedText indicatorName, String clause, String region) {}
