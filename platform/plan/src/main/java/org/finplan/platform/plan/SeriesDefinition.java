package org.finplan.platform.plan;

import org.finplan.platform.events.LocalizedText;

/**
 * A series of figures; the indicators of a plan are series too.
 *
 * @param code kebab-case code
 * @param sdmx the same code for SDMX
 * @param name the name
 * @param unit code of the unit of its levels
 * @param pointInTime whether its levels are states at a day (so that a year's value is the value at its end), or null
 *     when no source says so; it decides which periods are one figure
 * @param measure what its levels measure as the package says it, or null when it says nothing; it decides how figures are
 *     combined
 */
public record SeriesDefinition(
        String code, String sdmx, LocalizedText name, String unit, Boolean pointInTime, Measure measure) {}
