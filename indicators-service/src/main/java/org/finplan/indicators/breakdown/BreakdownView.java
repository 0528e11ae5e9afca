package org.finplan.indicators.breakdown;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.target.TargetView;
import org.finplan.indicators.targetsetting.PartsBalance;

/**
 * A target with its parts, as it is sent.
 *
 * @param target the target
 * @param additive whether parts of it add up; those of a ratio do not and have no balance
 * @param regions balance of the regions' parts, null for a ratio
 * @param units balance of the units' parts, null for a ratio
 * @param regionParts the targets of the regions directly inside, each with its own parts
 * @param unitParts what units answer for
 * @param withoutTarget codes of the county-level divisions that have no target
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "TargetBreakdown")
record BreakdownView(
        TargetView target,
        boolean additive,
        @Nullable PartsBalance regions,
        @Nullable PartsBalance units,
        List<BreakdownView> regionParts,
        List<UnitPart> unitParts,
        List<String> withoutTarget) {

    /**
     * What a unit answers for.
     *
     * @param unit organisation code
     * @param value the part, in the unit of measure of the target
     * @param version version of the part
     */
    @Schema(name = "AllocatedPart")
    record UnitPart(String unit, BigDecimal value, int version) {

        static UnitPart of(Allocation allocation) {
            return new UnitPart(allocation.unit(), allocation.value(), allocation.version());
        }
    }
}
