package org.finplan.platform.plan;

import org.finplan.platform.events.LocalizedText;

/**
 * A target that is another figure of the same period.
 *
 * @param series series to compare with
 * @param region region of the figure to compare with
 * @param text how the plan words it
 */
public record Benchmark(String series, String region, LocalizedText text) {}
