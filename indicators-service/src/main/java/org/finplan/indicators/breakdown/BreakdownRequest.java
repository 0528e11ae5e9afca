package org.finplan.indicators.breakdown;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.targetsetting.TargetRequest;

/**
 * How a target is broken down, as it is sent.
 *
 * @param reason why; needed when a part had a value before
 * @param unit unit code of all values; another unit of the same kind is converted exactly
 * @param regions parts of regions, which become targets of these regions
 * @param units parts that units answer for
 */
record BreakdownRequest(
        @Schema(examples = "分解到县（市、区）") String reason,
        @Schema(required = true, examples = "CNY_100M") String unit,
        List<RegionPart> regions,
        List<UnitPart> units) {

    /** Copies the lists; absent ones are empty. */
    BreakdownRequest {
        regions = regions == null ? List.of() : regions;
        units = units == null ? List.of() : units;
    }

    /**
     * The part of a region.
     *
     * @param region code of a region directly inside
     * @param value the part
     * @param baseline where the region's path starts; absent when the value at the start is not known
     * @param path how it runs; when absent what is usual for the indicator
     */
    @Schema(name = "RequestedRegionPart")
    record RegionPart(
            @Schema(required = true, examples = "441202") String region,
            @Schema(required = true, examples = "60") BigDecimal value,
            TargetRequest.Point baseline,
            @Schema(examples = "linear") String path) {}

    /**
     * The part that a unit answers for.
     *
     * @param unit organisation code of the unit
     * @param value the part; zero takes it back
     */
    @Schema(name = "RequestedUnitPart")
    record UnitPart(
            @Schema(required = true, examples = "zq-gov") String unit,
            @Schema(required = true, examples = "10") BigDecimal value) {}
}
