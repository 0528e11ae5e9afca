package org.finplan.indicators.formula;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A formula on its way in.
 *
 * @param code code of the series that it computes; a series of a loaded plan
 * @param formula the formula, at most 2000 characters
 * @param inputs what its aliases stand for; an alias without one is the SDMX code of a series
 * @param decimals decimals of the result, 0 to 12
 * @param tolerance how far a delivered figure may be off before it is reported; half a unit of its last digit when absent
 * @param kinds kinds of figures that it computes; what is usual for the series when absent
 * @param regions regions that it is computed for; all but reference regions when absent
 * @param period the only period that it is computed for; any when absent
 * @param active false keeps it as a note that is not computed
 * @param reason why it changes; needed for a revision
 * @param note remark, in Chinese and English
 * @param at a place to work it out at, for a check
 */
record FormulaRequest(
        @Schema(required = true, examples = "tertiary-industry-share")
        String code,

        @Schema(required = true, examples = "100 - PRIMARY - SECONDARY")
        String formula,

        @Schema(
                examples = "[{\"alias\": \"PRIMARY\", \"series\": \"primary-industry-share\"},"
                        + " {\"alias\": \"SECONDARY\", \"series\": \"secondary-industry-share\"}]")
        List<Input> inputs,

        @Schema(examples = "4", minimum = "0", maximum = "12")
        Integer decimals,

        BigDecimal tolerance,
        List<String> kinds,
        List<String> regions,
        String period,
        @Schema(defaultValue = "true") Boolean active,
        @Schema(examples = "演示样本：改用两项比重相减（sample）") String reason,
        Note note,
        At at) {

    /**
     * What an alias stands for.
     *
     * @param alias name in the formula
     * @param series series code
     * @param kind kind of figure; what is usual for the series when absent
     * @param region region code; the computed region when absent
     * @param years how many years after the computed period, negative for before
     * @param implied true takes a figure that was itself computed from figures of the plan
     */
    @Schema(name = "FormulaInputRequest")
    record Input(
            @Schema(required = true, examples = "LOANS") String alias,

            @Schema(required = true, examples = "loans-balance")
            String series,

            String kind,
            String region,
            Integer years,
            Boolean implied) {}

    /**
     * A remark.
     *
     * @param zh in Chinese
     * @param en in English
     */
    @Schema(name = "FormulaNote")
    record Note(
            @Schema(required = true) String zh,
            @Schema(required = true) String en) {}

    /**
     * A place to work a formula out at.
     *
     * @param region region code
     * @param period a period
     */
    @Schema(name = "FormulaPlace")
    record At(
            @Schema(required = true, examples = "441200") String region,
            @Schema(required = true, examples = "2020") String period) {}
}
