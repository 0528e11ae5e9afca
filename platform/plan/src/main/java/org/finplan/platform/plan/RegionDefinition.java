package org.finplan.platform.plan;

import org.finplan.platform.events.LocalizedText;

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
 */
public record RegionDefinition(
        String code,
        String codeSystem,
        String sdmx,
        LocalizedText name,
        String kind,
        String parent,
        boolean reference) {}
