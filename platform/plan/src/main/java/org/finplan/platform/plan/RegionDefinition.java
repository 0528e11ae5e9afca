package org.finplan.platform.plan;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;

/**
 * A region.
 *
 * @param code GB/T 2260 code or a code of this data set
 * @param codeSystem where the code comes from
 * @param sdmx the code for SDMX
 * @param name the name
 * @param kind prefecture_city, district, county, functional_zone, reference …
 * @param parent code of the region around it, or null
 * @param reference whether it lies outside the city and is only compared with: it never enters city sums
 * @param inForceFrom first day on which the code was in force, or null when it always was
 * @param inForceUntil last day on which the code was in force, or null when it still is
 * @param successor code that took its place, or null
 */
public record RegionDefinition(
        String code,
        String codeSystem,
        String sdmx,
        LocalizedText name,
        String kind,
        @Nullable String parent,
        boolean reference,
        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate inForceUntil,
        @Nullable String successor) {

    /**
     * Whether the code was in force at any time of a period.
     *
     * @param period the period
     * @return whether figures of the period can be about it
     */
    public boolean inForce(Period period) {
        return (inForceFrom == null || !period.end().isBefore(inForceFrom))
                && (inForceUntil == null || !period.start().isAfter(inForceUntil));
    }
}
